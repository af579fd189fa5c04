package kr.gosan.payment.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.correction.plan.SettleEstimate;
import kr.gosan.payment.debt.FiledReturn;

/** Data of the event {@code kr.gosan.payment.estimate-settled.v1}. */
record EstimateSettled(
        WorkplaceNumber managementNo,
        int insuranceYear,
        UUID returnId,
        UUID settledBy,
        LocalDate settledOn,
        Insurance insurance,
        List<FundLine> lines) {

    static final String TYPE = "kr.gosan.payment.estimate-settled.v1";

    /** @param openAfter what is still owed of the estimate */
    record FundLine(Fund fund, Won confirmed, Won estimated, Won openBefore, Won openAfter) {}

    static EstimateSettled of(
            FiledReturn estimating, FiledReturn confirming, Insurance insurance, List<SettleEstimate.Line> lines) {
        return new EstimateSettled(
                estimating.managementNo(),
                estimating.insuranceYear(),
                estimating.returnId(),
                confirming.returnId(),
                confirming.filedOn(),
                insurance,
                lines.stream()
                        .map(line -> new FundLine(
                                line.fund(), line.confirmed(), line.estimated(), line.openBefore(), line.openAfter()))
                        .toList());
    }
}
