package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Notices that wait to be sent, in the order of the payments or the other way round. */
final class HeldNotices {

    private static final int MOST = 1_000;

    private final Notices notices;
    private final List<Held> held = new ArrayList<>();

    HeldNotices(Notices notices) {
        this.notices = notices;
    }

    private record Held(Player player, JsonNode notice) {}

    void hold(Player player, JsonNode notice) {
        synchronized (held) {
            if (held.size() >= MOST) {
                throw new Problem(507, "sandbox-full");
            }
            held.add(new Held(player, notice));
        }
    }

    /** Sends what waits: {@code {"order": "NEWEST_FIRST"}}, or oldest first; only those under a number when it is given. */
    JsonNode send(byte[] body) {
        Fields request = Fields.read(body, "order", "number");
        List<Held> now = taken(request.textIfAny("number").orElse(null));
        if (request.textIfAny("order").orElse("").equals("NEWEST_FIRST")) {
            Collections.reverse(now);
        }
        ObjectNode answer = Fields.JSON.createObjectNode();
        ArrayNode results = answer.putArray("notices");
        now.forEach(each -> results.add(notices.deliver(each.player(), Messages.NOTICES, each.notice())));
        return answer;
    }

    private List<Held> taken(String number) {
        synchronized (held) {
            List<Held> now = held.stream()
                    .filter(each -> number == null
                            || each.notice().path("ePaymentNo").asText().equals(number)
                            || each.notice().path("virtualAccountNo").asText().equals(number))
                    .toList();
            held.removeAll(now);
            return new ArrayList<>(now);
        }
    }
}
