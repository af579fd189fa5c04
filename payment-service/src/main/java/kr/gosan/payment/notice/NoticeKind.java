package kr.gosan.payment.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What employers are told of, and the event of this service that each follows from. */
public enum NoticeKind {
    SLIP_ISSUED("slip-issued.v1"),
    /** Another slip took the place of one that was told before. */
    SLIP_REPLACED("slip-issued.v1"),
    /** Nothing is payable any more; where another slip takes the place, that one is told. */
    SLIP_CANCELLED("slip-cancelled.v1"),
    DUE_DATE_MOVED("slip-due-date-moved.v1"),
    DUE_SOON("payment-due-soon.v1"),
    PAYMENT_RECEIVED("payment-received.v1"),
    PAYMENT_REVERSED("payment-reversed.v1"),
    /** Money came that settled nothing. */
    MONEY_SUSPENDED("money-suspended.v1"),
    /** It was decided what becomes of such money. */
    SUSPENSE_RESOLVED("suspense-resolved.v1"),
    /** A premium too small to collect gets no slip. */
    SMALL_AMOUNT_DROPPED("small-amount-dropped.v1"),
    HANDED_OVER("arrears-handed-over.v1"),
    TAKEN_BACK("arrears-taken-back.v1"),
    /** What is with the collector is less, and not because it collected. */
    ARREARS_REDUCED("arrears-reduced.v1"),
    ARREARS_COLLECTED("arrears-collected.v1"),
    COLLECTION_REVERSED("arrears-collection-reversed.v1"),
    ESTIMATE_SETTLED("estimate-settled.v1"),
    OVERPAYMENT_OFFSET("overpayment-offset.v1"),
    REFUND_DECIDED("refund-decided.v1"),
    REFUND_PAID("refund-paid.v1"),
    REFUND_RETURNED("refund-returned.v1"),
    DEBIT_ANNOUNCED("debit-announced.v1"),
    DEBIT_REFUSED("debit-refused.v1"),
    CHARGE_ASSESSED("charge-assessed.v1"),
    CHARGE_CANCELLED("charge-cancelled.v1");

    private static final String PREFIX = "kr.gosan.payment.";

    private final String event;

    NoticeKind(String event) {
        this.event = PREFIX + event;
    }

    /** The type of the event that it follows from. */
    String event() {
        return event;
    }

    /** Whether employers are told anything of events of the type. */
    static boolean tells(String event) {
        return Stream.of(values()).anyMatch(kind -> kind.event.equals(event));
    }

    /**
     * The keys of its texts in Korean and English.
     *
     * @param way what became of suspended money; null where the event names none
     */
    public String textKey(String way) {
        String key = "notice-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        return this == SUSPENSE_RESOLVED ? key + "-" + way.toLowerCase(Locale.ROOT) : key;
    }

    /**
     * What an event tells employers; empty when it tells them nothing.
     *
     * @param replaces whether a slip that is issued takes the place of another
     * @param replaced whether another takes the place of a slip that is cancelled
     */
    public static Optional<NoticeKind> of(String event, boolean replaces, boolean replaced) {
        return Stream.of(values())
                .filter(kind -> kind.event.equals(event))
                .filter(kind -> kind != SLIP_ISSUED || !replaces)
                .filter(kind -> kind != SLIP_REPLACED || replaces)
                .filter(kind -> kind != SLIP_CANCELLED || !replaced)
                .findFirst();
    }
}
