package kr.gosan.coverage.extinction;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import kr.gosan.coverage.testing.Agency;
import kr.gosan.coverage.testing.Company;
import kr.gosan.coverage.testing.Rows;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ExtinguishWorkplaceTest {

    private static final String EXTINGUISHED = "kr.gosan.coverage.workplace-extinguished.v1";

    @Inject
    Rows rows;

    private Company company;

    @BeforeEach
    void establish() {
        company = Company.established();
    }

    @Test
    void theExampleOfTheDescriptionIsAcceptedWithAReceipt() {
        extinguish(ExtinctionReport.EXAMPLE)
                .then()
                .statusCode(201)
                .body("filing.extinctOn", equalTo("2022-06-01"))
                .body("filing.timeliness.deadline", equalTo("2022-06-15"))
                .body("filing.timeliness.daysLate", equalTo(15))
                .body("filing.law.id", contains("extinction.report-days"))
                .body("receipt.filingType", equalTo("workplace-extinction"))
                .body("warnings", hasSize(0));
        company.get(company.path(""))
                .then()
                .body("extinctOn", equalTo("2022-06-01"))
                .body("extinction.deadline", equalTo("2022-06-15"))
                .body("extinction.clientReference", equalTo("2022-0041"));
        JsonNode event = TestKafka.await(
                        TestKafka.topic("coverage"), company.collective, 1, ExtinguishWorkplaceTest::extinguished)
                .getFirst();
        PublishedEvents.assertFits(event);
        assertEquals("2022-06-01", event.at("/data/extinctOn").asText());
        PublishedEvents.assertFits(PublishedEvents.exampleTree(EXTINGUISHED));
    }

    @Test
    void aWorkplaceEndsOnce() {
        extinguish(ExtinctionReport.EXAMPLE).then().statusCode(201);
        long before = rows.about(company.collective);
        extinguish(ExtinctionReport.EXAMPLE)
                .then()
                .statusCode(422)
                .body("code", equalTo("extinction-refused"))
                .body("errors.code", contains("already-extinct"))
                .body(
                        "errors.message",
                        contains("The insurance relation has already ended: 2022-06-01 was the first day without it."));
        assertEquals(before, rows.about(company.collective));
    }

    @Test
    void aRetryGetsTheSameAnswer() {
        String key = Company.newKey();
        Response first = company.post(company.path("/extinction"), key, ExtinctionReport.EXAMPLE);
        Response second = company.post(company.path("/extinction"), key, ExtinctionReport.EXAMPLE);
        assertEquals(first.asString(), second.asString());
        assertEquals(201, second.statusCode());
    }

    @Test
    void ofManyAtTheSameInstantOneIsAccepted() {
        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> extinguish(ExtinctionReport.EXAMPLE).statusCode())
                .sorted()
                .toList();
        assertEquals(List.of(201, 422, 422, 422, 422, 422), statuses);
        assertEquals(1, rows.count("outbox", "type || key", EXTINGUISHED + company.collective));
    }

    @Test
    void aDryRunTellsTheSameAndStoresNothing() {
        long before = rows.about(company.collective);
        company.post(company.path("/extinction?dryRun=true"), null, ExtinctionReport.EXAMPLE)
                .then()
                .statusCode(200)
                .body("filing.extinctOn", equalTo("2022-06-01"))
                .body("receipt", nullValue());
        assertEquals(before, rows.about(company.collective));
        company.get(company.path("")).then().body("extinctOn", nullValue());
    }

    @Test
    void whoeverIsStillInsuredIsAWarningAndWhoeverLeftIsNot() {
        String left = company.hired(TestNumbers.resident(), "2022-03-02");
        company.lose(left, "2022-05-31").then().statusCode(201);
        company.post(company.path("/extinction?dryRun=true"), null, ExtinctionReport.EXAMPLE)
                .then()
                .body("warnings", hasSize(0));
        company.hired(TestNumbers.resident(), "2022-03-02");
        extinguish(ExtinctionReport.EXAMPLE).then().statusCode(201).body("warnings", contains("persons-still-insured"));
    }

    @Test
    void nobodyIsHiredFromTheDayOfExtinctionOn() {
        extinguish(ExtinctionReport.EXAMPLE).then().statusCode(201);
        ResidentNumber worker = TestNumbers.resident();
        company.acquire(worker, "2022-06-01").then().statusCode(422).body("errors.code", contains("after-extinction"));
        company.acquire(worker, "2022-05-31").then().statusCode(201);
    }

    @Test
    void allReasonsAreToldAtOnce() {
        extinguish(ExtinctionReport.EXAMPLE).then().statusCode(201);
        extinguish(ExtinctionReport.EXAMPLE.replace("2022-05-31", "2022-07-01"))
                .then()
                .body("errors.code", containsInAnyOrder("already-extinct", "in-the-future"));
        extinguish(ExtinctionReport.EXAMPLE.replace("2022-05-31", "2021-01-03"))
                .then()
                .body("errors.code", containsInAnyOrder("already-extinct", "ended-before-establishment"));
    }

    @Test
    void afterItsEndABusinessMayEstablishTheSameKindAgainButNotEarlier() {
        extinguish(ExtinctionReport.EXAMPLE).then().statusCode(201);
        again("2022-05-31").then().statusCode(422).body("errors.code", contains("kind-established"));
        again("2022-06-01").then().statusCode(201);
    }

    @Test
    void theMandatedAgencyMayReportItToo() {
        Agency agency = Agency.registered(rows);
        company.post(company.path("/mandates"), Company.newKey(), agency.mandate())
                .then()
                .statusCode(201);
        agency.request()
                .header("Idempotency-Key", Company.newKey())
                .contentType("application/json")
                .body(ExtinctionReport.EXAMPLE)
                .post(company.path("/extinction"))
                .then()
                .statusCode(201);
        assertTrue(rows.count("audit", "member_id", agency.memberId) == 1);
    }

    private Response again(String establishedOn) {
        return company.establish(report ->
                report.put("managementNo", company.business.digits() + "8").put("establishedOn", establishedOn));
    }

    private Response extinguish(String report) {
        return company.post(company.path("/extinction"), Company.newKey(), report);
    }

    private static boolean extinguished(JsonNode event) {
        return event.path("type").asText().equals(EXTINGUISHED);
    }
}
