package kr.gosan.coverage.workplace;

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
import java.util.List;
import java.util.stream.IntStream;
import kr.gosan.coverage.testing.Company;
import kr.gosan.coverage.testing.Rows;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class EstablishWorkplaceTest {

    private static final String WORKPLACES = "/coverage/v1/workplaces";

    @Inject
    Rows rows;

    private final Company company = new Company();

    @Test
    void theExampleOfTheDescriptionIsAcceptedWithAReceipt() {
        company.establish(report -> {})
                .then()
                .statusCode(201)
                .header("Location", equalTo(WORKPLACES + "/" + company.collective))
                .body("filing.managementNo", equalTo(company.collective))
                .body("filing.timeliness.deadline", equalTo("2021-01-18"))
                .body("filing.law.id", contains("establishment.report-days"))
                .body("filing.law.figure", contains("14"))
                .body("receipt.filingType", equalTo("workplace-establishment"))
                .body("receipt.managementNo", equalTo(company.collective))
                .body("warnings", hasSize(0));
        company.get(WORKPLACES + "/" + company.collective)
                .then()
                .statusCode(200)
                .body("kind", equalTo("CONSTRUCTION_COLLECTIVE"))
                .body("businessNumber", equalTo(company.business.digits()))
                .body("establishedOn", equalTo("2021-01-04"))
                .body("establishment.deadline", equalTo("2021-01-18"))
                .body("establishment.clientReference", equalTo("2021-0001"));
        assertEquals(1, rows.count("audit", "management_no", company.collective));
    }

    @Test
    void theEventFitsItsSchemaAndSaysWhoMayAct() {
        company.establish(report -> {});
        JsonNode event = TestKafka.await(
                        TestKafka.topic("coverage"),
                        company.collective,
                        1,
                        message -> message.path("type").asText().endsWith("workplace-established.v1"))
                .getFirst();
        PublishedEvents.assertFits(event);
        PublishedEvents.assertFits(PublishedEvents.exampleTree("kr.gosan.coverage.workplace-established.v1"));
        assertEquals(company.memberId, event.at("/data/ownerMemberId").asText());
        assertEquals("CORPORATION", event.at("/data/employerKind").asText());
    }

    @Test
    void headOfficeAndCollectiveAreTwoWorkplaces() {
        company.establish(report -> {});
        company.establish(report -> report.put("managementNo", company.business.digits() + "0")
                        .put("kind", "CONSTRUCTION_HQ")
                        .put("name", "고산건설 본사")
                        .put("establishedOn", "2020-03-02"))
                .then()
                .statusCode(201);
        company.get(WORKPLACES)
                .then()
                .body("items.kind", contains("CONSTRUCTION_HQ", "CONSTRUCTION_COLLECTIVE"))
                .body("nextCursor", nullValue());
        Response first = company.get(WORKPLACES + "?limit=1");
        first.then().body("items.kind", contains("CONSTRUCTION_HQ"));
        company.get(WORKPLACES + "?limit=1&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.kind", contains("CONSTRUCTION_COLLECTIVE"))
                .body("nextCursor", nullValue());
    }

    @Test
    void aBusinessHasOneWorkplaceOfAKindAndANumberIsTakenOnce() {
        company.establish(report -> {});
        company.establish(report -> report.put("managementNo", company.business.digits() + "7"))
                .then()
                .statusCode(422)
                .body("code", equalTo("establishment-refused"))
                .body("errors.pointer", contains("/kind"))
                .body("errors.code", contains("kind-established"));
        company.establish(report -> report.put("kind", "CONSTRUCTION_HQ"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/managementNo"))
                .body("errors.code", contains("number-taken"));
        assertEquals(1, rows.count("filing", "management_no", company.collective));
    }

    @Test
    void aSingleWorkHasAPlannedEndAndADistrictAndABusinessHasManyOfThem() {
        for (String suffix : List.of("1", "2")) {
            company.establish(report -> report.put("managementNo", company.business.digits() + suffix)
                            .put("kind", "CONSTRUCTION_SINGLE")
                            .put("name", "울진 도로 " + suffix)
                            .put("worksEndOn", "2022-09-30")
                            .put("district", "경상북도 울진군"))
                    .then()
                    .statusCode(201)
                    .body("filing.worksEndOn", equalTo("2022-09-30"));
        }
        company.get(WORKPLACES + "/" + company.business.digits() + "2")
                .then()
                .body("worksEndOn", equalTo("2022-09-30"))
                .body("district", equalTo("경상북도 울진군"))
                .body("extinctOn", nullValue())
                .body("agencyMemberId", nullValue());
        JsonNode event = TestKafka.await(
                        TestKafka.topic("coverage"), company.business.digits() + "2", 1, message -> true)
                .getFirst();
        PublishedEvents.assertFits(event);
        assertEquals("2022-09-30", event.at("/data/worksEndOn").asText());
        assertEquals("경상북도 울진군", event.at("/data/district").asText());
    }

    @Test
    void theSelfEmployedOfTheOldStandingHaveNoDeadline() {
        company.establish(report -> report.put("kind", "SELF_EMPLOYED_BEFORE_2012")
                        .put("employerKind", "SOLE_PROPRIETOR")
                        .put("establishedOn", "2012-01-21"))
                .then()
                .statusCode(201)
                .body("filing.timeliness.deadline", nullValue())
                .body("filing.timeliness.daysLate", equalTo(0))
                .body("filing.law.id", contains("self-employed.own-scheme"));
        company.get(WORKPLACES + "/" + company.collective).then().body("establishment.deadline", nullValue());
        Company late = new Company();
        late.establish(report -> report.put("kind", "SELF_EMPLOYED_BEFORE_2012")
                        .put("employerKind", "SOLE_PROPRIETOR")
                        .put("establishedOn", "2012-01-22"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("self-employed-approved-too-late"));
        assertEquals(0, rows.about(late.collective));
    }

    @Test
    void loggingIsEstablishedLikeAnyOther() {
        company.establish(report -> report.put("kind", "LOGGING").put("name", "고산임업"))
                .then()
                .statusCode(201)
                .body("filing.timeliness.deadline", equalTo("2021-01-18"));
    }

    @Test
    void ofManyAtTheSameInstantOneEstablishes() {
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> company.establish(report -> {}).statusCode())
                .sorted()
                .toList();
        assertEquals(List.of(201, 422, 422, 422, 422, 422, 422, 422), statuses);
        assertEquals(1, rows.count("receipt", "management_no", company.collective));
    }

    @Test
    void theReportMustBeAboutTheCertifiedBusiness() {
        Company other = new Company();
        company.post(WORKPLACES, Company.newKey(), other.establishment(report -> {}))
                .then()
                .statusCode(403)
                .body("code", equalTo("business-not-certified"));
        company.establish(report -> report.put("managementNo", other.collective))
                .then()
                .statusCode(422)
                .body("errors.code", contains("number-of-another-business"));
        assertEquals(0, rows.about(other.collective));
    }

    @Test
    void aDryRunTellsTheSameAndStoresNothing() {
        company.post(WORKPLACES + "?dryRun=true", null, company.establishment(report -> {}))
                .then()
                .statusCode(200)
                .body("filing.timeliness.deadline", equalTo("2021-01-18"))
                .body("filing.filingId", nullValue())
                .body("receipt", nullValue());
        assertEquals(0, rows.about(company.collective));
        company.establish(report -> {});
        company.post(WORKPLACES + "?dryRun=true", null, company.establishment(report -> {}))
                .then()
                .statusCode(422)
                .body("errors.code", contains("number-taken"));
    }

    @Test
    void aDayThatTheLawOrTheCalendarDoesNotReachIsNotJudged() {
        company.establish(report -> report.put("establishedOn", "2017-06-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("law-unknown"))
                .body("title", equalTo("The legal parameter establishment.report-days is not known for 2017-06-01."));
        assertEquals(0, rows.about(company.collective));
    }

    @Test
    void aRefusedReportEmitsNothing() {
        company.establish(report -> report.put("establishedOn", "2099-01-01"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("in-the-future"));
        assertEquals(0, rows.about(company.collective));
        assertEquals(0, rows.count("idempotency", "member_id", company.memberId));
    }
}
