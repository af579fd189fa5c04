package kr.gosan.premium.batch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestAgency;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.Test;

/** Lines break, and clients read when it suits them. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class CutOffTest {

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
                List.of("cell-formula"),
                lines.get(1)
                        .path("errors")
                        .valueStream()
                        .filter(error -> error.path("pointer").asText().endsWith("industrialAccident/general"))
                        .map(error -> error.path("code").asText())
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
