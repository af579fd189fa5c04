package kr.gosan.payment.institution;

import java.time.OffsetDateTime;
import java.util.UUID;
import kr.gosan.kernel.money.Won;

/** Transfers money of the agency to somebody's account: a refund. */
public interface Transfer {

    /** Asks whose account it is, before anything is sent. Changes nothing; may be asked as often as one likes. */
    Holder holder(BankAccount account);

    /**
     * Sends once, whatever happens on the way. Sent is not arrived: ask for the {@link #outcome} until it is told.
     *
     * @throws InstitutionFault when the bank refuses the message itself or answers what nobody signed: a defect
     */
    Answer send(Order order);

    /** What became of a transfer that was sent. A paid one may still come back later. */
    Outcome outcome(UUID requestId);

    /**
     * @param requestId names the order for ever
     * @param amount positive
     * @param memo what the holder reads in the account
     * @param at when it is sent, on the day the workplace lives
     */
    record Order(UUID requestId, BankAccount account, Won amount, String memo, OffsetDateTime at) {}

    /** Whose account it is. */
    enum Holder {
        SAME,
        DIFFERS,
        NO_SUCH_ACCOUNT,
        ACCOUNT_CLOSED,
        /** The bank could not be asked. */
        UNANSWERED
    }

    /** Whether the bank took an order. */
    sealed interface Answer {

        /** @param transactionId the bank's own number, which its daily file names too */
        record Sent(String transactionId, OffsetDateTime at) implements Answer {}

        /** Nothing was sent, and never will be under this request id. */
        record Refused(Refusal reason) implements Answer {}

        /** Nobody knows yet: ask again later, with the same order. */
        record Unanswered() implements Answer {}
    }

    /** What became of the money. */
    sealed interface Outcome {

        /** On its way. */
        record Pending() implements Outcome {}

        /** In the account. */
        record Paid(OffsetDateTime at) implements Outcome {}

        /** Back with the agency. */
        record Returned(Refusal reason, OffsetDateTime at) implements Outcome {}

        /** The bank never heard of it: send the order again. */
        record Unknown() implements Outcome {}

        /** The bank could not be asked. */
        record Unanswered() implements Outcome {}
    }

    /** Why money does not reach an account. */
    enum Refusal {
        NO_SUCH_ACCOUNT,
        ACCOUNT_CLOSED,
        HOLDER_DIFFERS
    }
}
