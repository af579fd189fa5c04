package kr.gosan.payment.institution;

import java.time.OffsetDateTime;
import java.util.UUID;
import kr.gosan.kernel.money.Won;

/** Takes money from an account whose holder has agreed to it (계좌 자동이체). */
public interface DirectDebit {

    /**
     * Debits once, whatever happens on the way.
     *
     * @throws InstitutionFault when the institution refuses the message itself or answers what nobody signed: a defect
     */
    Answer debit(Order order);

    /**
     * @param requestId names the order for ever
     * @param amount positive
     * @param memo what the holder reads in the account: the e-payment number
     * @param at when it is debited, on the day the workplace lives
     */
    record Order(UUID requestId, BankAccount account, Won amount, String memo, OffsetDateTime at) {}

    /** What became of an order. */
    sealed interface Answer {

        /** @param transactionId the institution's own number, which its daily file names too */
        record Debited(String transactionId, OffsetDateTime at) implements Answer {}

        /** Nothing was debited, and never will be under this request id. */
        record Refused(Refusal reason) implements Answer {}

        /** Nobody knows yet: ask again later, with the same order. */
        record Unanswered() implements Answer {}
    }

    /** Why an account is not debited. */
    enum Refusal {
        NO_SUCH_ACCOUNT,
        ACCOUNT_CLOSED,
        HOLDER_DIFFERS,
        INSUFFICIENT_FUNDS
    }
}
