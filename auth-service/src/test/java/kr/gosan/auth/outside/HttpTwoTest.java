package kr.gosan.auth.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/2 bodies need no content-length; they arrive all the same. */
@QuarkusTest
@TestProfile(OutsideWorld.class)
class HttpTwoTest {

    private final Vertx vertx = Vertx.vertx();

    @TestHTTPResource
    URI frontDoor;

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest(name = "{0}, upgraded {1}, {2} bytes")
    @CsvSource({
        "POST, false, 5",
        "POST, false, 3000000",
        "PUT, false, 70000",
        "PATCH, false, 5",
        "DELETE, false, 5",
        "POST, true, 5",
        "POST, false, 0",
    })
    void aBodyOfUnknownLengthArrivesWhole(String method, boolean upgraded, int length) {
        JsonObject echo = send(client(upgraded), method, length, false);

        assertEquals(method, echo.getString("method"));
        assertEquals(length, echo.getInteger("length"));
    }

    @Test
    void aBodyOfKnownLengthArrivesWholeToo() {
        assertEquals(70_000, send(client(false), "POST", 70_000, true).getInteger("length"));
    }

    @Test
    void aRequestWithoutABodyHasNone() {
        Answer answer = join(client(false)
                .request(HttpMethod.GET, "/premium/echo")
                .compose(request -> request.send())
                .compose(Answer::of));
        assertEquals(0, answer.json().getInteger("length"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithoutBeingReadToItsEnd() {
        Answer answer = join(client(false)
                .request(HttpMethod.POST, "/premium/echo")
                .compose(request -> {
                    request.setChunked(true);
                    for (int i = 0; i < 40; i++) {
                        request.write(Buffer.buffer(new byte[1 << 20]));
                    }
                    return request.response();
                })
                .compose(Answer::of));
        assertEquals(413, answer.status());
        assertEquals("body-too-large", answer.json().getString("code"));
    }

    @Test
    void aProblemComesBackOverHttpTwo() {
        Answer answer = join(client(false)
                .request(HttpMethod.POST, "/coverage/v1/workplaces")
                .compose(request -> request.setChunked(true).send("{}"))
                .compose(Answer::of));
        assertEquals(503, answer.status());
        assertEquals("service-unreachable", answer.json().getString("code"));
    }

    private JsonObject send(HttpClient client, String method, int length, boolean announced) {
        Answer answer = join(client.request(HttpMethod.valueOf(method), "/premium/echo")
                .compose(request -> {
                    if (announced) {
                        request.putHeader("content-length", String.valueOf(length));
                    } else {
                        request.setChunked(true);
                    }
                    // Written in two parts: sent as one, the client would find out the length and announce it.
                    request.write(Buffer.buffer(new byte[length / 2]));
                    request.end(Buffer.buffer(new byte[length - length / 2]));
                    return request.response();
                })
                .compose(Answer::of));
        assertEquals(200, answer.status());
        assertEquals(HttpVersion.HTTP_2, answer.version());
        return answer.json();
    }

    private record Answer(int status, HttpVersion version, JsonObject json) {

        static Future<Answer> of(HttpClientResponse response) {
            return response.body()
                    .map(body -> new Answer(response.statusCode(), response.version(), new JsonObject(body)));
        }
    }

    private HttpClient client(boolean upgraded) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(upgraded)
                .setDefaultHost(frontDoor.getHost())
                .setDefaultPort(frontDoor.getPort()));
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
