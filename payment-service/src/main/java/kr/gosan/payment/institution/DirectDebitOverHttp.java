package kr.gosan.payment.institution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;

/** Debits through 금융결제원, which reaches the accounts of all banks. */
@Singleton
class DirectDebitOverHttp implements DirectDebit {

    private final SignedCalls calls;

    DirectDebitOverHttp(SignedCalls calls) {
        this.calls = calls;
    }

    @Override
    public Answer debit(Order order) {
        ObjectNode message = calls.message("debit", order.requestId())
                .put("bank", order.account().bank())
                .put("accountNo", order.account().digits())
                .put("holder", order.account().holder())
                .put("amount", order.amount().amount())
                .put("memo", order.memo())
                .put("at", order.at().toString());
        return calls.send(Institution.GIRO, "debits", message)
                .map(node -> read(new Answers(Institution.GIRO, node)))
                .orElseGet(Answer.Unanswered::new);
    }

    private static Answer read(Answers answer) {
        return answer.done()
                ? new Answer.Debited(answer.text("transactionId"), answer.time("at"))
                : new Answer.Refused(answer.one("reason", Refusal.class));
    }
}
