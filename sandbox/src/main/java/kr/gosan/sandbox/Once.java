package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Carries out a request once, however often it is heard: the same id gets the first answer again. */
final class Once {

    static final int MOST = 100_000;

    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(JsonNode request, CompletableFuture<JsonNode> answer) {}

    /**
     * @param action what happens the first time; when it throws, nothing has happened and the id is free again
     * @throws Problem when the id was used for another request, or too many are kept
     */
    JsonNode answer(UUID id, JsonNode request, Supplier<JsonNode> action) {
        if (kept.size() >= MOST && !kept.containsKey(id)) {
            throw new Problem(507, "sandbox-full");
        }
        Kept mine = new Kept(request, new CompletableFuture<>());
        Kept first = kept.putIfAbsent(id, mine);
        if (first != null) {
            return repeated(first, request);
        }
        try {
            mine.answer().complete(action.get());
        } catch (RuntimeException failed) {
            kept.remove(id);
            mine.answer().completeExceptionally(failed);
            throw failed;
        }
        return mine.answer().join();
    }

    private static JsonNode repeated(Kept first, JsonNode request) {
        if (!first.request().equals(request)) {
            throw new Problem(409, "request-id-conflicting");
        }
        try {
            return first.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Problem problem ? problem : new Problem(503, "try-again");
        }
    }
}
