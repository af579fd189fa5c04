package kr.gosan.payment;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.EndpointWalk;
import kr.gosan.platform.testing.EndpointWalk.Endpoint;
import kr.gosan.platform.testing.ProblemBundles;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What holds for every operation, taken from the API's own description. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ApiTest {

    private static final Map<String, String> PATH = Map.ofEntries(
            Map.entry("slipId", UUID.randomUUID().toString()),
            Map.entry("noticeId", UUID.randomUUID().toString()),
            Map.entry("resolutionId", UUID.randomUUID().toString()),
            Map.entry("reconciliationId", UUID.randomUUID().toString()),
            Map.entry("line", "0"),
            Map.entry("certificateId", UUID.randomUUID().toString()),
            Map.entry("code", "0"),
            Map.entry("refundId", UUID.randomUUID().toString()),
            Map.entry("chargeId", UUID.randomUUID().toString()),
            Map.entry("runId", UUID.randomUUID().toString()),
            Map.entry("managementNo", "99999999999"));

    /** Its own test sends strangers there, with a body. */
    private static final String CERTIFICATES = "/payment/v1/payment-certificates";
    /** The one thing that is open to everybody. */
    private static final String VERIFICATION = "/payment/v1/certificate-verifications/{code}";

    /** Reads over all workplaces, with a query that is answered. */
    private static final Map<String, String> OPERATORS_ONLY = Map.of(
            "/payment/v1/suspense", "/payment/v1/suspense",
            "/payment/v1/reconciliations", "/payment/v1/reconciliations",
            "/payment/v1/ledger/levies", "/payment/v1/ledger/levies?month=2022-03",
            "/payment/v1/ledger/parity/workplaces", "/payment/v1/ledger/parity/workplaces",
            "/payment/v1/debit-runs", "/payment/v1/debit-runs");

    @Inject
    ObjectMapper mapper;

    @Test
    void nothingIsOpen() {
        EndpointWalk.all().forEach(endpoint -> {
            assertEquals(endpoint.path().equals(VERIFICATION), endpoint.open(), endpoint.toString());
            int status = endpoint.open() ? 200 : 401;
            assertEquals(status, endpoint.status(PATH, null), endpoint.toString());
            assertEquals(status, endpoint.status(PATH, Tokens.expired()), endpoint.toString());
            assertEquals(status, endpoint.status(PATH, Tokens.forAnotherAudience()), endpoint.toString());
        });
    }

    @Test
    void aStrangerGetsNothingOfACompanyThatHasFiled() {
        refusesReads("workplace-not-granted", Tokens.stranger());
        EndpointWalk.all().stream()
                .filter(endpoint -> !endpoint.method().equals("get"))
                .filter(endpoint -> !endpoint.path().equals(CERTIFICATES))
                .forEach(endpoint -> assertEquals(403, endpoint.status(PATH, Tokens.stranger()), endpoint.toString()));
    }

    @Test
    void onlyEmployersRead() {
        refusesReads("not-allowed", Tokens.worker(UUID.randomUUID().toString(), "k"), Tokens.bank());
    }

    @Test
    void whatIsOfAllWorkplacesIsForOperators() {
        OPERATORS_ONLY.values().forEach(path -> {
            assertEquals(200, given().auth().oauth2(Tokens.operator()).get(path).statusCode(), path);
            for (String token : List.of(Tokens.stranger(), Tokens.bank())) {
                Response answer = given().auth().oauth2(token).get(path);
                assertEquals(403, answer.statusCode(), path);
                assertEquals("not-allowed", answer.jsonPath().getString("code"), path);
            }
        });
    }

    /** Every read, of what a company that has filed really has: its workplace, its return and its slip. */
    private void refusesReads(String code, String... tokens) {
        TestEmployer employer = TestEmployer.known();
        String certificateId = employer.asks()
                .header("Idempotency-Key", "a-certificate")
                .contentType("application/json")
                .body("{\"managementNo\":\"%s\",\"insurances\":[\"EI\"],\"purpose\":\"OTHER\"}"
                        .formatted(employer.workplace.digits()))
                .post(CERTIFICATES)
                .jsonPath()
                .getString("certificateId");
        FiledReturn filed = Filings.atOnce(employer.workplace);
        JsonPath slips = employer.files(filed, 2, mapper);
        String slipId = slips.getString("items[0].slipId");
        // A paid slip has a receipt as well.
        TestBank.sends(TestBank.notice(slips.getString("items[0].ePaymentNo"), slips.getLong("items[0].payable")))
                .then()
                .statusCode(200);
        employer.files(
                Filings.coveredByExcess(employer.workplace), UUID.randomUUID().toString(), mapper);
        await().until(() ->
                !employer.reads("/payment/v1/refunds").getList("items").isEmpty());
        String refundId = employer.reads("/payment/v1/refunds").getString("items[0].refundId");
        List<String> reads = new ArrayList<>(List.of("/payment/v1/slips?returnId=" + filed.returnId()));
        EndpointWalk.all().stream()
                .filter(endpoint -> endpoint.method().equals("get") && !endpoint.open())
                .map(Endpoint::path)
                .filter(path -> !OPERATORS_ONLY.containsKey(path))
                // of a comparison that was made: ReconciliationTest
                .filter(path -> !path.startsWith("/payment/v1/reconciliations/"))
                // a run's own reads: DebitRunResourceTest
                .filter(path -> !path.contains("{runId}"))
                .map(path -> path.contains("{") ? path : path + "?managementNo={managementNo}")
                .map(path -> path.replace("{slipId}", slipId).replace("{certificateId}", certificateId))
                .map(path -> path.replace("{refundId}", refundId))
                .map(path -> path.replace("{managementNo}", employer.workplace.digits()))
                .forEach(reads::add);
        for (String path : reads) {
            assertEquals(200, employer.asks().get(path).statusCode(), path);
            for (String token : tokens) {
                Response answer = given().auth().oauth2(token).get(path);
                assertEquals(403, answer.statusCode(), path);
                assertEquals(code, answer.jsonPath().getString("code"), path);
            }
        }
    }

    @Test
    void everyOperationIsDescribedAndItsExampleWorks() throws JsonProcessingException {
        JsonNode paths = new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/q/openapi").asString())
                .path("paths");
        paths.forEach(path -> path.forEach(operation -> {
            if (operation.has("responses")) {
                assertFalse(operation.path("summary").asText().isBlank(), operation.toString());
                assertFalse(operation.path("description").asText().isBlank(), operation.toString());
            }
        }));
        String example = paths.at("/~1payment~1v1~1bank-notices/post/requestBody/content/application~1json/examples")
                .path("giro")
                .path("value")
                .toString();
        String first = TestBank.sends(example).then().statusCode(200).extract().asString();
        assertEquals(first, TestBank.sends(example).asString());
    }

    @Test
    void everyProblemSpeaksBothLanguages() {
        ProblemBundles.assertSameKeys("payment");
    }
}
