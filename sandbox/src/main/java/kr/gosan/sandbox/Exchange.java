package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** One request and its answer. */
final class Exchange {

    private static final int LARGEST = 64 * 1024;

    private final HttpExchange http;

    Exchange(HttpExchange http) {
        this.http = http;
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    String signature() {
        return http.getRequestHeaders().getFirst(Signatures.HEADER);
    }

    /** Only programs of this machine that mean it: a web page cannot send JSON here without being asked first. */
    void requireOurs() {
        String host = http.getRequestHeaders().getFirst("Host");
        if (host == null || !host.matches("(127\\.0\\.0\\.1|localhost)(:[0-9]+)?")) {
            throw new Problem(403, "host-not-allowed");
        }
        String type = http.getRequestHeaders().getFirst("Content-Type");
        if (method().equals("POST") && (type == null || !type.startsWith("application/json"))) {
            throw new Problem(415, "json-expected");
        }
    }

    byte[] body() throws IOException {
        byte[] body = http.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Problem(413, "body-too-large");
        }
        return body;
    }

    void answer(int status, JsonNode node) throws IOException {
        send(status, Fields.bytes(node));
    }

    void answer(int status, byte[] body, String signature) throws IOException {
        http.getResponseHeaders().set(Signatures.HEADER, signature);
        send(status, body);
    }

    private void send(int status, byte[] body) throws IOException {
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, body.length);
        try (OutputStream out = http.getResponseBody()) {
            out.write(body);
        }
    }
}
