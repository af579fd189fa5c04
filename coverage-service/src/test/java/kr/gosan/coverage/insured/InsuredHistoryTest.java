package kr.gosan.coverage.insured;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.gosan.coverage.testing.Company;
import kr.gosan.coverage.testing.Rows;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.crypto.PersonIndex;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class InsuredHistoryTest {

    @Inject
    Rows rows;

    @Inject
    PersonIndex index;

    private final ResidentNumber worker = TestNumbers.resident();
    private Company company;

    @BeforeEach
    void establish() {
        company = Company.established();
    }

    @Test
    void whoIsHiredLostAndHiredAgainHasARightHistory() {
        String person = company.hired(worker, "2022-03-02");
        Response lost = company.lose(person, report -> {});
        lost.then()
                .statusCode(201)
                .body("filing.acquiredOn", equalTo("2022-03-02"))
                .body("filing.separationDate", equalTo("2022-03-31"))
                .body("filing.lossDate", equalTo("2022-04-01"))
                .body("filing.timeliness.deadline", equalTo("2022-04-15"))
                .body("filing.timeliness.daysLate", equalTo(76))
                .body("receipt.filingType", equalTo("insured-status-loss"));
        assertEquals(person, company.hired(worker, "2022-05-02"));
        company.get(company.path("/insured-persons/" + person))
                .then()
                .statusCode(200)
                .body("insured", equalTo(true))
                .body("residentNumber", equalTo(worker.toString()))
                .body("employments.acquiredOn", contains("2022-03-02", "2022-05-02"))
                .body("employments.separationDate", contains("2022-03-31", null))
                .body("employments.lossDate", contains("2022-04-01", null))
                .body("employments[0].lossReason.code", equalTo("32"))
                .body("employments[0].lossReason.english", equalTo("End of contract or of the works"))
                .body("employments[0].occupation.name", equalTo("건설구조 기능원"))
                .body("employments[0].acquisition.deadline", equalTo("2022-04-15"))
                .body("employments[0].loss.receiptNo", equalTo(lost.path("receipt.receiptNo")))
                .body("employments[0].loss.clientReference", equalTo("leave-0042"))
                .body("employments[1].acquisition.daysLate", equalTo(15))
                .body("employments[1].loss", nullValue());
    }

    @Test
    void theLossEventFitsItsSchema() {
        String person = company.hired(worker, "2022-03-02");
        company.lose(person, "2022-06-30").then().statusCode(201);
        JsonNode event = TestKafka.await(
                        TestKafka.topic("coverage"),
                        company.collective,
                        1,
                        message -> message.path("type").asText().equals(ReportLoss.LOST))
                .getFirst();
        PublishedEvents.assertFits(event);
        PublishedEvents.assertFits(PublishedEvents.exampleTree(ReportLoss.LOST));
        assertEquals("2022-07-01", event.at("/data/lossDate").asText());
        assertEquals("32", event.at("/data/lossReasonCode").asText());
    }

    @Test
    void exclusionEndsCoverOnTheVeryDay() {
        String person = company.hired(worker, "2022-03-02");
        company.lose(person, report -> {
                    report.remove("separationDate");
                    report.put("lossReasonCode", "42").put("excludedFrom", "2022-06-01");
                })
                .then()
                .statusCode(201)
                .body("filing.separationDate", nullValue())
                .body("filing.lossDate", equalTo("2022-06-01"));
    }

    @Test
    void whatDoesNotFitTheHistoryIsRefused() {
        String person = company.hired(worker, "2022-03-02");
        company.lose(person, "2022-03-01")
                .then()
                .statusCode(422)
                .body("errors.code", contains("loss-before-acquisition"));
        company.lose(person, "2022-07-01").then().statusCode(422).body("errors.code", contains("in-the-future"));
        company.lose(UUID.randomUUID().toString(), "2022-03-31")
                .then()
                .statusCode(422)
                .body("code", equalTo("loss-refused"))
                .body("errors.code", contains("not-insured-here"));
        company.lose(person, "2022-03-31").then().statusCode(201);
        company.lose(person, "2022-04-30")
                .then()
                .statusCode(422)
                .body("errors.code", contains("already-lost"))
                .body(
                        "errors.message",
                        contains("This person is no longer insured at this workplace since 2022-04-01."));
        company.acquire(worker, "2022-03-31")
                .then()
                .statusCode(422)
                .body("errors.code", contains("overlaps-earlier-period"));
        company.acquire(worker, "2022-04-01").then().statusCode(201);
    }

    @Test
    void ofManyLossesAtTheSameInstantOneCounts() {
        String person = company.hired(worker, "2022-03-02");
        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> company.lose(person, "2022-03-31").statusCode())
                .sorted()
                .toList();
        assertEquals(List.of(201, 422, 422, 422, 422, 422), statuses);
    }

    @Test
    void aDryLossStoresNothing() {
        String person = company.hired(worker, "2022-03-02");
        long before = rows.about(company.collective);
        company.post(company.path("/losses?dryRun=true"), null, Company.loss(person, report -> {}))
                .then()
                .statusCode(200)
                .body("filing.lossDate", equalTo("2022-04-01"))
                .body("receipt", nullValue());
        assertEquals(before, rows.about(company.collective));
        company.get(company.path("/insured-persons/" + person)).then().body("employments.lossDate", contains((Object)
                null));
    }

    @Test
    void aWorkerSeesAllWorkplacesAndAnEmployerItsOwn() {
        Company other = Company.established();
        String person = company.hired(worker, "2022-03-02");
        company.lose(person, "2022-03-31").then().statusCode(201);
        other.hired(worker, "2022-04-01");
        String token = Tokens.worker(UUID.randomUUID().toString(), index.of(worker));
        given().header("Authorization", "Bearer " + token)
                .get("/coverage/v1/insured-history")
                .then()
                .statusCode(200)
                .body("employments.managementNo", contains(company.collective, other.collective))
                .body("employments.workplaceName", contains("고산건설 건설일괄", "고산건설 건설일괄"))
                .body("employments.lossDate", contains("2022-04-01", null))
                .body("employments[0].loss.daysLate", equalTo(76))
                .body("employments[0].loss.clientReference", nullValue())
                .body("employments[0].acquisition.clientReference", nullValue());
        other.get(other.path("/insured-persons/" + person))
                .then()
                .body("employments.managementNo", contains(other.collective));
        given().header("Authorization", "Bearer " + Tokens.worker("somebody", index.of(TestNumbers.resident())))
                .get("/coverage/v1/insured-history")
                .then()
                .statusCode(200)
                .body("employments", hasSize(0));
    }

    @Test
    void thePersonsOfAWorkplaceComeInPages() {
        List<String> hired = Stream.generate(TestNumbers::resident)
                .limit(5)
                .map(each -> company.hired(each, "2022-06-02"))
                .toList();
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page =
                    company.get(company.path("/insured-persons?limit=2" + (cursor == null ? "" : "&cursor=" + cursor)));
            page.then().statusCode(200);
            seen.addAll(page.path("items.personId"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertEquals(hired, seen);
        company.get(company.path("/insured-persons?limit=0"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("limit-out-of-range"));
        company.get(company.path("/insured-persons?limit=201")).then().statusCode(400);
        company.get(company.path("/insured-persons?limit=x"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("parameter-invalid"));
    }

    @Test
    void aPersonIsFoundByTheClientsOwnReference() {
        company.acquire(TestNumbers.resident(), report -> report.put("clientReference", "other"));
        Response hired = company.acquire(worker, report -> report.put("clientReference", "비고 1/2"));
        String person = hired.path("filing.personId");
        assertEquals(List.of(person), found("비고 1/2"));
        company.lose(person, report -> report.put("clientReference", "bye"))
                .then()
                .statusCode(201);
        assertEquals(List.of(person), found("bye"));
        assertEquals(List.of(), found("nobody"));
    }

    @Test
    void aPersonOfAnotherWorkplaceIsNotFound() {
        String person = Company.established().hired(worker, "2022-03-02");
        company.get(company.path("/insured-persons/" + person))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        company.lose(person, "2022-03-31").then().statusCode(422).body("errors.code", contains("not-insured-here"));
    }

    private List<String> found(String clientReference) {
        return company.request()
                .queryParam("clientReference", clientReference)
                .get(company.path("/insured-persons"))
                .path("items.personId");
    }
}
