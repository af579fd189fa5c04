package kr.gosan.payment.autodebit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.account.Purpose;
import kr.gosan.payment.account.RegisteredAccount;
import kr.gosan.payment.debt.Slip;

/** Data of the events about automatic debit. Accounts and cards are masked. */
final class DebitEvents {

    static final String ANNOUNCED = "kr.gosan.payment.debit-announced.v1";
    static final String REFUSED = "kr.gosan.payment.debit-refused.v1";

    private DebitEvents() {}

    /**
     * A debit that is coming (자동이체 출금 안내).
     *
     * @param amount what will be debited: payable less the reduction, without the fee
     * @param fee what the holder of a card bears on top
     * @param institution bank or card company
     * @param mobile the phone of mobile notices, masked; missing where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Announced(
            UUID slipId,
            String ePaymentNo,
            WorkplaceNumber managementNo,
            int insuranceYear,
            UUID returnId,
            Insurance insurance,
            int period,
            LocalDate dueDate,
            Won payable,
            Won reduction,
            Won amount,
            Won fee,
            Purpose purpose,
            String institution,
            String masked,
            String mobile) {

        static Announced of(Slip slip, Won reduction, Won fee, RegisteredAccount from, String mobile) {
            return new Announced(
                    slip.slipId(),
                    slip.ePaymentNo().toString(),
                    slip.debt().managementNo(),
                    slip.debt().insuranceYear(),
                    slip.debt().returnId(),
                    slip.debt().insurance(),
                    slip.debt().period(),
                    slip.dueDate(),
                    slip.figures().payable(),
                    reduction,
                    slip.figures().payable().minus(reduction),
                    fee,
                    from.purpose(),
                    from.institution(),
                    from.masked(),
                    mobile);
        }
    }

    /** Nothing was debited. The slip is payable any other way until its last day, for its whole amount. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(
            UUID slipId,
            String ePaymentNo,
            WorkplaceNumber managementNo,
            int insuranceYear,
            UUID returnId,
            Insurance insurance,
            int period,
            LocalDate dueDate,
            LocalDate lastDay,
            Won payable,
            Purpose purpose,
            String institution,
            String masked,
            String reason) {

        static Refused of(Slip slip, RegisteredAccount from, String reason) {
            return new Refused(
                    slip.slipId(),
                    slip.ePaymentNo().toString(),
                    slip.debt().managementNo(),
                    slip.debt().insuranceYear(),
                    slip.debt().returnId(),
                    slip.debt().insurance(),
                    slip.debt().period(),
                    slip.dueDate(),
                    slip.lastDay(),
                    slip.figures().payable(),
                    from.purpose(),
                    from.institution(),
                    from.masked(),
                    reason);
        }
    }
}
