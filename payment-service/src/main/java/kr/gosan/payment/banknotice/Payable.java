package kr.gosan.payment.banknotice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.DebtKind;

/**
 * What may be paid for a slip, or why not.
 *
 * @param fee what the payer bears on top; missing where it is known between bounds only
 * @param feeAtLeast with feeAtMost: where it is not nothing, it lies between these
 * @param total amount and fee
 * @param refusal missing when it may be paid so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Payable(
        String ePaymentNo,
        WorkplaceNumber managementNo,
        Insurance insurance,
        int insuranceYear,
        DebtKind debtKind,
        int period,
        Won payable,
        LocalDate dueDate,
        LocalDate lastDay,
        Won fee,
        Won feeAtLeast,
        Won feeAtMost,
        Won total,
        Refused refusal) {

    /**
     * @param code of the slip ({@code ALREADY_PAID}, {@code SLIP_CANCELLED}, {@code SLIP_CLOSED}) or of the way of payment
     * @param reason in the language asked for
     * @param source what says so
     * @param replacedBy the slip that took the place of a cancelled one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(String code, String reason, String source, String replacedBy) {}
}
