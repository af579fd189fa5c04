package kr.gosan.payment.banknotice;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.channel.ChannelRules;
import kr.gosan.payment.channel.Fee;
import kr.gosan.payment.channel.Refusal;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.TransferOrder;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.WorkplaceClock;

/** Tells a bank, before money moves, what would become of it: by the same rules a notice is judged by afterwards. */
@Singleton
class AnswerInquiry {

    private final SlipStore slips;
    private final SlipOfNotice slipOfNotice;
    private final ChannelRules rules;
    private final WorkplaceClock clock;
    private final Problems problems;

    AnswerInquiry(
            SlipStore slips, SlipOfNotice slipOfNotice, ChannelRules rules, WorkplaceClock clock, Problems problems) {
        this.slips = slips;
        this.slipOfNotice = slipOfNotice;
        this.rules = rules;
        this.clock = clock;
        this.problems = problems;
    }

    /** Every slip the number leads to; of a workplace those that are open, earliest due date first. */
    @Transactional
    List<Payable> answer(BankInquiry inquiry) {
        List<Slip> asked = inquiry.managementNo() != null
                ? slips.open(inquiry.managementNo())
                : slipOfNotice
                        .find(
                                inquiry.ePaymentNo() == null ? null : EPaymentNumber.of(inquiry.ePaymentNo()),
                                account(inquiry))
                        .stream()
                        .toList();
        return asked.stream().map(slip -> payable(slip, inquiry)).toList();
    }

    private static String account(BankInquiry inquiry) {
        return inquiry.virtualAccountNo() == null
                ? null
                : inquiry.virtualAccountNo().replace("-", "");
    }

    private Payable payable(Slip slip, BankInquiry inquiry) {
        Instant at = inquiry.at() == null
                ? clock.now(slip.debt().managementNo())
                : inquiry.at().toInstant();
        Notice notice = new Notice(
                "",
                // Each account takes its own deposit: the one that was asked for counts.
                inquiry.virtualAccountNo() == null ? slip.ePaymentNo() : null,
                account(inquiry),
                inquiry.amount() == null ? slip.figures().payable() : inquiry.amount(),
                Optional.ofNullable(inquiry.fee()),
                at,
                inquiry.channel(),
                inquiry.transfer() == null ? TransferOrder.IMMEDIATE : inquiry.transfer());
        Optional<Payable.Refused> refusal = NoticeOutcome.standing(slip, notice.paidOn())
                // The way of payment tells of the last day too, and why it is the last.
                .filter(outcome -> outcome != NoticeOutcome.AFTER_LAST_DAY)
                .map(outcome -> refused(outcome, slip))
                .or(() ->
                        rules.refusal(slipOfNotice.attempt(slip, notice, false)).map(this::refused));
        return switch (rules.fee(inquiry.channel(), slip.figures().payable(), notice.paidOn())) {
            case ChannelRules.FeeAnswer.Known(Fee.Exact(Won fee)) -> view(slip, fee, null, null, refusal.orElse(null));
            case ChannelRules.FeeAnswer.Known(Fee.FreeOrBetween(Won least, Won most)) ->
                view(slip, null, least, most, refusal.orElse(null));
            case ChannelRules.FeeAnswer.Unknown(Refusal unknown) ->
                view(slip, null, null, null, refusal.orElseGet(() -> refused(unknown)));
        };
    }

    private static Payable view(Slip slip, Won fee, Won least, Won most, Payable.Refused refusal) {
        Won payable = slip.figures().payable();
        return new Payable(
                slip.ePaymentNo().toString(),
                slip.debt().managementNo(),
                slip.debt().insurance(),
                slip.debt().insuranceYear(),
                slip.debt().kind(),
                slip.debt().period(),
                payable,
                slip.dueDate(),
                slip.lastDay(),
                fee,
                least,
                most,
                fee == null ? null : payable.plus(fee),
                refusal);
    }

    private Payable.Refused refused(Refusal refusal) {
        return new Payable.Refused(
                refusal.code().name(), problems.text(refusal.code().textKey()), refusal.source(), null);
    }

    private Payable.Refused refused(NoticeOutcome outcome, Slip slip) {
        String key =
                "channel-" + outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Payable.Refused(
                outcome.name(),
                problems.text(key),
                null,
                outcome == NoticeOutcome.SLIP_CANCELLED
                        ? slipOfNotice.replacing(slip).orElse(null)
                        : null);
    }
}
