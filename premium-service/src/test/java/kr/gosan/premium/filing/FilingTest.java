package kr.gosan.premium.filing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.gosan.platform.json.CanonicalJson;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class FilingTest {

    @Inject
    EntityManager entities;

    @Inject
    CanonicalJson canonical;

    @Inject
    ObjectMapper mapper;

    private TestCompany company;

    @BeforeEach
    void aCompanyOfItsOwn() {
        company = TestCompany.inMarch2022();
    }

    @Test
    void aReturnIsDraftedEditedTriedAndFiled() {
        Response drafted =
                company.request("draft").body(company.content().toString()).post("/premium/v1/returns");
        assertEquals(201, drafted.statusCode());
        String path = drafted.header("Location");
        assertEquals("DRAFT", drafted.jsonPath().getString("state"));
        assertEquals("\"1\"", drafted.header("ETag"));
        assertNull(drafted.jsonPath().get("calculation"));

        ObjectNode content = company.content();
        content.put("clientReference", "second thought");
        Response edited = company.request()
                .header("If-Match", "\"1\"")
                .body(content.toString())
                .put(path);
        assertEquals(200, edited.statusCode());
        assertEquals("\"2\"", edited.header("ETag"));
        assertEquals("second thought", edited.jsonPath().getString("clientReference"));

        Response tried = company.request().queryParam("dryRun", true).post(path + "/submission");
        assertEquals(200, tried.statusCode());
        assertEquals("FILED", tried.jsonPath().getString("state"));
        assertNull(tried.jsonPath().get("receipt"));
        assertEquals("DRAFT", company.request().get(path).jsonPath().getString("state"));

        Response filed = company.request("submit").post(path + "/submission");
        assertEquals(200, filed.statusCode());
        assertEquals("FILED", filed.jsonPath().getString("state"));
        assertEquals("2022-03-10", filed.jsonPath().getString("filedOn"));
        assertEquals(
                tried.jsonPath().<Object>get("calculation"), filed.jsonPath().<Object>get("calculation"));
        assertEquals(filed.asString(), company.request().get(path).asString());
    }

    @Test
    void theFiguresOfTheSourceDocumentReachTheAnswer() {
        Response filed = company.file(company.content());
        assertEquals(201, filed.statusCode(), filed.asString());
        JsonNode calculation = TestReturns.tree(filed.asString()).path("calculation");
        JsonNode accident = calculation.at("/insurances/0");
        assertEquals(4_885_600, accident.at("/confirmed/total").asLong());
        assertEquals("37.63", accident.at("/confirmed/lines/0/ratePerMille").asText());
        assertEquals(1_385_600, accident.at("/settlement/0/additional").asLong());
        assertEquals(500_000, accident.at("/settlement/0/arrears").asLong());
        assertEquals(6_119_640, accident.at("/periods/0/payable").asLong());
        JsonNode employment = calculation.at("/insurances/1");
        assertEquals(2_220_000, employment.at("/confirmed/total").asLong());
        assertEquals(2_340_000, employment.at("/estimated/total").asLong());
        assertEquals(3_134_800, employment.at("/periods/0/payable").asLong());
        assertTrue(calculation.at("/filedInTime").asBoolean());
        assertEquals("2022-03-31", calculation.at("/dueDate").asText());
        assertEquals(List.of(6_119_640, 3_134_800), filed.jsonPath().getList("slips.payable", Integer.class));
        assertNull(filed.jsonPath().get("slips[0].ePaymentNo"), "no slip is issued yet");

        JsonNode trace = TestReturns.tree(
                company.request().get(filed.header("Location") + "/trace").asString());
        assertEquals("ia.confirmed.general", trace.at("/lines/0/step").asText());
        assertEquals(4_515_600, trace.at("/lines/0/result").asLong());
        assertEquals("36", trace.at("/lines/0/parameters/0/figure").asText());
        assertEquals("2021-01-01", trace.at("/lines/0/parameters/0/appliesFrom").asText());
        assertTrue(trace.path("law").size() > 15);
    }

    @Test
    void theReceiptIsVerifiableOfflineAgainstWhatTheApiShows() throws Exception {
        Response filed = company.file(company.content());
        JsonNode shown =
                TestReturns.tree(company.request().get(filed.header("Location")).asString());
        JsonNode receipt = shown.path("receipt");
        ObjectNode signed = mapper.createObjectNode();
        for (String member : List.of("id", "content", "filedOn", "calculation")) {
            signed.set(member, shown.required(member));
        }
        assertEquals(
                HexFormat.of().formatHex(CanonicalJson.sha256(canonical.of(signed))),
                receipt.path("sha256").asText());

        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(receipt.path("jws").asText());
        jws.setKey(new JsonWebKeySet(given().get("/premium/v1/receipt-keys").asString())
                .getJsonWebKeys()
                .getFirst()
                .getKey());
        assertTrue(jws.verifySignature());
        JsonNode claims = TestReturns.tree(jws.getPayload());
        assertEquals(receipt.path("sha256"), claims.path("sha256"));
        assertTrue(receipt.path("receiptNo").asText().startsWith("P-20220310-"));
        assertTrue(receipt.path("acceptedAt").asText().matches("2022-03-10T.*\\+09:00"));
        JsonNode issued = TestReturns.tree(company.request()
                .get("/premium/v1/receipts/" + receipt.path("receiptNo").asText())
                .asString());
        assertEquals(receipt.path("jws"), issued.path("jws"));
        assertEquals(
                receipt.path("sha256").asText(),
                HexFormat.of().formatHex(CanonicalJson.sha256(canonical.of(issued.path("filing")))));
    }

    @Test
    void theEventTellsPaymentServiceEverythingAndFitsItsSchema() {
        Response filed = company.file(company.content());
        JsonNode event = events(1).getFirst();
        PublishedEvents.assertFits(event);
        assertEquals(
                filed.jsonPath().getString("id"), event.at("/data/returnId").asText());
        assertEquals(
                filed.jsonPath().getString("receipt.receiptNo"),
                event.at("/data/receiptNo").asText());
        assertEquals(6_119_640, event.at("/data/insurances/0/periods/0/payable").asLong());
        assertTrue(event.path("time").asText().startsWith("2022-03-10T"));
    }

    @Test
    void thePublishedExampleIsWhatSuchAReturnReallyGives() {
        ObjectNode content = company.content();
        ((ObjectNode) content.at("/previousEstimate/unemployment"))
                .put("reported", 2_500_000)
                .put("paid", 2_500_000);
        ((ObjectNode) content.path("payment")).put("employment", "INSTALLMENT");
        company.file(content);
        PublishedEvents.assertFits(PublishedEvents.exampleTree(ReturnFiled.TYPE));
        assertEquals(
                PublishedEvents.exampleTree(ReturnFiled.TYPE).at("/data/insurances"),
                events(1).getFirst().at("/data/insurances"));
    }

    @Test
    void aRepeatedFilingGetsTheSameAnswerAndReceipt() {
        String key = UUID.randomUUID().toString();
        Response first = file(key, company.content());
        Response second = file(key, company.content());
        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(1, count("premium_return"));
        assertEquals(1, count("outbox", "key"));
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        file(key, company.content());
        ObjectNode other = company.content();
        other.put("clientReference", "other");
        Response refused = file(key, other);
        assertEquals(409, refused.statusCode());
        assertEquals("idempotency-key-reused", refused.jsonPath().getString("code"));
        assertEquals(1, count("premium_return"));
    }

    @Test
    void twoRequestsAtOnceMakeOneReturn() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Response> answers = atOnce(() -> file(key, company.content()));
        assertEquals(
                List.of(201, 201), answers.stream().map(Response::statusCode).toList());
        assertEquals(answers.getFirst().asString(), answers.getLast().asString());
        assertEquals(1, count("premium_return"));
        assertEquals(1, count("receipt"));
    }

    @Test
    void aWorkplaceFilesOnceAYearEvenWithTwoKeysAtOnce() throws Exception {
        List<Response> answers = atOnce(() -> company.file(company.content()));
        assertEquals(
                List.of(201, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
        assertEquals(1, count("premium_return"));
        Response third = company.file(company.content());
        assertEquals(409, third.statusCode());
        assertEquals("return-already-filed", third.jsonPath().getString("code"));
        assertEquals(List.of("/insuranceYear"), third.jsonPath().getList("errors.pointer"));
        assertEquals(List.of("return-already-filed"), third.jsonPath().getList("errors.code"));
        String existing = answers.stream()
                .filter(each -> each.statusCode() == 201)
                .findFirst()
                .orElseThrow()
                .jsonPath()
                .getString("id");
        assertTrue(third.jsonPath().getString("errors[0].message").contains(existing), third.asString());
        assertTrue(third.jsonPath().getString("title").contains(existing), third.asString());
        assertEquals(1, count("outbox", "key"));
    }

    @Test
    void aFiledReturnIsNeitherEditedNorFiledAgain() {
        Response drafted =
                company.request("d").body(company.content().toString()).post("/premium/v1/returns");
        String path = drafted.header("Location");
        assertEquals(200, company.request("s1").post(path + "/submission").statusCode());
        Response again = company.request("s2").post(path + "/submission");
        assertEquals(409, again.statusCode());
        assertEquals("return-not-a-draft", again.jsonPath().getString("code"));
        Response edited = company.request()
                .header("If-Match", "\"2\"")
                .body(company.content().toString())
                .put(path);
        assertEquals(409, edited.statusCode());
    }

    @Test
    void aDraftIsEditedOnlyFromTheVersionThatWasRead() {
        String path = company.request("d")
                .body(company.content().toString())
                .post("/premium/v1/returns")
                .header("Location");
        String body = company.content().toString();
        assertEquals(428, company.request().body(body).put(path).statusCode());
        for (String stale : List.of("\"2\"", "1", "\"x\"", "*")) {
            Response refused =
                    company.request().header("If-Match", stale).body(body).put(path);
            assertEquals(412, refused.statusCode(), stale);
        }
        assertEquals(
                200,
                company.request()
                        .header("If-Match", "\"1\"")
                        .body(body)
                        .put(path)
                        .statusCode());
        assertEquals(
                412,
                company.request()
                        .header("If-Match", "\"1\"")
                        .body(body)
                        .put(path)
                        .statusCode());
    }

    @Test
    void aDryRunRunsEveryCheckAndStoresNothing() {
        Response tried = company.request()
                .queryParam("dryRun", true)
                .body(company.content().toString())
                .post("/premium/v1/returns");
        assertEquals(200, tried.statusCode());
        assertEquals("FILED", tried.jsonPath().getString("state"));
        assertEquals(6_119_640, tried.jsonPath().getInt("calculation.insurances[0].payable"));
        assertNull(tried.jsonPath().get("id"));
        for (String table : List.of("premium_return", "filed_year", "slip", "receipt", "audit")) {
            assertEquals(0, count(table), table);
        }
        assertEquals(0, count("outbox", "key"));

        ObjectNode bad = TestReturns.refunding(company.workplace);
        Response refused = company.request()
                .queryParam("dryRun", true)
                .body(bad.toString())
                .post("/premium/v1/returns");
        assertEquals(422, refused.statusCode());
        assertEquals(201, company.file(company.content()).statusCode(), "the year is still free");
    }

    @Test
    void aRefusedFilingEmitsNothingAndLeavesTheKeyFree() {
        String key = UUID.randomUUID().toString();
        Response refused = file(key, TestReturns.refunding(company.workplace));
        assertEquals(422, refused.statusCode());
        assertEquals(0, count("premium_return"));
        assertEquals(0, count("outbox", "key"));
        assertEquals(0, count("receipt"));
        assertEquals(201, file(key, company.content()).statusCode());
        assertEquals(1, events(1).size());
    }

    @Test
    void aLateReturnIsAcceptedWithoutItsReductions() {
        company.on("2022-04-01");
        Response filed = company.file(company.content());
        assertFalse(filed.jsonPath().getBoolean("calculation.filedInTime"));
        assertEquals(6_271_200, filed.jsonPath().getInt("calculation.insurances[0].payable"));
    }

    @Test
    void whatWasFiledCanNeitherBeChangedNorDeletedEvenInTheDatabase() {
        String id = company.file(company.content()).jsonPath().getString("id");
        for (String statement : List.of(
                "update premium_return set content = '{}' where id = '" + id + "'",
                "update premium_return set calculation = '{}' where id = '" + id + "'",
                "delete from premium_return where id = '" + id + "'")) {
            Exception refused = assertThrows(
                    Exception.class,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(statement).executeUpdate()),
                    statement);
            assertTrue(refused.toString().contains("a filed return is never"), refused.toString());
        }
    }

    @Test
    void aStoredReturnCanBeReplayedFromItsInputs() {
        Response filed = company.file(company.content());
        JsonNode stored = TestReturns.tree(filed.asString());
        ObjectNode again = (ObjectNode) stored.path("content").deepCopy();
        again.remove(List.of("managementNo", "clientReference"));
        ObjectNode workplace = (ObjectNode) stored.at("/calculation/workplace").deepCopy();
        again.putObject("workplace")
                .put("kind", workplace.path("kind").asText())
                .put("employeeScale", workplace.path("employeeScale").asText())
                .put("employerKind", workplace.path("employerKind").asText())
                .put("establishedOn", workplace.path("establishedOn").asText());
        again.put("filedOn", stored.path("filedOn").asText());
        JsonNode replayed = TestReturns.tree(company.request()
                .body(again.toString())
                .post("/premium/v1/calculations")
                .asString());
        assertEquals(stored.path("calculation"), replayed.path("calculation"));
        JsonNode trace = TestReturns.tree(
                company.request().get(filed.header("Location") + "/trace").asString());
        assertEquals(trace.path("lines"), replayed.path("trace"));
        assertEquals(trace.path("law"), replayed.path("law"));
    }

    private Response file(String key, JsonNode content) {
        return company.request(key)
                .queryParam("submit", true)
                .body(content.toString())
                .post("/premium/v1/returns");
    }

    private List<JsonNode> events(int count) {
        return TestKafka.await(
                TestKafka.topic("premium"),
                company.workplace.digits(),
                count,
                event -> event.path("type").asText().equals(ReturnFiled.TYPE));
    }

    private static List<Response> atOnce(Callable<Response> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Response>> both = threads.invokeAll(List.of(call, call));
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }

    private long count(String table) {
        return count(table, "management_no");
    }

    private long count(String table, String column) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(
                                        "select count(*) from " + table + " where " + column + " = ?1")
                                .setParameter(1, company.workplace.digits())
                                .getSingleResult())
                        .longValue());
    }
}
