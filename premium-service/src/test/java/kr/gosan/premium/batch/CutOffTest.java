package kr.gosan.premium.batch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.platform.problem.ProblemTexts;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestAgency;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.Test;

/** Lines break, and clients read when it suits them. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class CutOffTest {

    @Inject
    BatchThreads threads;

    @Inject
    BatchConfig config;

    @Inject
    FileBatch batches;

    @Inject
    FileBatchRow filing;

    @Inject
    ReturnBatchStore store;

    @Inject
    ProblemTexts texts;

    @Inject
    ObjectMapper mapper;

    @Test
    void oneBatchTooManyIsAskedToComeLater() {
        TestAgency agency = TestAgency.of(1);
        String key = UUID.randomUUID().toString();
        byte[] file = ReturnBatchTest.file(agency.content(0));
        List<Runnable> taken = new ArrayList<>();
        try {
            for (Optional<Runnable> place = threads.place(); place.isPresent(); place = threads.place()) {
                taken.add(place.get());
            }
            Response refused = agency.post(key, file);
            assertEquals(503, refused.statusCode());
            assertEquals("batches-busy", refused.jsonPath().getString("code"));
            assertEquals("30", refused.header("Retry-After"));
            taken.getFirst().run();
            assertEquals(List.of("FILED"), ReturnBatchTest.statuses(ReturnBatchTest.lines(agency.post(key, file))));
        } finally {
            taken.forEach(Runnable::run);
        }
    }

    @Test
    void theSummaryTellsThatTheLineBrokeAfterTheRowsThatArrived() throws IOException {
        InputStream breaking = new SequenceInputStream(
                new ByteArrayInputStream("{\n{\n{".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });
        assertBroken("batch-cut-off", 2, answered(batches, new NdjsonRows(breaking)));
        InputStream long_ = new BoundedInput(
                new ByteArrayInputStream("{\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8)), 1 << 16);
        List<JsonNode> answers = answered(batches, new NdjsonRows(long_));
        assertBroken("body-too-large", answers.size() - 1, answers);
    }

    @Test
    void aServiceThatStopsEndsTheRowsBegunAndBeginsNoOther() throws IOException {
        BatchThreads stopping = new BatchThreads(config);
        BatchRows rows = rows(() -> stopping.stop(null));
        assertBroken("batch-interrupted", 1, answered(new FileBatch(filing, store, stopping), rows));
        BatchThreads stopped = new BatchThreads(config);
        BatchRows others = rows(stopped.workers()::shutdown);
        assertBroken("batch-interrupted", 1, answered(new FileBatch(filing, store, stopped), others));
    }

    /** Two rows, and something that happens before the second is read. */
    private static BatchRows rows(Runnable between) {
        return new BatchRows() {
            private int read;

            @Override
            public Optional<Row> next() {
                if (++read == 2) {
                    between.run();
                }
                return read > 2 ? Optional.empty() : Optional.of(new Row(read, "{}", List.of()));
            }

            @Override
            public void close() {}
        };
    }

    private List<JsonNode> answered(FileBatch batch, BatchRows rows) throws IOException {
        AnswerSpool spool = new AnswerSpool();
        BatchAnswer answer = new BatchAnswer(spool, mapper, texts, Locale.ENGLISH);
        answer.end(null, batch.run(new FileBatch.Posting(null, "member", "correlation"), rows, answer::row));
        spool.end();
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        answer.write(client);
        return client.toString(StandardCharsets.UTF_8)
                .lines()
                .map(TestReturns::tree)
                .toList();
    }

    private static void assertBroken(String code, int rows, List<JsonNode> answers) {
        JsonNode summary = answers.getLast().path("summary");
        assertEquals(code, summary.path("code").asText());
        assertFalse(summary.path("complete").asBoolean());
        assertNotEquals(code, summary.path("message").asText(), "has a text");
        assertEquals(rows, summary.path("rows").asInt());
        assertEquals(rows + 1, answers.size());
    }

    @Test
    void whatArrivedBeforeTheLineBrokeIsFiledAndTheBatchGoesOnFromThere() throws IOException {
        TestAgency agency = TestAgency.of(3);
        String key = UUID.randomUUID().toString();
        String third = agency.content(2).toString();
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /premium/v1/return-batches HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                                    + "Authorization: Bearer " + agency.token + "\r\nIdempotency-Key: " + key
                                    + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            chunk(out, agency.content(0) + "\n" + agency.content(1) + "\n" + third.substring(0, third.length() / 2));
            await().atMost(Duration.ofSeconds(30)).until(() -> filed(agency) == 2);
        }
        JsonNode batch = batch(agency);
        assertFalse(batch.path("complete").asBoolean());
        String path = "/premium/v1/return-batches/" + batch.path("id").asText();
        List<JsonNode> before = TestReturns.tree(
                        agency.request().get(path + "/rows").asString())
                .path("items")
                .valueStream()
                .toList();
        List<JsonNode> after = ReturnBatchTest.lines(
                agency.post(key, ReturnBatchTest.file(agency.content(0), agency.content(1), agency.content(2))));
        assertEquals(List.of("ALREADY_DONE", "ALREADY_DONE", "FILED"), ReturnBatchTest.statuses(after));
        for (int i = 0; i < 2; i++) {
            assertEquals(before.get(i).path("receiptNo"), after.get(i).path("receiptNo"));
        }
        assertTrue(batch(agency).path("complete").asBoolean());
    }

    @Test
    void aClientThatSendsEverythingBeforeItReadsAnythingGetsAllAnswers() {
        TestAgency agency = TestAgency.of(1);
        int rows = 20_000;
        String row = "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7,\"h\":8}\n";
        Response answer = agency.request()
                .queryParam("dryRun", true)
                .body(row.repeat(rows).getBytes(StandardCharsets.UTF_8))
                .post("/premium/v1/return-batches");
        List<String> lines =
                new String(answer.asByteArray(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(rows + 1, lines.size());
        assertTrue(answer.asByteArray().length > 8 << 20, "more than lies in the buffers between them");
        assertEquals(
                rows, TestReturns.tree(lines.getLast()).at("/summary/invalid").asInt());
    }

    @Test
    void rowsBeyondTheMostAreNotReadAndTheSummarySaysSo() {
        TestAgency agency = TestAgency.of(1);
        Response answer = agency.request()
                .queryParam("dryRun", true)
                .body(("\n".repeat(BatchRows.MOST - 1) + "{}\n{}\n").getBytes(StandardCharsets.UTF_8))
                .post("/premium/v1/return-batches");
        List<JsonNode> lines = ReturnBatchTest.lines(answer);
        assertEquals(2, lines.size());
        assertEquals(BatchRows.MOST, lines.getFirst().path("row").asInt());
        assertFalse(lines.getLast().at("/summary/complete").asBoolean());
        assertEquals("batch-too-long", lines.getLast().at("/summary/code").asText());
    }

    @Test
    void aWorkbookIsFiledLikeAnyOtherFile() {
        TestAgency agency = TestAgency.of(2);
        List<String> headings = new ArrayList<>();
        List<String> one = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (XlsxColumn column : XlsxColumn.values()) {
            JsonNode value = agency.content(0).at(column.pointer());
            if (value.isMissingNode() || column == XlsxColumn.MANAGEMENT_NO) {
                continue;
            }
            headings.add(Workbook.text(column.heading()));
            String word = column.kind().words().entrySet().stream()
                    .filter(each -> each.getValue().equals(value.asText()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(value.asText());
            one.add(value.isNumber() ? Workbook.number(value.asLong()) : Workbook.text(word));
            other.add(column == XlsxColumn.CONFIRMED_GENERAL ? Workbook.formula("1+1", 2) : one.getLast());
        }
        headings.add(Workbook.text(XlsxColumn.MANAGEMENT_NO.heading()));
        one.add(Workbook.text(agency.workplaces.get(0).digits()));
        other.add(Workbook.number(agency.workplaces.get(1).digits()));
        byte[] workbook = new Workbook().row(headings).row(one).row(other).bytes();
        String key = UUID.randomUUID().toString();
        Response answer = agency.request()
                .contentType(ReturnBatchResource.XLSX)
                .header("Idempotency-Key", key)
                .body(workbook)
                .post("/premium/v1/return-batches");
        List<JsonNode> lines = ReturnBatchTest.lines(answer);
        assertEquals(List.of("FILED", "INVALID invalid-request"), ReturnBatchTest.statuses(lines));
        assertEquals(2, lines.getFirst().path("row").asInt());
        assertEquals(
                List.of("/confirmed/industrialAccident/general cell-formula"),
                lines.get(1)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asText() + " "
                                + error.path("code").asText())
                        .toList(),
                "and not that it is missing");
        assertEquals(
                List.of("ALREADY_DONE"),
                ReturnBatchTest.statuses(
                        ReturnBatchTest.lines(agency.post(key, ReturnBatchTest.file(agency.content(0))))),
                "the same return in either format");
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static int filed(TestAgency agency) {
        return batch(agency).path("filed").asInt();
    }

    private static JsonNode batch(TestAgency agency) {
        return TestReturns.tree(
                        agency.request().get("/premium/v1/return-batches").asString())
                .at("/items/0");
    }
}
