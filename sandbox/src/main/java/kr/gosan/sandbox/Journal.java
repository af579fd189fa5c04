package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Everything the players did for the agency: the source of their daily files. */
final class Journal {

    static final int MOST = 100_000;

    private final List<Movement> movements = new ArrayList<>();
    private final Map<String, Movement> byTransaction = new ConcurrentHashMap<>();
    private final AtomicLong serial = new AtomicLong();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * A movement of money; what does not apply is null.
     *
     * @param reverses the transaction that is taken back
     * @param amount without the fee
     */
    record Movement(
            Player player,
            String transactionId,
            String kind,
            String ePaymentNo,
            String virtualAccountNo,
            UUID requestId,
            String reverses,
            long amount,
            long fee,
            String channel,
            OffsetDateTime at) {}

    /** A number no other transaction of any run of the sandbox has. */
    String transactionId(Player player, OffsetDateTime at) {
        return "%s-%s-%s-%06d"
                .formatted(player, Fields.day(at).toString().replace("-", ""), run, serial.incrementAndGet());
    }

    Movement write(Movement movement) {
        lock.lock();
        try {
            if (movements.size() >= MOST) {
                throw new Problem(507, "sandbox-full");
            }
            movements.add(movement);
            byTransaction.put(movement.transactionId(), movement);
            return movement;
        } finally {
            lock.unlock();
        }
    }

    Optional<Movement> find(String transactionId) {
        return Optional.ofNullable(byTransaction.get(transactionId));
    }

    /** The file of a day, in the order things happened here. */
    ObjectNode file(Player player, LocalDate day) {
        ObjectNode file = Fields.JSON.createObjectNode();
        file.put("institution", player.id()).put("day", day.toString());
        ArrayNode lines = file.putArray("movements");
        lock.lock();
        try {
            movements.stream()
                    .filter(movement -> movement.player() == player
                            && Fields.day(movement.at()).equals(day))
                    .map(Journal::line)
                    .forEach(lines::add);
        } finally {
            lock.unlock();
        }
        return file;
    }

    private static ObjectNode line(Movement movement) {
        ObjectNode line = Fields.JSON.createObjectNode();
        line.put("transactionId", movement.transactionId()).put("kind", movement.kind());
        put(line, "ePaymentNo", movement.ePaymentNo());
        put(line, "virtualAccountNo", movement.virtualAccountNo());
        put(line, "requestId", movement.requestId());
        put(line, "reverses", movement.reverses());
        line.put("amount", movement.amount()).put("fee", movement.fee());
        put(line, "channel", movement.channel());
        line.put("at", movement.at().toString());
        return line;
    }

    private static void put(ObjectNode line, String name, Object value) {
        if (value != null) {
            line.put(name, value.toString());
        }
    }
}
