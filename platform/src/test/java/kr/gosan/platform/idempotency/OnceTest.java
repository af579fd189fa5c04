package kr.gosan.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.platform.fixture.Rows;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class OnceTest {

    @Inject
    Rows rows;

    private final BusinessNumber business = TestNumbers.business();
    private final String workplace = TestNumbers.workplace(business, 0).digits();
    private final String member = UUID.randomUUID().toString();
    private final String text = UUID.randomUUID().toString().substring(0, 18);

    @Test
    void aRetryGetsTheSameAnswerAndReceiptHoweverTheBodyIsSpaced() {
        Response first = post("k1", "{\"managementNo\":\"%s\",\"text\":\"%s\"}".formatted(workplace, text));
        Response again = post("k1", "{ \"text\": \"%s\",\n\"managementNo\":\"%s\" }".formatted(text, workplace));
        assertEquals(201, first.statusCode(), first.asString());
        assertEquals(201, again.statusCode());
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(1, rows.count("note", "text", text));
        assertEquals(1, rows.count("outbox", "data ->> 'text'", text));
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        assertEquals(201, post("k1", body(text)).statusCode());
        Response other = post("k1", body(text + "x"));
        assertEquals(409, other.statusCode());
        assertEquals("idempotency-key-reused", other.path("code"));
        assertEquals(0, rows.count("note", "text", text + "x"));
    }

    @Test
    void resident_numbers_that_look_alike_when_masked_are_different_bodies() {
        String with = "{\"managementNo\":\"%s\",\"text\":\"%s\",\"residentNumber\":\"%s\"}";
        assertEquals(
                201,
                post("k1", with.formatted(workplace, text, "9001011234568")).statusCode());
        assertEquals(
                409,
                post("k1", with.formatted(workplace, text, "9001011234569")).statusCode());
    }

    @Test
    void keysOfOtherMembersDoNotMeet() {
        assertEquals(201, post("k1", body(text)).statusCode());
        Response other = given().header("Authorization", "Bearer " + Tokens.stranger())
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body(body(text))
                .post("/notes");
        assertEquals(201, other.statusCode());
        assertEquals(2, rows.count("note", "text", text));
    }

    @Test
    void aRefusedOrBrokenFilingStoresNothingAndLeavesTheKeyFree() {
        long notes = rows.count("note", "text", "refuse");
        assertEquals(422, post("k1", body("refuse")).statusCode());
        assertEquals(500, post("k1", body("break")).statusCode());
        assertEquals(notes, rows.count("note", "text", "refuse"));
        assertEquals(0, rows.count("outbox", "key", workplace));
        assertEquals(0, rows.count("receipt", "management_no", workplace));
        assertEquals(201, post("k1", body(text)).statusCode());
    }

    @Test
    void aDryRunAnswersAndStoresNothing() {
        Response dry = given().header("Authorization", "Bearer " + token())
                .queryParam("dryRun", true)
                .contentType("application/json")
                .body(body(text))
                .post("/notes");
        assertEquals(201, dry.statusCode());
        assertEquals(0, rows.count("note", "text", text));
        assertEquals(0, rows.count("outbox", "key", workplace));
        assertEquals(0, rows.count("idempotency", "member_id", member));
    }

    @Test
    void withoutAKeyNothingIsFiled() {
        Response none = given().header("Authorization", "Bearer " + token())
                .contentType("application/json")
                .body(body(text))
                .post("/notes");
        assertEquals(400, none.statusCode());
        assertEquals("idempotency-key-required", none.path("code"));
        assertEquals(400, post("with space", body(text)).statusCode());
    }

    @Test
    void manyAtTheSameInstantFileOnce() throws Exception {
        int threads = 8;
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        String token = token();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                answers.add(pool.submit(() -> {
                    go.await();
                    return given().header("Authorization", "Bearer " + token)
                            .header("Idempotency-Key", "race")
                            .contentType("application/json")
                            .body(body(text))
                            .post("/notes")
                            .then()
                            .statusCode(201)
                            .extract()
                            .asString();
                }));
            }
            go.countDown();
            for (Future<String> answer : answers) {
                assertEquals(answers.getFirst().get(), answer.get());
            }
        }
        assertEquals(1, rows.count("note", "text", text));
        assertEquals(1, rows.count("receipt", "management_no", workplace));
    }

    @Test
    void twoFilingsHaveTwoReceipts() {
        assertNotEquals(
                post("k1", body(text)).<String>path("receipt.receiptNo"),
                post("k2", body(text)).<String>path("receipt.receiptNo"));
    }

    private String token() {
        return Tokens.employer(member, business);
    }

    private String body(String text) {
        return "{\"managementNo\":\"%s\",\"text\":\"%s\"}".formatted(workplace, text);
    }

    private Response post(String key, String body) {
        return given().header("Authorization", "Bearer " + token())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/notes");
    }
}
