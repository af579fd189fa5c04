package kr.gosan.coverage;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.coverage.extinction.ExtinctionReport;
import kr.gosan.coverage.mandate.MandateEndReport;
import kr.gosan.coverage.mandate.MandateReport;
import kr.gosan.coverage.testing.Company;
import kr.gosan.coverage.testing.Rows;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.testing.EndpointWalk;
import kr.gosan.platform.testing.EndpointWalk.Endpoint;
import kr.gosan.platform.testing.ProblemBundles;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ClosedDoorsTest {

    private static final Map<String, String> SOMETHING = Map.of(
            "managementNo", "12345678916",
            "mandateId", "0198c0de-0000-7000-8000-000000000002",
            "personId", "0198c0de-0000-7000-8000-000000000001",
            "receiptNo", "C-20220310-0000001");

    @Inject
    Rows rows;

    @Test
    void withoutATokenEveryEndpointAnswers401() {
        List<Endpoint> endpoints = EndpointWalk.all();
        assertEquals(16, endpoints.size(), endpoints::toString);
        for (Endpoint endpoint : endpoints) {
            int expected = endpoint.open() ? 200 : 401;
            assertEquals(expected, endpoint.status(SOMETHING, null), endpoint::toString);
            if (!endpoint.open()) {
                assertEquals(401, endpoint.status(SOMETHING, Tokens.expired()), endpoint::toString);
                assertEquals(401, endpoint.status(SOMETHING, Tokens.forAnotherAudience()), endpoint::toString);
            }
        }
        assertEquals(
                List.of("/coverage/v1/receipt-keys"),
                endpoints.stream().filter(Endpoint::open).map(Endpoint::path).toList());
    }

    @Test
    void aMemberOfTheWrongKindGets403() {
        for (Endpoint endpoint : EndpointWalk.all()) {
            if (!endpoint.open()) {
                boolean forWorkers = endpoint.path().endsWith("/insured-history");
                String wrong = forWorkers ? Tokens.stranger() : Tokens.worker("w", "k");
                assertEquals(403, endpoint.status(SOMETHING, wrong), endpoint::toString);
                assertEquals(403, endpoint.status(SOMETHING, Tokens.bank()), endpoint::toString);
            }
        }
    }

    @Test
    void anEmployerGets403ForAnotherOnesWorkplace() {
        Company company = Company.established();
        ResidentNumber worker = TestNumbers.resident();
        Response hired = company.acquire(worker, "2022-03-02");
        String person = hired.path("filing.personId");
        String receipt = hired.path("receipt.receiptNo");
        Company stranger = new Company();
        long before = rows.about(company.collective);
        String acquisition = Company.acquisition(TestNumbers.resident(), report -> {});
        List<Response> answers = List.of(
                stranger.get(company.path("")),
                stranger.get(company.path("/insured-persons")),
                stranger.get(company.path("/insured-persons/" + person)),
                stranger.get(company.path("/insured-persons/" + UUID.randomUUID())),
                stranger.get("/coverage/v1/receipts/" + receipt),
                stranger.post(company.path("/acquisitions"), Company.newKey(), acquisition),
                stranger.post(company.path("/acquisitions?dryRun=true"), null, acquisition),
                stranger.post(company.path("/losses"), Company.newKey(), Company.loss(person, report -> {})),
                stranger.post(company.path("/losses?dryRun=true"), null, Company.loss(person, report -> {})),
                stranger.post(company.path("/extinction"), Company.newKey(), ExtinctionReport.EXAMPLE),
                stranger.post(company.path("/extinction?dryRun=true"), null, ExtinctionReport.EXAMPLE),
                stranger.post(company.path("/mandates"), Company.newKey(), MandateReport.EXAMPLE),
                stranger.post(
                        company.path("/mandates/" + UUID.randomUUID() + "/end"),
                        Company.newKey(),
                        MandateEndReport.EXAMPLE),
                stranger.get(company.path("/mandates")),
                stranger.get(company.path("/mandates/" + UUID.randomUUID())),
                stranger.request()
                        .contentType("application/json")
                        .body("{}")
                        .put("/coverage/v1/sandbox/workplaces/" + company.collective + "/clock"),
                // a number nobody has is answered alike
                stranger.get("/coverage/v1/workplaces/" + stranger.collective));
        for (Response answer : answers) {
            assertEquals(403, answer.statusCode(), answer.asString());
            assertEquals("workplace-not-granted", answer.path("code"));
        }
        assertEquals(before, rows.about(company.collective));
        assertTrue(
                stranger.get("/coverage/v1/workplaces").<List<?>>path("items").isEmpty());
    }

    @Test
    void anAgencyWithoutAMandateGets403AndAnOperatorMayReadEveryWorkplace() {
        Company company = Company.established();
        String agency = Tokens.agency(UUID.randomUUID().toString(), TestNumbers.business());
        for (String path : List.of(company.path(""), company.path("/insured-persons"), company.path("/mandates"))) {
            assertEquals(403, with(agency).get(path).statusCode(), path);
        }
        assertEquals(
                403,
                with(agency)
                        .header("Idempotency-Key", Company.newKey())
                        .contentType("application/json")
                        .body(ExtinctionReport.EXAMPLE)
                        .post(company.path("/extinction"))
                        .statusCode());
        assertEquals(200, with(Tokens.operator()).get(company.path("")).statusCode());
        assertEquals(
                403,
                with(Tokens.operator()).get(company.path("/insured-persons")).statusCode());
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    @Test
    void everyProblemCodeHasTextsInBothLanguages() {
        ProblemBundles.assertSameKeys("coverage");
    }
}
