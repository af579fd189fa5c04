package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;

/** What goes wrong on purpose with the next orders of a player. */
final class Faults {

    private static final int MOST = 1_000;

    private final Map<Player, Queue<Kind>> next = new EnumMap<>(Player.class);

    /** The ways an answer can fail. */
    enum Kind {
        /** The order is refused with 503 before anything happens. */
        UNAVAILABLE,
        /** The order is carried out, its answer lost. */
        LOSE_ANSWER,
        /** The order is carried out, its answer signed with a wrong key. */
        BAD_SIGNATURE,
        NONE
    }

    /** {@code {"institution": "giro", "kind": "LOSE_ANSWER", "times": 2}} */
    JsonNode order(byte[] body) {
        Fields fields = Fields.read(body, "institution", "kind", "times");
        Player player = Player.of(fields.text("institution")).orElseThrow(() -> Problem.field("institution"));
        Kind kind;
        try {
            kind = Kind.valueOf(fields.text("kind"));
        } catch (IllegalArgumentException e) {
            throw Problem.field("kind");
        }
        long times = fields.numberIfAny("times", 1).orElse(1L);
        synchronized (next) {
            Queue<Kind> queue = next.computeIfAbsent(player, p -> new ArrayDeque<>());
            if (queue.size() + times > MOST) {
                throw Problem.field("times");
            }
            for (long i = 0; i < times; i++) {
                queue.add(kind);
            }
            return Fields.JSON.createObjectNode().put("waiting", queue.size());
        }
    }

    Kind next(Player player) {
        synchronized (next) {
            Queue<Kind> queue = next.get(player);
            Kind kind = queue == null ? null : queue.poll();
            return kind == null ? Kind.NONE : kind;
        }
    }
}
