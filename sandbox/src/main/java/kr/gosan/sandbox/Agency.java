package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Payment-service as institutions see it: inquiries and notices, signed and with an access token. */
final class Agency {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Settings settings;
    private final Signatures signatures;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Agency(Settings settings, Signatures signatures) {
        this.settings = settings;
        this.signatures = signatures;
    }

    /** @param body missing when it was not JSON */
    record Answer(int status, JsonNode body) {

        /** Whether saying it again may help: the service is away or our token is not good. */
        boolean maybeLater() {
            return status >= 500 || status == 401 || status == 429;
        }

        String code() {
            return body.path("code").asText(null);
        }
    }

    /** @throws IOException when payment-service, or Keycloak, is away */
    Answer tell(Player player, String path, JsonNode message) throws IOException {
        byte[] body = Fields.bytes(message);
        String token;
        try {
            token = (player == Player.NHIS ? settings.nhisToken() : settings.bankToken()).get();
        } catch (UncheckedIOException noToken) {
            throw noToken.getCause();
        }
        HttpRequest request = HttpRequest.newBuilder(settings.payment().get().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .header(Signatures.HEADER, signatures.of(player, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return Fields.JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    void close() {
        http.shutdownNow();
    }
}
