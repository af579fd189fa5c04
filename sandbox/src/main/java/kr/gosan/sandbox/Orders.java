package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kr.gosan.sandbox.Journal.Movement;

/** What the agency orders: debits, charges, transfers, blocks of virtual accounts, arrears to be collected. */
final class Orders {

    private static final int LARGEST_BLOCK = 1_000;

    private final Journal journal;
    private final Once once;
    private final Map<UUID, Sent> transfers = new ConcurrentHashMap<>();
    private final Map<UUID, JsonNode> handedOver = new ConcurrentHashMap<>();
    private final Set<UUID> silenced = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();

    Orders(Journal journal, Once once) {
        this.journal = journal;
        this.once = once;
    }

    /** @param back the money coming back; null while it is away */
    private record Sent(TestAccount to, Movement movement, boolean asked, Back back) {}

    /** @param reason why, as the bank names it */
    record Back(Movement movement, String reason) {}

    JsonNode debit(Player player, byte[] body) {
        Fields order = Fields.read(body, "message", "requestId", "bank", "accountNo", "holder", "amount", "memo", "at");
        expect(order, "debit");
        order.text("bank");
        order.text("holder");
        TestAccount account = TestAccount.of(order.digits("accountNo"));
        return carriedOut(order, account, () -> switch (account) {
            case UNKNOWN -> refused("NO_SUCH_ACCOUNT");
            case CLOSED -> refused("ACCOUNT_CLOSED");
            case OF_ANOTHER -> refused("HOLDER_DIFFERS");
            case EMPTY -> refused("INSUFFICIENT_FUNDS");
            case ORDINARY, RETURNING, SLOW, SILENT -> moved(player, order, "DEBIT", "DEBIT_ACCOUNT", 0);
        });
    }

    JsonNode charge(Player player, byte[] body) {
        Fields order = Fields.read(body, "message", "requestId", "card", "amount", "fee", "memo", "at");
        expect(order, "charge");
        long fee = order.number("fee", 0);
        TestAccount card = TestAccount.of(order.digits("card"));
        return carriedOut(order, card, () -> switch (card) {
            case UNKNOWN -> refused("NO_SUCH_CARD");
            case CLOSED -> refused("CARD_EXPIRED");
            case OF_ANOTHER -> refused("CARD_STOPPED");
            case EMPTY -> refused("LIMIT_EXCEEDED");
            case ORDINARY, RETURNING, SLOW, SILENT -> moved(player, order, "CHARGE", "DEBIT_CARD", fee);
        });
    }

    JsonNode transfer(Player player, byte[] body) {
        Fields order = Fields.read(body, "message", "requestId", "bank", "accountNo", "holder", "amount", "memo", "at");
        expect(order, "transfer");
        order.text("bank");
        order.text("holder");
        TestAccount account = TestAccount.of(order.digits("accountNo"));
        return carriedOut(order, account, () -> switch (account) {
            case UNKNOWN -> refused("NO_SUCH_ACCOUNT");
            case CLOSED -> refused("ACCOUNT_CLOSED");
            case OF_ANOTHER -> refused("HOLDER_DIFFERS");
            case ORDINARY, EMPTY, RETURNING, SLOW, SILENT -> {
                ObjectNode answer = moved(player, order, "TRANSFER", null, 0);
                Movement movement =
                        journal.find(answer.get("transactionId").asText()).orElseThrow();
                transfers.put(order.id("requestId"), new Sent(account, movement, false, null));
                yield answer;
            }
        });
    }

    JsonNode holder(byte[] body) {
        Fields question = Fields.read(body, "message", "requestId", "bank", "accountNo", "holder");
        expect(question, "holder-check");
        question.text("holder");
        String holder = switch (TestAccount.of(question.digits("accountNo"))) {
            case UNKNOWN -> "NO_SUCH_ACCOUNT";
            case CLOSED -> "ACCOUNT_CLOSED";
            case OF_ANOTHER -> "DIFFERS";
            case ORDINARY, EMPTY, RETURNING, SLOW, SILENT -> "SAME";
        };
        return answer(question).put("holder", holder);
    }

    /** What became of a transfer; asking moves it on, so that no test has to wait. */
    JsonNode outcome(Player player, byte[] body) {
        Fields question = Fields.read(body, "message", "requestId", "transferId");
        expect(question, "transfer-outcome");
        UUID id = question.id("transferId");
        Sent sent = transfers.get(id);
        ObjectNode answer = answer(question);
        if (sent == null) {
            return answer.put("outcome", "UNKNOWN");
        }
        if (sent.to() == TestAccount.SLOW && !sent.asked()) {
            transfers.put(id, new Sent(sent.to(), sent.movement(), true, sent.back()));
            return answer.put("outcome", "PENDING");
        }
        OffsetDateTime at = sent.movement().at().plusMinutes(1);
        if (sent.to() == TestAccount.RETURNING) {
            takeBack(player, id, "ACCOUNT_CLOSED", Optional.of(at));
        }
        Back back = transfers.get(id).back();
        if (back == null) {
            return answer.put("outcome", "PAID").put("at", at.toString());
        }
        return answer.put("outcome", "RETURNED")
                .put("reason", back.reason())
                .put("at", back.movement().at().toString());
    }

