package kr.gosan.auth.outside;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** A service behind the front door that tells what reached it. */
final class EchoService {

    static final String OPEN_API = """
            {"openapi": "3.1.0", "info": {"title": "premium", "version": "1"},
             "security": [{"bearer": []}],
             "paths": {"/premium/v1/returns": {"get": {"responses": {"200": {"description": "ok"}}}}},
             "components": {"schemas": {"Session": {"type": "object", "title": "another session"}}}}""";

    private final AtomicInteger seen = new AtomicInteger();
    private Vertx vertx;

    int start() {
        vertx = Vertx.vertx();
        return vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Requests so far, descriptions of the API not counted. */
    int seen() {
        return seen.get();
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/q/openapi" -> request.response().end(OPEN_API);
            case "/premium/break" -> request.connection().close();
            case "/premium/half" -> {
                request.response().setChunked(true).write("half");
                vertx.setTimer(50, timer -> request.connection().close());
            }
            case "/premium/nothing" -> request.response().setStatusCode(204).end();
            case "/premium/large" -> large(request, 64);
            case "/premium/early" ->
                request.response()
                        .setStatusCode(413)
                        .putHeader("Connection", "close")
                        .end("too much");
            default -> echo(request);
        }
    }

    private void echo(HttpServerRequest request) {
        seen.incrementAndGet();
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
            request.response()
                    .putHeader("Keep-Alive", "timeout=5")
                    .putHeader("X-Correlation-Id", "the-services-own")
                    .putHeader("Content-Type", "application/json")
                    .end(new JsonObject()
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("length", body.length())
                            .put("body", body.length() < 1000 ? body.toString() : "")
                            .encode());
        });
    }

    /** Megabytes, never more of them in memory than the connection takes. */
    private void large(HttpServerRequest request, int megabytes) {
        var response = request.response().setChunked(true);
        Buffer megabyte = Buffer.buffer(new byte[1 << 20]);
        next(response, megabyte, megabytes);
    }

    private void next(io.vertx.core.http.HttpServerResponse response, Buffer megabyte, int left) {
        if (left == 0) {
            response.end();
        } else {
            response.write(megabyte).onSuccess(written -> next(response, megabyte, left - 1));
        }
    }
}
