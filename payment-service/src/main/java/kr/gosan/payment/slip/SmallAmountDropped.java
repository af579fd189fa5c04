package kr.gosan.payment.slip;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentPeriod;

/**
 * Data of the event {@code kr.gosan.payment.small-amount-dropped.v1}.
 *
 * @param periods those that get no slip
 * @param amount what is not collected
 */
record SmallAmountDropped(
        WorkplaceNumber managementNo,
        int insuranceYear,
        UUID returnId,
        Insurance insurance,
        List<Integer> periods,
        Won amount,
        LocalDate on) {

    static final String TYPE = "kr.gosan.payment.small-amount-dropped.v1";

    static SmallAmountDropped of(FiledReturn filed, FiledInsurance insurance) {
        List<PaymentPeriod> payable = insurance.periods().stream()
                .filter(period -> period.payable().isPositive())
                .toList();
        return new SmallAmountDropped(
                filed.managementNo(),
                filed.insuranceYear(),
                filed.returnId(),
                insurance.insurance(),
                payable.stream().map(PaymentPeriod::period).toList(),
                Won.sum(payable.stream().map(PaymentPeriod::payable).toList()),
                filed.filedOn());
    }
}
