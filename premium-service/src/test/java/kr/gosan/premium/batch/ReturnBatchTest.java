package kr.gosan.premium.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestAgency;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch as its poster sees it: every row has its own answer, and none depends on another. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ReturnBatchTest {

    @Inject
    EntityManager entities;

    private TestAgency agency;
    private String key;

    @BeforeEach
    void anAgency() {
        agency = TestAgency.of(3);
        key = UUID.randomUUID().toString();
    }

    @Test
    void everyRowIsFiledWithAReceiptAndAnEventOfItsOwn() {
        Response answer = agency.post(key, file(agency.content(0), agency.content(1), agency.content(2)));
        assertEquals(200, answer.statusCode(), answer.asString());
        assertTrue(answer.contentType().startsWith("application/x-ndjson"));
        List<JsonNode> lines = lines(answer);
        assertEquals(4, lines.size());
        for (int i = 0; i < 3; i++) {
            JsonNode line = lines.get(i);
            assertEquals(i + 1, line.path("row").asInt());
            assertEquals("FILED", line.path("status").asText());
            assertEquals(
                    agency.workplaces.get(i).digits(), line.path("managementNo").asText());
            assertTrue(line.path("receiptNo").asText().startsWith("P-20220310-"));
            JsonNode event = TestKafka.await(
                            TestKafka.topic("premium"), agency.workplaces.get(i).digits(), 1, e -> true)
                    .getFirst();
            PublishedEvents.assertFits(event);
            assertEquals(line.path("returnId"), event.at("/data/returnId"));
            assertEquals(line.path("receiptNo"), event.at("/data/receiptNo"));
        }
        JsonNode summary = lines.getLast().path("summary");
        assertTrue(summary.path("complete").asBoolean());
        assertEquals(3, summary.path("rows").asInt());
        assertEquals(3, summary.path("filed").asInt());
        assertTrue(answer.header("Location").endsWith(summary.path("batchId").asText()));
    }

    @Test
    void theDocumentedExampleIsFiledByAnEmployerForItsOwnWorkplace() {
        TestCompany company = TestCompany.inMarch2022();
        String example = BatchExample.TWO_RETURNS.replace("123-45-67891-6", company.workplace.digits());
        Response answer = TestAgency.request(company.token, "en")
                .header("Idempotency-Key", key)
                .body(example.getBytes(StandardCharsets.UTF_8))
                .post("/premium/v1/return-batches");
        assertEquals(List.of("FILED", "REFUSED workplace-not-granted"), statuses(lines(answer)));
    }

    @Test
    void whatIsWrongWithOneRowIsToldOfThatRowAndTheOthersAreFiled() {
        ObjectNode unknown = TestReturns.example(TestNumbers.workplace(TestNumbers.business(), 6));
        ObjectNode wrong = agency.content(1);
        wrong.put("insuranceYear", "2021").remove("payment");
        ObjectNode refunding = TestReturns.refunding(agency.workplaces.get(1));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(file, "\uFEFF" + agency.content(0) + "\r\n");
        write(file, "\n   \n");
        write(file, unknown + "\n");
        write(file, wrong + "\n");
        write(file, "{\"managementNo\":\n");
        write(file, refunding + "\n");
        byte[] korean = ("{\"managementNo\":\"" + agency.workplaces.get(2) + "\",\"clientReference\":\"고산건설\"}\n")
                .getBytes(Charset.forName("x-windows-949"));
        file.writeBytes(korean);
        write(file, " ".repeat(10) + "\"" + "x".repeat(BatchRows.LONGEST) + "\"\n");
        ObjectNode again = agency.content(0);
        again.put("clientReference", "again");
        write(file, again + "\n");
        write(file, agency.content(2).toString());
        List<JsonNode> lines = lines(agency.post(key, file.toByteArray()));
        assertEquals(
                List.of(
                        "FILED",
                        "REFUSED workplace-not-granted",
                        "INVALID invalid-request",
                        "INVALID json-malformed",
                        "REFUSED return-not-acceptable",
                        "INVALID row-not-utf-8",
                        "INVALID row-too-long",
                        "REFUSED row-duplicate",
                        "FILED"),
                statuses(lines));
        assertEquals(
                List.of(1, 4, 5, 6, 7, 8, 9, 10, 11),
                lines.stream()
                        .filter(line -> line.has("row"))
                        .map(line -> line.path("row").asInt())
                        .toList());
        assertEquals(
                List.of("/insuranceYear whole-number-expected", "/payment required"),
                lines.get(2)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asText() + " "
                                + error.path("code").asText())
                        .sorted()
                        .toList());
        assertEquals(
                "refund-account-required", lines.get(4).at("/errors/0/code").asText());
        assertEquals(
                "Row 1 names the same workplace and year.",
                lines.get(7).path("message").asText());
        JsonNode summary = lines.getLast().path("summary");
        assertEquals(2, summary.path("filed").asInt());
        assertEquals(3, summary.path("refused").asInt());
        assertEquals(4, summary.path("invalid").asInt());
    }

    @Test
    void postedAgainABatchGoesOnAndNothingIsFiledTwice() {
        ObjectNode wrong = agency.content(1);
        wrong.remove("payment");
        List<JsonNode> first = lines(agency.post(key, file(agency.content(0), wrong)));
        assertEquals(List.of("FILED", "INVALID invalid-request"), statuses(first));
        // the client mends the wrong row and appends another, before the first
        List<JsonNode> second = lines(agency.post(key, file(agency.content(2), agency.content(0), agency.content(1))));
        assertEquals(List.of("FILED", "ALREADY_DONE", "FILED"), statuses(second));
        assertEquals(first.getFirst().path("receiptNo"), second.get(1).path("receiptNo"));
        assertEquals(first.getFirst().path("returnId"), second.get(1).path("returnId"));
        assertEquals(first.getLast().at("/summary/batchId"), second.getLast().at("/summary/batchId"));
        for (WorkplaceNumber workplace : agency.workplaces) {
            assertEquals(1, count("premium_return", workplace));
            assertEquals(1, count("receipt", workplace));
        }
    }

    @Test
    void aFiledRowThatSaysSomethingElseNowIsRefusedAndSpellingIsNotContent() {
        List<JsonNode> first = lines(agency.post(key, file(agency.content(0), agency.content(1))));
        ObjectNode changed = agency.content(0);
        changed.put("clientReference", "changed");
        ObjectNode spelt = TestReturns.example(agency.workplaces.get(1));
        String digits = agency.workplaces.get(1).digits();
        spelt.put(
                "managementNo",
                digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5, 10) + "-"
                        + digits.substring(10));
        List<JsonNode> again = lines(agency.post(key, file(changed, spelt)));
        assertEquals(List.of("REFUSED row-changed", "ALREADY_DONE"), statuses(again));
        List<JsonNode> elsewhere = lines(agency.post(UUID.randomUUID().toString(), file(agency.content(0))));
        assertEquals(List.of("REFUSED return-already-filed"), statuses(elsewhere), "another key is another batch");
        JsonNode error = elsewhere.getFirst().at("/errors/0");
        assertEquals("/insuranceYear", error.path("pointer").asText());
        assertEquals("return-already-filed", error.path("code").asText());
        String existing = first.getFirst().path("returnId").asText();
        assertTrue(error.path("message").asText().contains(existing), error.toString());
        assertTrue(elsewhere.getFirst().path("message").asText().contains(existing), "and so does the row");
    }

    @Test
    void twoPostingsOfOneBatchAtOnceFileEveryRowOnceAndAgree() throws Exception {
        byte[] file = file(agency.content(0), agency.content(1), agency.content(2));
        Callable<Response> posting = () -> agency.post(key, file);
        List<List<JsonNode>> both;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            both = threads.invokeAll(List.of(posting, posting)).stream()
                    .map(answer -> lines(answer.resultNow()))
                    .toList();
        }
        for (int i = 0; i < 3; i++) {
            JsonNode one = both.get(0).get(i);
            JsonNode other = both.get(1).get(i);
            assertEquals(
                    List.of("ALREADY_DONE", "FILED"),
                    List.of(one.path("status").asText(), other.path("status").asText()).stream()
                            .sorted()
                            .toList());
            assertEquals(one.path("receiptNo"), other.path("receiptNo"));
            assertEquals(1, count("premium_return", agency.workplaces.get(i)));
        }
    }

    @Test
    void aDryRunChecksEveryRowAndFilesNone() {
        byte[] file = file(agency.content(0), agency.content(0), TestReturns.refunding(agency.workplaces.get(1)));
        Response answer = agency.request().queryParam("dryRun", true).body(file).post("/premium/v1/return-batches");
        assertEquals(
                List.of("ACCEPTABLE", "REFUSED row-duplicate", "REFUSED return-not-acceptable"),
                statuses(lines(answer)));
        assertFalse(answer.asString().contains("receiptNo"));
        assertEquals(null, answer.header("Location"));
        for (String table : List.of("premium_return", "receipt", "return_batch_filing", "return_batch_row", "audit")) {
            assertEquals(0, count(table, agency.workplaces.getFirst()), table);
        }
        assertEquals(
                0,
                agency.request()
                        .get("/premium/v1/return-batches")
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    @Test
    void whatBecameOfABatchCanBeReadLater() {
        ObjectNode wrong = agency.content(1);
        wrong.remove("payment");
        Response answer = agency.post(key, file(agency.content(0), wrong, agency.content(2)));
        String path = answer.header("Location");
        JsonNode batch = TestReturns.tree(agency.request().get(path).asString());
        assertEquals(key, batch.path("key").asText());
        assertTrue(batch.path("complete").asBoolean());
        assertEquals(3, batch.path("rows").asInt());
        assertEquals(2, batch.path("filed").asInt());
        assertEquals(1, batch.path("invalid").asInt());
        assertEquals(
                List.of(batch),
                TestReturns.tree(agency.request()
                                .get("/premium/v1/return-batches")
                                .asString())
                        .path("items")
                        .valueStream()
                        .toList());
        String ndjson = agency.request()
                .header("Accept", "application/x-ndjson")
                .get(path + "/rows")
                .asString();
        String posted = answer.asString();
        assertEquals(posted.substring(0, posted.lastIndexOf("{\"summary\"")), ndjson);
        JsonNode page = TestReturns.tree(
                agency.request().queryParam("cursor", 1).get(path + "/rows").asString());
        assertEquals(List.of(2, 3), rows(page.path("items").valueStream().toList()));
        JsonNode korean = TestReturns.tree(
                TestAgency.request(agency.token, "ko").get(path + "/rows").asString());
        assertNotEquals(
                page.at("/items/0/errors/0/message"),
                korean.at("/items/1/errors/0/message"),
                "in the reader's language");
    }

    @Test
    void answersArePagedAndAShorterFileLeavesNoneOfTheLongerOne() {
        StringBuilder long_ = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            long_.append("{}\n");
        }
        String path = agency.post(key, long_.toString().getBytes(StandardCharsets.UTF_8))
                .header("Location");
        int seen = 0;
        Integer cursor = null;
        do {
            JsonNode page = TestReturns.tree(
                    (cursor == null ? agency.request() : agency.request().queryParam("cursor", cursor))
                            .get(path + "/rows")
                            .asString());
            seen += page.path("items").size();
            cursor = page.has("nextCursor") ? page.path("nextCursor").asInt() : null;
        } while (cursor != null);
        assertEquals(250, seen);
        agency.post(key, file(agency.content(0)));
        assertEquals(
                List.of(1),
                rows(TestReturns.tree(agency.request().get(path + "/rows").asString())
                        .path("items")
                        .valueStream()
                        .toList()));
    }

    @Test
    void aBatchIsThereForItsPosterOnly() {
        String path = agency.post(key, file(agency.content(0))).header("Location");
        for (String token :
                List.of(Tokens.stranger(), Tokens.agency(UUID.randomUUID().toString(), TestNumbers.business()))) {
            for (String each : List.of(path, path + "/rows")) {
                assertEquals(404, TestAgency.request(token, "en").get(each).statusCode());
            }
        }
    }

    @Test
    void requestsThatAreNoBatchAreRefusedAsAWhole() {
        assertEquals(
                "batch-type-not-supported",
                code(
                        415,
                        agency.request()
                                .contentType("text/csv")
                                .header("Idempotency-Key", key)
                                .body("a;b")));
        assertEquals("idempotency-key-required", code(400, agency.request().body(file(agency.content(0)))));
        assertEquals(
                "workbook-unreadable",
                code(
                        400,
                        agency.request()
                                .contentType(ReturnBatchResource.XLSX)
                                .header("Idempotency-Key", key)
                                .body("PK, but no zip".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void anEmptyFileIsABatchWithoutRows() {
        List<JsonNode> lines = lines(agency.post(key, "\n\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, lines.size());
        assertEquals(0, lines.getFirst().at("/summary/rows").asInt());
        assertTrue(lines.getFirst().at("/summary/complete").asBoolean());
    }

    private static String code(int status, io.restassured.specification.RequestSpecification request) {
        Response refused = request.post("/premium/v1/return-batches");
        assertEquals(status, refused.statusCode(), refused.asString());
        return refused.jsonPath().getString("code");
    }

    static byte[] file(ObjectNode... returns) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (ObjectNode content : returns) {
            write(file, content + "\n");
        }
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<JsonNode> lines(Response answer) {
        assertEquals(200, answer.statusCode(), answer.asString());
        return new String(answer.asByteArray(), StandardCharsets.UTF_8)
                .lines()
                .map(TestReturns::tree)
                .toList();
    }

    /** Status and code of each row. */
    static List<String> statuses(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.has("row"))
                .map(line ->
                        (line.path("status").asText() + " " + line.path("code").asText()).strip())
                .toList();
    }

    private static List<Integer> rows(List<JsonNode> answers) {
        return answers.stream().map(answer -> answer.path("row").asInt()).toList();
    }

    private long count(String table, WorkplaceNumber workplace) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(
                                        "select count(*) from " + table + " where management_no = ?1")
                                .setParameter(1, workplace.digits())
                                .getSingleResult())
                        .longValue());
    }
}
