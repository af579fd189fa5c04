package kr.gosan.payment.institution;

import java.time.OffsetDateTime;
import java.util.UUID;
import kr.gosan.kernel.money.Won;

/** Charges a card whose holder has agreed to it (신용카드 자동이체). */
public interface CardCharge {

    /**
     * Charges amount and fee together, once, whatever happens on the way.
     *
     * @throws InstitutionFault when the network refuses the message itself or answers what nobody signed: a defect
     */
    Answer charge(Order order);

    /**
     * @param requestId names the order for ever
     * @param card number of the card, digits with or without hyphens
     * @param amount of the slip, positive
     * @param fee what the payer bears on top, zero or more
     * @param memo what the holder reads on the bill: the e-payment number
     * @param at when it is charged, on the day the workplace lives
     */
    record Order(UUID requestId, String card, Won amount, Won fee, String memo, OffsetDateTime at) {

        /** Masked: a card number is never logged. */
        @Override
        public String toString() {
            return "Order[" + requestId + " ***]";
        }
    }

    /** What became of an order. */
    sealed interface Answer {

        /**
         * @param approvalNo the network's own number, which its daily file names too
         * @param at the approval, whose day counts as the day of payment (보험료징수법 §16의12②)
         */
        record Approved(String approvalNo, OffsetDateTime at) implements Answer {}

        /** Nothing was charged, and never will be under this request id. */
        record Declined(Refusal reason) implements Answer {}

        /** Nobody knows yet: ask again later, with the same order. */
        record Unanswered() implements Answer {}
    }

    /** Why a card is not charged. */
    enum Refusal {
        NO_SUCH_CARD,
        CARD_EXPIRED,
        CARD_STOPPED,
        LIMIT_EXCEEDED
    }
}
