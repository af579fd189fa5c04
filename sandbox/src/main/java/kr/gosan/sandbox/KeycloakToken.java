package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/** The access token of a client with a secret, fetched anew every minute. */
final class KeycloakToken implements Supplier<String> {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest request;
    private final String client;
    private String token;
    private long fetched;

    KeycloakToken(URI keycloak, String client, String secret) {
        this.client = client;
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        request = HttpRequest.newBuilder(keycloak.resolve("/realms/gosan/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    /** Throws {@link UncheckedIOException} when Keycloak gives none. */
    @Override
    public synchronized String get() {
        if (token == null || System.nanoTime() - fetched > FRESH.toNanos()) {
            try {
                JsonNode answer = Fields.JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body());
                if (!answer.path("access_token").isTextual()) {
                    throw new IOException("Keycloak gives no token to " + client);
                }
                token = answer.path("access_token").textValue();
                fetched = System.nanoTime();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new IOException(e));
            }
        }
        return token;
    }
}
