package kr.gosan.payment.institution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Messages over HTTP, signed both ways. A message whose answer is lost is sent again, byte for byte, some times; an answer
 * that the institution did not sign is no answer. Never called inside a transaction: an answer may take its time.
 */
@Singleton
class SignedCalls {

    private static final Logger LOG = Logger.getLogger(SignedCalls.class);
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int LARGEST_FILE = 64 * 1024 * 1024;
    /** How much longer than an answer a file may take. */
    private static final int FILE_PATIENCE = 12;

    private final InstitutionSettings settings;
    private final Signatures signatures;
    private final ObjectMapper json;
    private final HttpClient http;

    SignedCalls(InstitutionSettings settings, Signatures signatures, ObjectMapper json) {
        this.settings = settings;
        this.signatures = signatures;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** A message to be filled in; its name keeps it from being read as another one. */
    ObjectNode message(String name, UUID requestId) {
        return json.createObjectNode().put("message", name).put("requestId", requestId.toString());
    }

    /**
     * The institution's answer to a message, or nothing when there was none.
     *
     * @throws InstitutionFault when the institution refuses the message, or answers another one
     */
    Optional<JsonNode> send(Institution institution, String path, ObjectNode message) {
        byte[] body = bytes(message);
        HttpRequest request = HttpRequest.newBuilder(address(institution, path))
                .header(Signatures.HEADER, signatures.of(institution, body))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        Optional<JsonNode> answer = attempts(institution, request, LARGEST_ANSWER, settings.patience())
                .map(bytes -> tree(institution, bytes));
        answer.filter(node -> !node.path("requestId").equals(message.get("requestId")))
                .ifPresent(other -> {
                    throw new InstitutionFault(institution, "the answer to another message than " + path);
                });
        return answer;
    }

    /** A file the institution keeps, as it is; the path itself is what is signed. */
    Optional<byte[]> fetch(Institution institution, String path) {
        URI address = address(institution, path);
        byte[] signed = address.getRawPath().getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(Signatures.HEADER, signatures.of(institution, signed))
                .GET()
                .build();
        return attempts(institution, request, LARGEST_FILE, settings.patience().multipliedBy(FILE_PATIENCE));
    }

    private URI address(Institution institution, String path) {
        return URI.create(settings.of(institution).url() + "/" + path);
    }

    private Optional<byte[]> attempts(Institution institution, HttpRequest request, int largest, Duration patience) {
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            Optional<byte[]> answer = attempt(institution, request, largest, patience);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> attempt(Institution institution, HttpRequest request, int largest, Duration patience) {
        CompletableFuture<HttpResponse<byte[]>> running = http.sendAsync(request, head -> new BoundedBody(largest));
        try {
            return read(institution, running.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException lost) {
            LOG.warnf("%s did not answer: %s", institution, lost);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            running.cancel(true);
        }
    }

    private Optional<byte[]> read(Institution institution, HttpResponse<byte[]> response) {
        String signature = response.headers().firstValue(Signatures.HEADER).orElse(null);
        if (!signatures.fits(institution, signature, response.body())) {
            // An institution that is away answers through others, who cannot sign.
            LOG.warnf("%s: an answer with status %d that it did not sign", institution, response.statusCode());
            return Optional.empty();
        }
        if (response.statusCode() >= 500) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new InstitutionFault(
                    institution,
                    "refused with " + response.statusCode() + " "
                            + tree(institution, response.body()).path("code").asText());
        }
        return Optional.of(response.body());
    }

    private JsonNode tree(Institution institution, byte[] answer) {
        try {
            return json.readTree(answer);
        } catch (IOException e) {
            throw new InstitutionFault(institution, "an answer that is not JSON");
        }
    }

    private byte[] bytes(JsonNode message) {
        try {
            return json.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
