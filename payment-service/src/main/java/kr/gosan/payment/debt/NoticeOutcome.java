package kr.gosan.payment.debt;

import java.util.Optional;

/** What becomes of a bank's notice. Every notice has exactly one outcome. */
public enum NoticeOutcome {
    /** The exact amount for a slip that was open: the slip is paid. */
    ACCEPTED,
    /** The same notice again: nothing happens, the bank gets the first answer. */
    DUPLICATE,
    /** A known transaction number with other content: refused; one movement of money cannot be two things. */
    CONFLICTING_DUPLICATE,
    /** No slip has the number. The money stands on suspense, belonging to nobody yet. */
    UNKNOWN_NUMBER,
    /** Not the slip's amount. The slip stays open, the money stands on suspense. */
    WRONG_AMOUNT,
    /** The slip was paid before, through whichever channel. The money stands on suspense. */
    ALREADY_PAID;

    /**
     * @param earlier the first notice of the same bank with the same transaction number
     * @param slip the slip with the notice's number
     */
    public static NoticeOutcome of(Notice notice, Optional<Notice> earlier, Optional<Slip> slip) {
        if (earlier.isPresent()) {
            return earlier.get().equals(notice) ? DUPLICATE : CONFLICTING_DUPLICATE;
        }
        if (slip.isEmpty()) {
            return UNKNOWN_NUMBER;
        }
        if (SlipState.edge(Optional.of(slip.get().state()), SlipState.Cause.EXACT_PAYMENT)
                .isEmpty()) {
            return ALREADY_PAID;
        }
        return slip.get().figures().payable().equals(notice.amount()) ? ACCEPTED : WRONG_AMOUNT;
    }

    /** Whether the notice tells of money that no slip could take. */
    public boolean suspends() {
        return this == UNKNOWN_NUMBER || this == WRONG_AMOUNT || this == ALREADY_PAID;
    }
}