    /**
     * Sends the money of a transfer back, also after it had arrived; the same again when it is back already.
     *
     * @param at an hour after it was sent where nothing is told
     */
    Back takeBack(Player player, UUID id, String reason, Optional<OffsetDateTime> at) {
        Sent now = transfers.computeIfPresent(id, (order, sent) -> {
            if (sent.back() != null) {
                return sent;
            }
            OffsetDateTime when = at.orElse(sent.movement().at().plusHours(1));
            Movement movement = journal.write(new Movement(
                    player,
                    journal.transactionId(player, when),
                    "TRANSFER_RETURNED",
                    null,
                    null,
                    id,
                    sent.movement().transactionId(),
                    sent.movement().amount(),
                    0,
                    null,
                    when));
            return new Sent(sent.to(), sent.movement(), sent.asked(), new Back(movement, reason));
        });
        if (now == null) {
            throw new Problem(404, "transfer-unknown");
        }
        return now.back();
    }

    JsonNode allot(Player player, byte[] body) {
        Fields order = Fields.read(body, "message", "requestId", "count");
        expect(order, "virtual-accounts");
        long count = order.number("count", 1);
        if (count > LARGEST_BLOCK) {
            throw Problem.field("count");
        }
        return once.answer(order.id("requestId"), order.node(), () -> {
            ObjectNode answer = answer(order);
            ArrayNode numbers = answer.putArray("accountNos");
            for (long i = 0; i < count; i++) {
                numbers.add(VirtualAccountNumber.of(player, random));
            }
            return answer;
        });
    }

    JsonNode handOver(byte[] body) {
        JsonNode message = Fields.read(
                        body,
                        "message",
                        "requestId",
                        "change",
                        "debtKind",
                        "managementNo",
                        "insuranceYear",
                        "originId",
                        "insurance",
                        "period",
                        "dueDate",
                        "principal",
                        "others",
                        "on")
                .node();
        Fields order = new Fields((ObjectNode) message);
        expect(order, "hand-over");
        UUID id = order.id("requestId");
        order.text("managementNo");
        for (String amounts : List.of("principal", "others")) {
            if (!message.path(amounts).isObject()) {
                throw Problem.field(amounts);
            }
        }
        return once.answer(id, message, () -> {
            handedOver.put(id, message);
            return answer(order)
                    .put("receiptNo", "NHIS-" + id.toString().substring(0, 13).toUpperCase());
        });
    }

    /** Everything that was handed over of a workplace, in no order. */
    JsonNode handedOver(String managementNo) {
        ObjectNode all = Fields.JSON.createObjectNode();
        ArrayNode items = all.putArray("items");
        handedOver.values().stream()
                .filter(each -> each.path("managementNo").asText().equals(managementNo.replace("-", "")))
                .forEach(items::add);
        return all;
    }

    private JsonNode carriedOut(Fields order, TestAccount account, Supplier<ObjectNode> action) {
        UUID id = order.id("requestId");
        JsonNode answer = once.answer(id, order.node(), () -> action.get().put("requestId", id.toString()));
        if (account == TestAccount.SILENT && silenced.add(id)) {
            throw new LostAnswer();
        }
        return answer;
    }

    private ObjectNode moved(Player player, Fields order, String kind, String channel, long fee) {
        OffsetDateTime at = order.time("at");
        Movement movement = journal.write(new Movement(
                player,
                journal.transactionId(player, at),
                kind,
                order.text("memo"),
                null,
                order.id("requestId"),
                null,
                order.number("amount", 1),
                fee,
                channel,
                at));
        return Fields.JSON
                .createObjectNode()
                .put("outcome", "DONE")
                .put("transactionId", movement.transactionId())
                .put("at", at.toString());
    }

    private static ObjectNode refused(String reason) {
        return Fields.JSON.createObjectNode().put("outcome", "REFUSED").put("reason", reason);
    }

    private static ObjectNode answer(Fields order) {
        return Fields.JSON
                .createObjectNode()
                .put("requestId", order.id("requestId").toString());
    }

    private static void expect(Fields order, String message) {
        if (!order.text("message").equals(message)) {
            throw Problem.field("message");
        }
    }
}
