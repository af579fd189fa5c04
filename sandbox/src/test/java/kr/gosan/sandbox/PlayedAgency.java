package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The agency as the sandbox sees it: it answers inquiries and keeps the notices it hears. */
final class PlayedAgency implements AutoCloseable {

    final List<JsonNode> notices = new CopyOnWriteArrayList<>();
    final List<String> signatures = new CopyOnWriteArrayList<>();
    /** How many notices it does not take before it is back. */
    final AtomicInteger away = new AtomicInteger();

    volatile String refusal;

    private final HttpServer server;

    PlayedAgency() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(Messages.INQUIRIES, this::inquiry);
        server.createContext(Messages.NOTICES, this::notice);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void inquiry(HttpExchange http) throws IOException {
        String refused = refusal == null ? "" : ",\"refusal\":{\"code\":\"" + refusal + "\"}";
        answer(http, 200, """
                {"items":[{"ePaymentNo":"1234-5678-90-1-2-345678","payable":886040,"fee":0,"total":886040%s}]}""".formatted(refused));
    }

    private void notice(HttpExchange http) throws IOException {
        byte[] body = http.getRequestBody().readAllBytes();
        if (away.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(http, 503, "{}");
        } else {
            notices.add(Fields.JSON.readTree(body));
            signatures.add(http.getRequestHeaders().getFirst(Signatures.HEADER));
            answer(http, 200, "{\"outcome\":\"ACCEPTED\"}");
        }
    }

    private static void answer(HttpExchange http, int status, String body) throws IOException {
        try (http) {
            http.sendResponseHeaders(status, body.getBytes().length);
            http.getResponseBody().write(body.getBytes());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
