package kr.gosan.coverage.mandate;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.gosan.coverage.testing.Agency;
import kr.gosan.coverage.testing.Company;
import kr.gosan.coverage.testing.Rows;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class MandateTest {

    @Inject
    Rows rows;

    private Company company;

    @BeforeEach
    void establish() {
        company = Company.established();
    }

    @Test
    void anAgencySeesTheWorkplacesItHoldsTheMandateOfAndNoOthers() {
        Agency agency = Agency.registered(rows);
        Company.established();
        Response given = give(agency.mandate());
        given.then()
                .statusCode(201)
                .header("Location", equalTo(company.path("/mandates/" + given.path("filing.filingId"))))
                .body("filing.from", equalTo("2022-06-01"))
                .body("filing.timeliness.deadline", nullValue())
                .body("receipt.filingType", equalTo("mandate"));
        agency.request().get("/coverage/v1/workplaces").then().body("items.managementNo", contains(company.collective));
        agency.request().get(company.path("")).then().statusCode(200).body("agencyMemberId", equalTo(agency.memberId));
        agency.request()
                .get("/coverage/v1/receipts/" + given.path("receipt.receiptNo"))
                .then()
                .statusCode(200);
        company.get(company.path("/mandates"))
                .then()
                .body("items.agencyName", contains("한빛노무법인"))
                .body("items.agencyBusinessNumber", contains(agency.business.digits()))
                .body("items[0].endedOn", nullValue());
    }

    @Test
    void theAgencyReportsHiresInTheEmployersPlace() {
        Agency agency = Agency.registered(rows);
        give(agency.mandate()).then().statusCode(201);
        agency.request()
                .header("Idempotency-Key", Company.newKey())
                .contentType("application/json")
                .body(Company.acquisition(TestNumbers.resident(), report -> report.put("acquiredOn", "2022-06-02")))
                .post(company.path("/acquisitions"))
                .then()
                .statusCode(201);
        company.get(company.path("/insured-persons")).then().body("items", hasSize(1));
    }

    @Test
    void theEventsFitTheirSchemas() {
        Agency agency = Agency.registered(rows);
        String mandate = give(agency.mandate()).path("filing.filingId");
        end(mandate, MandateEndReport.EXAMPLE).then().statusCode(201);
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("coverage"),
                company.collective,
                2,
                event -> event.path("type").asText().contains(".mandate-"));
        events.forEach(PublishedEvents::assertFits);
        assertEquals("2022-06-01", events.getFirst().at("/data/from").asText());
        assertEquals(
                agency.memberId, events.getFirst().at("/data/agencyMemberId").asText());
        assertEquals("2022-06-30", events.getLast().at("/data/on").asText());
        assertEquals(mandate, events.getLast().at("/data/mandateId").asText());
        for (String type : List.of("mandate-given", "mandate-ended")) {
            PublishedEvents.assertFits(PublishedEvents.exampleTree("kr.gosan.coverage." + type + ".v1"));
        }
    }

    @Test
    void afterTheEndTheAgencyMayNothingMore() {
        Agency agency = Agency.registered(rows);
        String mandate = give(agency.mandate()).path("filing.filingId");
        end(mandate, MandateEndReport.EXAMPLE).then().statusCode(201).body("filing.on", equalTo("2022-06-30"));
        agency.request().get(company.path("")).then().statusCode(403);
        agency.request().get("/coverage/v1/workplaces").then().body("items", hasSize(0));
        company.get(company.path("")).then().body("agencyMemberId", nullValue());
        company.get(company.path("/mandates/" + mandate)).then().body("endedOn", equalTo("2022-06-30"));
        end(mandate, MandateEndReport.EXAMPLE)
                .then()
                .statusCode(422)
                .body("code", equalTo("mandate-end-refused"))
                .body("errors.code", contains("mandate-already-ended"));
    }

    @Test
    void theAgencyMayGiveTheMandateBackAndAnotherMayFollow() {
        Agency agency = Agency.registered(rows);
        Agency next = Agency.registered(rows);
        String mandate = give(agency.mandate()).path("filing.filingId");
        agency.request()
                .header("Idempotency-Key", Company.newKey())
                .contentType("application/json")
                .body(MandateEndReport.EXAMPLE)
                .post(company.path("/mandates/" + mandate + "/end"))
                .then()
                .statusCode(201);
        give(next.mandate()).then().statusCode(422).body("errors.code", contains("overlaps-earlier-mandate"));
        give(next.mandate().replace("2022-06-01", "2022-06-30")).then().statusCode(201);
        next.request().get(company.path("")).then().statusCode(200);
    }

    @Test
    void onlyTheEmployerGivesAMandate() {
        Agency agency = Agency.registered(rows);
        give(agency.mandate()).then().statusCode(201);
        agency.request()
                .header("Idempotency-Key", Company.newKey())
                .contentType("application/json")
                .body(agency.mandate())
                .post(company.path("/mandates"))
                .then()
                .statusCode(403);
    }

    @Test
    void anAgencyThatNeverLoggedInIsUnknownAndEverythingIsToldAtOnce() {
        give(new Agency().mandate().replace("2022-06-01", "2022-07-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("mandate-refused"))
                .body("errors.pointer", containsInAnyOrder("/agencyBusinessNumber", "/from"))
                .body("errors.code", containsInAnyOrder("agency-unknown", "in-the-future"));
    }

    @Test
    void anEmployerIsNoAgency() {
        Agency agency = new Agency();
        TestKafka.send(
                TestKafka.topic("auth"),
                agency.memberId,
                TestKafka.event(
                        UUID.randomUUID().toString(),
                        "/gosan/auth",
                        "kr.gosan.auth.member-registered.v1",
                        agency.memberId,
                        "{\"memberId\":\"%s\",\"memberType\":\"EMPLOYER\",\"businessNumber\":\"%s\"}"
                                .formatted(agency.memberId, agency.business.digits())));
        // same key, same partition: when the next one is known, this one has been read
        Agency after = new Agency();
        TestKafka.send(
                TestKafka.topic("auth"),
                agency.memberId,
                TestKafka.event(
                        UUID.randomUUID().toString(),
                        "/gosan/auth",
                        "kr.gosan.auth.member-registered.v1",
                        agency.memberId,
                        "{\"memberId\":\"%s\",\"memberType\":\"AGENCY\",\"businessNumber\":\"%s\"}"
                                .formatted(after.memberId, after.business.digits())));
        await().until(() -> rows.count("agency", "member_id", after.memberId) == 1);
        assertEquals(0, rows.count("agency", "member_id", agency.memberId));
    }

    @Test
    void ofManyAtTheSameInstantOneIsGiven() {
        Agency agency = Agency.registered(rows);
        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> give(agency.mandate()).statusCode())
                .sorted()
                .toList();
        assertEquals(List.of(201, 422, 422, 422, 422, 422), statuses);
    }

    @Test
    void aDryRunStoresNothing() {
        Agency agency = Agency.registered(rows);
        long before = rows.about(company.collective);
        company.post(company.path("/mandates?dryRun=true"), null, agency.mandate())
                .then()
                .statusCode(200)
                .body("receipt", nullValue());
        assertEquals(before, rows.about(company.collective));
        agency.request().get(company.path("")).then().statusCode(403);
    }

    @Test
    void aMandateOfAnotherWorkplaceIsNotFoundHere() {
        Agency agency = Agency.registered(rows);
        give(agency.mandate()).then().statusCode(201);
        Company other = Company.established();
        String theirs = other.post(other.path("/mandates"), Company.newKey(), agency.mandate())
                .path("filing.filingId");
        end(theirs, MandateEndReport.EXAMPLE).then().statusCode(404).body("code", equalTo("not-found"));
        company.get(company.path("/mandates/" + theirs)).then().statusCode(404);
        agency.request().get(other.path("")).then().statusCode(200);
    }

    private Response give(String mandate) {
        return company.post(company.path("/mandates"), Company.newKey(), mandate);
    }

    private Response end(String mandateId, String report) {
        return company.post(company.path("/mandates/" + mandateId + "/end"), Company.newKey(), report);
    }
}
