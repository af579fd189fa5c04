package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import kr.gosan.sandbox.Journal.Movement;

/** Payers: each payment asks the agency first, then moves the money, writes it down and tells the agency. */
final class Payments {

    /** Movements that took money from a payer, by whoever's order. */
    private static final Set<String> FROM_PAYERS = Set.of("PAYMENT", "DEBIT", "CHARGE");

    private final Agency agency;
    private final Notices notices;
    private final HeldNotices held;
    private final Journal journal;
    private final Once once;

    Payments(Agency agency, Notices notices, HeldNotices held, Journal journal, Once once) {
        this.agency = agency;
        this.notices = notices;
        this.held = held;
        this.journal = journal;
        this.once = once;
    }

    /** What the agency said about a payment before it is made. */
    private record Terms(String ePaymentNo, long amount, long fee) {}

    /**
     * Pays. The answer tells the transaction and what became of the notice.
     *
     * @throws Problem 422 with the agency's code when the agency does not want the money; then nothing has moved
     */
    JsonNode pay(Way way, byte[] body) {
        Fields payment = Fields.read(
                body,
                "requestId",
                "virtualAccountNo",
                "ePaymentNo",
                "managementNo",
                "amount",
                "fee",
                "paidAt",
                "channel",
                "transfer",
                "hostile");
        UUID id = payment.idIfAny("requestId").orElseGet(UUID::randomUUID);
        return once.answer(id, payment.node(), () -> paid(way, payment));
    }

    private JsonNode paid(Way way, Fields payment) {
        Player player = way.player(payment);
        String channel = way.channel(payment);
        OffsetDateTime at = payment.timeIfAny("paidAt").orElseGet(Fields::now);
        Hostility hostile = Hostility.of(payment);
        Terms terms = hostile.skipInquiry() ? asThePayerSays(payment) : asked(player, channel, at, payment);
        Movement movement = journal.write(new Movement(
                player,
                journal.transactionId(player, at),
                "PAYMENT",
                terms.ePaymentNo(),
                payment.textIfAny("virtualAccountNo").orElse(null),
                null,
                null,
                terms.amount(),
                terms.fee(),
                channel,
                at));
        ObjectNode answer = Fields.JSON.createObjectNode();
        answer.put("transactionId", movement.transactionId())
                .put("amount", terms.amount())
                .put("fee", terms.fee())
                .put("total", terms.amount() + terms.fee());
        answer.set("notices", told(movement, Messages.notice(movement, payment, hostile.noticeAmount()), hostile));
        return answer;
    }

    private Terms asked(Player player, String channel, OffsetDateTime at, Fields payment) {
        Agency.Answer answer;
        try {
            answer = agency.tell(player, Messages.INQUIRIES, Messages.inquiry(channel, at, payment));
        } catch (IOException away) {
            throw new Problem(503, "agency-away");
        }
        if (answer.status() != 200) {
            throw new Problem(answer.maybeLater() ? 503 : 422, answer.code() == null ? "refused" : answer.code());
        }
        JsonNode item = Messages.payable(answer.body());
        // A fee that depends on the payer's bank is the payer's to tell.
        long fee = item.hasNonNull("fee")
                ? item.path("fee").asLong()
                : payment.numberIfAny("fee", 0).orElse(0L);
        return new Terms(item.path("ePaymentNo").asText(), item.path("payable").asLong(), fee);
    }

    /** A bank that asks nobody: the payer needs to know the e-payment number, or the account it stands for. */
    private static Terms asThePayerSays(Fields payment) {
        return new Terms(
                payment.textIfAny("ePaymentNo").orElse(null),
                payment.number("amount", 1),
                payment.numberIfAny("fee", 0).orElse(0L));
    }

    private ArrayNode told(Movement movement, ObjectNode notice, Hostility hostile) {
        ArrayNode results = Fields.JSON.createArrayNode();
        if (hostile.lose()) {
            results.addObject().put("delivery", "LOST");
        } else if (hostile.hold()) {
            held.hold(movement.player(), notice);
            results.addObject().put("delivery", "HELD");
        } else {
            pause(hostile.delayMillis());
            for (int i = 0; i < hostile.copies(); i++) {
                results.add(notices.deliver(movement.player(), Messages.NOTICES, notice));
            }
        }
        return results;
    }

    /** Takes a payment, or what was debited or charged by order, back: {@code {"transactionId": …, "at": …}}. */
    JsonNode reverse(byte[] body) {
        Fields order = Fields.read(body, "requestId", "transactionId", "at", "hostile");
        Movement taken = journal.find(order.text("transactionId"))
                .filter(movement -> FROM_PAYERS.contains(movement.kind()))
                .orElseThrow(() -> new Problem(404, "transaction-unknown"));
        // One payment is taken back once, whatever the request is called.
        UUID id = UUID.nameUUIDFromBytes(("reversal " + taken.transactionId()).getBytes());
        return once.answer(id, taken(taken), () -> {
            OffsetDateTime at = order.timeIfAny("at").orElse(taken.at().plusHours(1));
            Movement movement = journal.write(new Movement(
                    taken.player(),
                    journal.transactionId(taken.player(), at),
                    "REVERSAL",
                    taken.ePaymentNo(),
                    taken.virtualAccountNo(),
                    null,
                    taken.transactionId(),
                    taken.amount(),
                    taken.fee(),
                    taken.channel(),
                    at));
            ObjectNode answer = Fields.JSON.createObjectNode().put("transactionId", movement.transactionId());
            answer.set("notices", told(movement, Messages.reversal(movement), Hostility.of(order)));
            return answer;
        });
    }

    private static JsonNode taken(Movement movement) {
        return Fields.JSON.createObjectNode().put("reverses", movement.transactionId());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
