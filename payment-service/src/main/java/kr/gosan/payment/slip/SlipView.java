package kr.gosan.payment.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;

/**
 * A slip as it is printed: payable = ① + ② − ③ − ④.
 *
 * @param ePaymentNo {@code 0000-0000-00-0-0-000000}
 * @param period 0 for a lump sum, else the number of the instalment
 * @param confirmedAdditional ① confirmed premium to be added or, negative, the offset used
 * @param estimate ② the whole estimate or this instalment of it
 * @param lumpSumDiscount ③
 * @param eFilingReduction ④
 * @param dueDate the last day to pay, inclusive
 * @param payment missing while the slip is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlipView(
        UUID slipId,
        String ePaymentNo,
        WorkplaceNumber managementNo,
        UUID returnId,
        int insuranceYear,
        Insurance insurance,
        int period,
        List<FundFigures> funds,
        Won confirmedAdditional,
        Won estimate,
        Won lumpSumDiscount,
        Won eFilingReduction,
        Won payable,
        LocalDate statutoryDueDate,
        LocalDate dueDate,
        SlipState state,
        SlipPayment payment) {

    /** @param late paid after the due date: the lump-sum discount, where there is one, stays owed */
    record SlipPayment(UUID paymentId, LocalDate paidOn, boolean late, Channel channel) {}

    /** @param payment null while the slip is open */
    static SlipView of(Slip slip, Payment payment) {
        PaymentPeriod figures = slip.figures();
        return new SlipView(
                slip.slipId(),
                slip.ePaymentNo().toString(),
                slip.debt().managementNo(),
                slip.debt().returnId(),
                slip.debt().insuranceYear(),
                slip.debt().insurance(),
                slip.debt().period(),
                figures.funds(),
                figures.confirmedAdditional(),
                figures.estimate(),
                figures.lumpSumDiscount(),
                figures.eFilingReduction(),
                figures.payable(),
                figures.statutoryDueDate(),
                slip.dueDate(),
                slip.state(),
                payment == null
                        ? null
                        : new SlipPayment(
                                payment.paymentId(),
                                payment.paidOn(),
                                payment.paidOn().isAfter(slip.dueDate()),
                                payment.channel()));
    }
}
