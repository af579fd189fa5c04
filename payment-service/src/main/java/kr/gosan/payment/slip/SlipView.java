package kr.gosan.payment.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipExplanation;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.virtualaccount.VirtualAccount;

/**
 * A slip as it is printed: payable = ① + ② − ③ − ④, and the charge where there is one.
 *
 * @param ePaymentNo {@code 0000-0000-00-0-0-000000}
 * @param originId what the debt stems from: the return, the correction or the charge
 * @param returnId missing for what stems from no return
 * @param period 0 for a lump sum, else the number of the instalment
 * @param lines what the amount is made of, line by line; they add up to {@code payable}
 * @param confirmedAdditional ① confirmed premium to be added or, negative, the offset used
 * @param estimate ② the whole estimate or this instalment of it
 * @param lumpSumDiscount ③
 * @param eFilingReduction ④
 * @param charge what is no premium: 가산금 of a correction, a 급여징수금 or a 과태료
 * @param dueDate the last day to pay in time, inclusive
 * @param lastDay the last day the slip may be paid: the due date, or, when it was issued after that, the next business day
 * @param cause why it was issued
 * @param causeId what it followed from; missing for the return itself
 * @param correctionNo place of the correction in its return's chain, where one was the reason
 * @param replaces the cancelled slip whose place it took
 * @param virtualAccounts where it may be paid by virtual account; missing when it may not, or not yet
 * @param payment missing while the slip is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlipView(
        UUID slipId,
        String ePaymentNo,
        WorkplaceNumber managementNo,
        DebtKind debtKind,
        UUID originId,
        UUID returnId,
        int insuranceYear,
        Insurance insurance,
        int period,
        List<FundFigures> funds,
        List<SlipExplanation.Line> lines,
        Won confirmedAdditional,
        Won estimate,
        Won lumpSumDiscount,
        Won eFilingReduction,
        Won charge,
        Won payable,
        LocalDate statutoryDueDate,
        LocalDate dueDate,
        LocalDate lastDay,
        SlipState state,
        SlipState.Cause cause,
        UUID causeId,
        Integer correctionNo,
        UUID replaces,
        List<SlipAccount> virtualAccounts,
        SlipPayment payment) {

    /** @param accountNo takes one deposit of the exact amount */
    record SlipAccount(String bank, String accountNo) {}

    /** @param late paid after the due date: the lump-sum discount, where there is one, stays owed */
    record SlipPayment(UUID paymentId, LocalDate paidOn, boolean late, Channel channel) {}

    /** @param payment null while the slip is open */
    static SlipView of(Slip slip, SlipReason reason, List<VirtualAccount> accounts, Payment payment) {
        PaymentPeriod figures = slip.figures();
        return new SlipView(
                slip.slipId(),
                slip.ePaymentNo().toString(),
                slip.debt().managementNo(),
                slip.debt().kind(),
                slip.debt().originId(),
                slip.debt().returnId(),
                slip.debt().insuranceYear(),
                slip.debt().insurance(),
                slip.debt().period(),
                figures.funds(),
                SlipExplanation.of(slip.debt().kind(), figures),
                figures.confirmedAdditional(),
                figures.estimate(),
                figures.lumpSumDiscount(),
                figures.eFilingReduction(),
                figures.charge(),
                figures.payable(),
                figures.statutoryDueDate(),
                slip.dueDate(),
                slip.lastDay(),
                slip.state(),
                reason.cause(),
                reason.causeId().orElse(null),
                reason.correctionNo().orElse(null),
                slip.replaces().orElse(null),
                slip.state() == SlipState.ISSUED && !accounts.isEmpty()
                        ? accounts.stream()
                                .map(account -> new SlipAccount(account.bankName(), account.accountNo()))
                                .toList()
                        : null,
                payment == null
                        ? null
                        : new SlipPayment(
                                payment.paymentId(),
                                payment.paidOn(),
                                payment.paidOn().isAfter(slip.dueDate()),
                                payment.channel()));
    }
}
