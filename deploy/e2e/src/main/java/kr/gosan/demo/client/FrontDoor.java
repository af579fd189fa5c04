package kr.gosan.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Talks JSON to the one address of the system, as payroll software would. Immutable. */
public final class FrontDoor {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI address;
    private final Map<String, String> headers;

    public FrontDoor(URI address) {
        this(address, Map.of("Accept-Language", "en"));
    }

    private FrontDoor(URI address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /** The same door with another header on every request. */
    public FrontDoor with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new FrontDoor(address, Map.copyOf(more));
    }

    public FrontDoor as(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, JsonNode body) {
        return send("POST", path, body.toString());
    }

    public Answer put(String path, JsonNode body) {
        return send("PUT", path, body.toString());
    }

    /** Files something: the key makes a retry safe. */
    public Answer file(String path, String idempotencyKey, JsonNode body) {
        return with("Idempotency-Key", idempotencyKey).post(path, body);
    }

    /** Sends a body as it stands. */
    public Answer send(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A document that is not JSON; throws {@link IllegalStateException} when there is none. */
    public byte[] download(String path, String type) {
        return raw(request(path).header("Accept", type).GET(), BodyHandlers.ofByteArray());
    }

    /** Sends a file and takes the answer as the lines that came. */
    public List<JsonNode> upload(String path, String idempotencyKey, String type, String file) {
        HttpRequest.Builder request = with("Idempotency-Key", idempotencyKey)
                .request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(file));
        String answer = raw(request, BodyHandlers.ofString());
        return answer.lines().map(FrontDoor::tree).toList();
    }

    private static <T> T raw(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            HttpResponse<T> response = HTTP.send(request.build(), body);
            if (response.statusCode() != 200) {
                throw new IllegalStateException("expected status 200, got " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Answer(response.statusCode(), headers, json(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return json ? JSON.readTree(response.body()) : MissingNode.getInstance();
    }
}
