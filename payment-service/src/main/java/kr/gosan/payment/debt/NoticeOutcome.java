package kr.gosan.payment.debt;

import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.kernel.money.Won;

/** What becomes of a bank's message. Every message has exactly one outcome; {@link Effect} says what it does to money. */
public enum NoticeOutcome {
    /** The exact amount for a slip that may be paid: the slip is paid. */
    ACCEPTED(Effect.SETTLES),
    /** The same message again: nothing happens, the bank gets the first answer. */
    DUPLICATE(Effect.NOTHING),
    /** A known transaction number with other content: refused; one movement of money cannot be two things. */
    CONFLICTING_DUPLICATE(Effect.REFUSED),
    /** Dated on a day that has not come: refused; the bank may send it right. */
    DATED_AHEAD(Effect.REFUSED),
    /** No slip has the number, or the virtual account is nobody's. The money belongs to nobody yet. */
    UNKNOWN_NUMBER(Effect.SUSPENDS),
    /** Not the slip's amount. The slip stays open. */
    WRONG_AMOUNT(Effect.SUSPENDS),
    /** The slip was paid before, through whichever channel. */
    ALREADY_PAID(Effect.SUSPENDS),
    /** Another slip, or an offset, took the slip's place. */
    SLIP_CANCELLED(Effect.SUSPENDS),
    /** Dated before the slip was issued: nobody can have paid under its number on that day. The slip stays open. */
    BEFORE_ISSUE(Effect.SUSPENDS),
    /** Paid after the slip's last day, and its debt is with 국민건강보험공단 by now. */
    SLIP_CLOSED(Effect.SUSPENDS),
    /** Paid after the slip's last day. */
    AFTER_LAST_DAY(Effect.SUSPENDS),
    /** The way it was paid does not take such a payment. The slip stays open. */
    CHANNEL_REFUSED(Effect.SUSPENDS),
    /** The payment's reversal came before it: the money is gone already. */
    REVERSED_BEFORE(Effect.NOTHING),
    /** A payment was taken back: the slip is open again. */
    REVERSED(Effect.GIVES_BACK),
    /** Money that no slip could take was taken back. */
    SUSPENSE_REVERSED(Effect.GIVES_BACK),
    /** The payment it takes back is not known yet; when it comes, and fits, it has no effect. */
    REVERSAL_AHEAD(Effect.NOTHING),
    /** The payment was taken back before. */
    ALREADY_REVERSED(Effect.NOTHING),
    /** The money is gone another way, or the reversal does not fit the payment: refused, for operators to settle. */
    REVERSAL_REFUSED(Effect.REFUSED);

    /** What an outcome does to money. */
    public enum Effect {
        /** Settles a slip. */
        SETTLES,
        /** The money stands on suspense. */
        SUSPENDS,
        /** Money that was received goes back. */
        GIVES_BACK,
        /** Nothing moves, and nothing is wrong. */
        NOTHING,
        /** Nothing moves; the message is kept, and its transaction number stays free. */
        REFUSED
    }

    private final Effect effect;

    NoticeOutcome(Effect effect) {
        this.effect = effect;
    }

    public Effect effect() {
        return effect;
    }

    /**
     * What is known when a payment is told of.
     *
     * @param earlier the first message of the same bank with the same transaction number
     * @param today the day it is
     * @param reversedBefore a reversal that fits the payment came before it
     * @param slip the slip paid for
     * @param channelRefuses the way of payment does not take it
     * @param reduction what of the slip is not to be paid, because it was debited automatically
     */
    public record Found(
            Optional<? extends BankMessage> earlier,
            LocalDate today,
            boolean reversedBefore,
            Optional<Slip> slip,
            boolean channelRefuses,
            Won reduction) {

        public Found(
                Optional<? extends BankMessage> earlier,
                LocalDate today,
                boolean reversedBefore,
                Optional<Slip> slip,
                boolean channelRefuses) {
            this(earlier, today, reversedBefore, slip, channelRefuses, Won.ZERO);
        }
    }

    /** The outcome of a payment. What makes the message worthless comes first, then the slip's state, the amount and the way. */
    public static NoticeOutcome of(Notice notice, Found found) {
        if (found.earlier().isPresent()) {
            return found.earlier().get().equals(notice) ? DUPLICATE : CONFLICTING_DUPLICATE;
        }
        if (notice.paidOn().isAfter(found.today())) {
            return DATED_AHEAD;
        }
        if (found.reversedBefore()) {
            return REVERSED_BEFORE;
        }
        if (found.slip().isEmpty()) {
            return UNKNOWN_NUMBER;
        }
        Slip slip = found.slip().get();
        return standing(slip, notice.paidOn()).orElseGet(() -> {
            if (!slip.figures().payable().minus(found.reduction()).equals(notice.amount())) {
                return WRONG_AMOUNT;
            }
            return found.channelRefuses() ? CHANNEL_REFUSED : ACCEPTED;
        });
    }

    /** As {@link #of(Notice, Found)}, where neither the day nor the way of payment is in question. */
    public static NoticeOutcome of(Notice notice, Optional<Notice> earlier, Optional<Slip> slip) {
        return of(notice, new Found(earlier, notice.paidOn(), false, slip, false));
    }

    /** Why a slip takes no money paid on a day, whatever the amount; empty when it does. */
    public static Optional<NoticeOutcome> standing(Slip slip, LocalDate paidOn) {
        return standing(slip, slip.issuedOn(), paidOn);
    }

    /** As the other one. @param from the first day that counts: where the slip took the place of another, the day of that one */
    public static Optional<NoticeOutcome> standing(Slip slip, LocalDate from, LocalDate paidOn) {
        boolean over = paidOn.isAfter(slip.lastDay());
        boolean open = slip.state() == SlipState.ISSUED || slip.state() == SlipState.CLOSED;
        if (open && paidOn.isBefore(from)) {
            return Optional.of(BEFORE_ISSUE);
        }
        return switch (slip.state()) {
            case ISSUED -> over ? Optional.of(AFTER_LAST_DAY) : Optional.empty();
            // Paid in time and told of late: what was handed over is taken back.
            case CLOSED -> over ? Optional.of(SLIP_CLOSED) : Optional.empty();
            case PAID -> Optional.of(ALREADY_PAID);
            case CANCELLED -> Optional.of(SLIP_CANCELLED);
        };
    }

    /** Whether the message tells of money that no slip could take. */
    public boolean suspends() {
        return effect == Effect.SUSPENDS;
    }

    /** Whether the message is the one that counts under its transaction number. */
    public boolean counts() {
        return this != DUPLICATE && effect != Effect.REFUSED;
    }
}
