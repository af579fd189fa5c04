package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings notices to payment-service, and goes on trying while that is away. */
final class Notices implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Notices.class.getName());
    private static final int MOST_UNDELIVERED = 10_000;
    private static final long SHORTEST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 5_000;
    private static final int WAIT_SECONDS = 8;

    private final Agency agency;
    private final AtomicInteger undelivered = new AtomicInteger();
    private volatile boolean closed;

    Notices(Agency agency) {
        this.agency = agency;
    }

    /** Delivers until payment-service has answered; waits some seconds for that, and then leaves it to a thread of its own. */
    ObjectNode deliver(Player player, String path, JsonNode notice) {
        if (undelivered.incrementAndGet() > MOST_UNDELIVERED) {
            undelivered.decrementAndGet();
            throw new Problem(507, "sandbox-full");
        }
        CompletableFuture<Agency.Answer> delivered = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> keepTrying(player, path, notice, delivered));
        ObjectNode result = Fields.JSON.createObjectNode();
        try {
            Agency.Answer answer = delivered.get(WAIT_SECONDS, TimeUnit.SECONDS);
            result.put("delivery", "DELIVERED").put("status", answer.status());
            result.set("answer", answer.body());
        } catch (TimeoutException stillAway) {
            result.put("delivery", "PENDING");
        } catch (ExecutionException | InterruptedException e) {
            result.put("delivery", "ABANDONED");
        }
        return result;
    }

    private void keepTrying(Player player, String path, JsonNode notice, CompletableFuture<Agency.Answer> delivered) {
        long pause = SHORTEST_PAUSE;
        try {
            while (!closed) {
                try {
                    Agency.Answer answer = agency.tell(player, path, notice);
                    if (!answer.maybeLater()) {
                        delivered.complete(answer);
                        return;
                    }
                    LOG.log(System.Logger.Level.INFO, "a notice was answered with {0}; again later", answer.status());
                } catch (IOException away) {
                    LOG.log(System.Logger.Level.INFO, "payment-service is away; the notice goes out again later");
                }
                Thread.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
            delivered.completeExceptionally(new IOException("closed"));
        } catch (InterruptedException e) {
            delivered.completeExceptionally(new IOException("closed"));
        } catch (RuntimeException e) {
            delivered.completeExceptionally(e);
        } finally {
            undelivered.decrementAndGet();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
