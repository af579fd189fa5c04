package kr.gosan.payment.slip;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.FundFigures;

/** Row of table {@code slip_line}. */
@Embeddable
class SlipLine {

    String managementNo;
    int insuranceYear;

    @Enumerated(EnumType.STRING)
    Fund fund;

    long confirmedAdditional;
    long estimate;
    long lumpSumDiscount;
    long charge;

    static SlipLine of(Debt debt, FundFigures row) {
        SlipLine line = new SlipLine();
        line.managementNo = debt.managementNo().digits();
        line.insuranceYear = debt.insuranceYear();
        line.fund = row.fund();
        line.confirmedAdditional = row.confirmedAdditional().amount();
        line.estimate = row.estimate().amount();
        line.lumpSumDiscount = row.lumpSumDiscount().amount();
        line.charge = row.charge().amount();
        return line;
    }

    Fund fund() {
        return fund;
    }

    FundFigures figures() {
        return FundFigures.of(
                fund, Won.of(confirmedAdditional), Won.of(estimate), Won.of(lumpSumDiscount), Won.of(charge));
    }
}
