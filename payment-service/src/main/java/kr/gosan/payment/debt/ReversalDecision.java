package kr.gosan.payment.debt;

import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.kernel.money.Won;

/**
 * What becomes of a reversal.
 *
 * @param fault why it is refused; empty otherwise
 */
public record ReversalDecision(NoticeOutcome outcome, Optional<Fault> fault) {

    /** Why a reversal is refused. Operators have to settle it with the bank: the daily comparison names it until then. */
    public enum Fault {
        /** The number it names is that of a reversal. */
        NOT_A_PAYMENT,
        /** Not the amount of the payment. */
        AMOUNT_DIFFERS,
        /** Dated before the day of the payment. */
        BEFORE_PAYMENT,
        /** The money was refunded, offset or resolved since, or what had been collected was made a refund because of it. */
        MONEY_SPENT
    }

    /**
     * The message a reversal names, as it was taken.
     *
     * @param reversed it was taken back already
     * @param spent the money went further since: a refund, an offset, a resolution of suspense; or it was told late, and what had
     *     been collected meanwhile became a refund because of it
     */
    public record Original(NoticeOutcome outcome, Won amount, LocalDate paidOn, boolean reversed, boolean spent) {}

    /**
     * @param earlier the first message of the same bank with the reversal's own transaction number
     * @param today the day it is
     * @param announced another reversal that says the same of the payment is kept already
     * @param original empty when nothing is known of the payment yet
     */
    public static ReversalDecision of(
            Reversal reversal,
            Optional<? extends BankMessage> earlier,
            LocalDate today,
            boolean announced,
            Optional<Original> original) {
        if (earlier.isPresent()) {
            return taken(
                    earlier.get().equals(reversal) ? NoticeOutcome.DUPLICATE : NoticeOutcome.CONFLICTING_DUPLICATE);
        }
        if (reversal.reversedOn().isAfter(today)) {
            return taken(NoticeOutcome.DATED_AHEAD);
        }
        return original.map(of -> of(reversal, of))
                .orElseGet(() -> taken(announced ? NoticeOutcome.ALREADY_REVERSED : NoticeOutcome.REVERSAL_AHEAD));
    }

    private static ReversalDecision of(Reversal reversal, Original original) {
        return switch (original.outcome()) {
            case ACCEPTED -> takenBack(reversal, original, NoticeOutcome.REVERSED);
            case UNKNOWN_NUMBER,
                    WRONG_AMOUNT,
                    ALREADY_PAID,
                    SLIP_CANCELLED,
                    BEFORE_ISSUE,
                    SLIP_CLOSED,
                    AFTER_LAST_DAY,
                    CHANNEL_REFUSED -> takenBack(reversal, original, NoticeOutcome.SUSPENSE_REVERSED);
            case REVERSED_BEFORE -> taken(NoticeOutcome.ALREADY_REVERSED);
            case REVERSED,
                    SUSPENSE_REVERSED,
                    REVERSAL_AHEAD,
                    ALREADY_REVERSED,
                    DUPLICATE,
                    CONFLICTING_DUPLICATE,
                    DATED_AHEAD,
                    REVERSAL_REFUSED -> refused(Fault.NOT_A_PAYMENT);
        };
    }

    private static ReversalDecision takenBack(Reversal reversal, Original original, NoticeOutcome outcome) {
        if (original.reversed()) {
            return taken(NoticeOutcome.ALREADY_REVERSED);
        }
        return misfit(reversal, original.amount(), original.paidOn())
                .map(ReversalDecision::refused)
                .orElseGet(() -> original.spent() ? refused(Fault.MONEY_SPENT) : taken(outcome));
    }

    /** Why a reversal cannot be that of a payment, whichever of the two came first; empty when it can. */
    public static Optional<Fault> misfit(Reversal reversal, Won amount, LocalDate paidOn) {
        if (reversal.amount().filter(told -> !told.equals(amount)).isPresent()) {
            return Optional.of(Fault.AMOUNT_DIFFERS);
        }
        return reversal.reversedOn().isBefore(paidOn) ? Optional.of(Fault.BEFORE_PAYMENT) : Optional.empty();
    }

    private static ReversalDecision taken(NoticeOutcome outcome) {
        return new ReversalDecision(outcome, Optional.empty());
    }

    private static ReversalDecision refused(Fault fault) {
        return new ReversalDecision(NoticeOutcome.REVERSAL_REFUSED, Optional.of(fault));
    }
}
