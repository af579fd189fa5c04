package kr.gosan.payment.institution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Transfers from the agency's account at 우리은행. */
@Singleton
class TransferOverHttp implements Transfer {

    private static final Institution BANK = Institution.OF_TRANSFERS;

    private final SignedCalls calls;

    TransferOverHttp(SignedCalls calls) {
        this.calls = calls;
    }

    @Override
    public Holder holder(BankAccount account) {
        // The question is its own name: it changes nothing, so it may be told from others by what it asks.
        UUID question = UUID.nameUUIDFromBytes(
                (account.bank() + account.digits() + account.holder()).getBytes(StandardCharsets.UTF_8));
        return calls.send(BANK, "holder-checks", with(calls.message("holder-check", question), account))
                .map(node -> new Answers(BANK, node).one("holder", Holder.class))
                .orElse(Holder.UNANSWERED);
    }

    @Override
    public Answer send(Order order) {
        ObjectNode message = with(calls.message("transfer", order.requestId()), order.account())
                .put("amount", order.amount().amount())
                .put("memo", order.memo())
                .put("at", order.at().toString());
        return calls.send(BANK, "transfers", message)
                .map(node -> sent(new Answers(BANK, node)))
                .orElseGet(Answer.Unanswered::new);
    }

    @Override
    public Outcome outcome(UUID requestId) {
        ObjectNode message = calls.message("transfer-outcome", requestId).put("transferId", requestId.toString());
        return calls.send(BANK, "transfer-outcomes", message)
                .map(node -> outcome(new Answers(BANK, node)))
                .orElseGet(Outcome.Unanswered::new);
    }

    private static ObjectNode with(ObjectNode message, BankAccount account) {
        return message.put("bank", account.bank())
                .put("accountNo", account.digits())
                .put("holder", account.holder());
    }

    private static Answer sent(Answers answer) {
        return answer.done()
                ? new Answer.Sent(answer.text("transactionId"), answer.time("at"))
                : new Answer.Refused(answer.one("reason", Refusal.class));
    }

    private static Outcome outcome(Answers answer) {
        return switch (answer.text("outcome")) {
            case "PENDING" -> new Outcome.Pending();
            case "PAID" -> new Outcome.Paid(answer.time("at"));
            case "RETURNED" -> new Outcome.Returned(answer.one("reason", Refusal.class), answer.time("at"));
            case "UNKNOWN" -> new Outcome.Unknown();
            default -> throw answer.fault("outcome");
        };
    }
}
