package kr.gosan.payment.institution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;

/** Charges through the card network. */
@Singleton
class CardChargeOverHttp implements CardCharge {

    private final SignedCalls calls;

    CardChargeOverHttp(SignedCalls calls) {
        this.calls = calls;
    }

    @Override
    public Answer charge(Order order) {
        ObjectNode message = calls.message("charge", order.requestId())
                .put("card", order.card().replace("-", ""))
                .put("amount", order.amount().amount())
                .put("fee", order.fee().amount())
                .put("memo", order.memo())
                .put("at", order.at().toString());
        return calls.send(Institution.CARD, "charges", message)
                .map(node -> read(new Answers(Institution.CARD, node)))
                .orElseGet(Answer.Unanswered::new);
    }

    private static Answer read(Answers answer) {
        return answer.done()
                ? new Answer.Approved(answer.text("transactionId"), answer.time("at"))
                : new Answer.Declined(answer.one("reason", Refusal.class));
    }
}
