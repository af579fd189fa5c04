package kr.gosan.premium.amendment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What happens to an estimate after it was filed: it is reduced, or a rate changes; and returns of broken years. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class EstimateCorrectionTest {

    private static final String REDUCTIONS = "/premium/v1/estimate-reductions";
    private static final String RATE_CHANGES = "/premium/v1/rate-change-adjustments";

    @Inject
    EntityManager entities;

    @Test
    void aReductionIsAppliedForDecidedAndLeavesTheRestOfTheInstalments() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode content = company.content();
        ((ObjectNode) content.path("payment")).put("industrialAccident", "INSTALLMENT");
        String returnId = company.file(content).jsonPath().getString("id");
        company.on("2022-06-10");
        Response applied =
                company.request("r").body(application(company).toString()).post(REDUCTIONS);
        assertEquals(201, applied.statusCode(), applied.asString());
        assertEquals("RECEIVED", applied.jsonPath().getString("state"));
        assertEquals("2022-08-10", applied.jsonPath().getString("decideBy"));
        assertEquals(
                applied.jsonPath().getString("id"),
                company.request().get(REDUCTIONS).jsonPath().getString("items[0].id"));
        assertEquals(
                List.of(),
                operatorAs(Tokens.stranger()).get(REDUCTIONS).jsonPath().getList("items"));
        assertEquals(
                403,
                operatorAs(Tokens.stranger())
                        .body(application(company).toString())
                        .post(REDUCTIONS)
                        .statusCode());

        Response granted = operatorAs(Tokens.operator())
                .body("{\"outcome\": \"ACCEPTED\", \"reason\": \"계약 해지 확인\"}")
                .post("/premium/v1/returns/" + returnId + "/corrections/1/decision");
        assertEquals(200, granted.statusCode(), granted.asString());
        JsonNode accident = TestReturns.tree(granted.asString()).at("/adjustment/insurances/0");
        assertEquals(4_885_600, accident.at("/lines/0/estimatedBefore").asLong());
        assertEquals(2_442_800, accident.at("/lines/0/estimatedAfter").asLong());
        assertEquals(2_442_800, accident.at("/lines/0/overpaid").asLong());
        assertEquals(
                List.of(1_221_400L, 1_221_400L, 0L, 0L),
                accident.path("periods").findValues("after").stream()
                        .map(JsonNode::asLong)
                        .toList());
        assertEquals("2022-06-18", accident.path("refundInterestFrom").asText());
        JsonNode employment = TestReturns.tree(granted.asString()).at("/adjustment/insurances/1");
        assertEquals(1_020_000, employment.at("/lines/0/overpaid").asLong());
        assertTrue(employment.path("periods").isMissingNode(), "a lump sum has none");
        PublishedEvents.assertFits(event(company));
        Response copied = company.request("copy").post("/premium/v1/returns/" + returnId + "/copy");
        assertEquals(201, copied.statusCode(), copied.asString());
        assertEquals(
                application(company).at("/estimated/industrialAccident/general").asLong(),
                copied.jsonPath().getLong("content.estimated.industrialAccident.general"),
                "what is in force is expected again");
    }

    @Test
    void exactlyThirtyPerCentIsEnoughAndAnythingLessIsNotAndOneInsuranceMayBeLeftOut() {
        TestCompany company = TestCompany.inMarch2022();
        company.file(company.content());
        company.on("2022-06-10");
        ObjectNode application = application(company);
        ((ObjectNode) application.path("estimated")).remove("employment");
        ObjectNode accident = (ObjectNode) application.at("/estimated/industrialAccident");
        accident.put("general", 84_010_000).put("equipment", 7_000_000);
        Response refused = company.request()
                .queryParam("dryRun", true)
                .body(application.toString())
                .post(REDUCTIONS);
        assertEquals(422, refused.statusCode(), refused.asString());
        assertEquals(List.of("estimate-fall-too-small"), refused.jsonPath().getList("errors.code"));
        assertEquals(
                List.of("/estimated/industrialAccident"), refused.jsonPath().getList("errors.pointer"));
        accident.put("general", 84_000_000);
        Response enough = company.request()
                .queryParam("dryRun", true)
                .body(application.toString())
                .post(REDUCTIONS);
        assertEquals(200, enough.statusCode(), enough.asString());
        application.remove("evidence");
        assertEquals(
                400,
                company.request("e")
                        .body(application.toString())
                        .post(REDUCTIONS)
                        .statusCode());
        Response otherYear = company.request("y")
                .body(application(company).put("insuranceYear", 2020).toString())
                .post(REDUCTIONS);
        assertEquals(
                List.of("nothing-filed-for-that-year"), otherYear.jsonPath().getList("errors.code"));
    }

    @Test
    void estimatesMadeBeforeARateChangedAreAdjustedOneByOneAndOnlyOnce() {
        TestCompany filer = TestCompany.inMarch2022();
        String returnId = filer.file(filer.content()).jsonPath().getString("id");
        TestCompany raised = TestCompany.inMarch2022().on("2022-07-01");
        TestCompany lowered = TestCompany.inMarch2022().on("2022-07-01");
        String low = copy(returnId, raised, 960_000);
        String high = copy(returnId, lowered, 1_200_000);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from rate_change_run")
                        .executeUpdate());
        assertEquals(
                403,
                filer.request("x")
                        .body(CorrectionExample.RATE_CHANGE)
                        .post(RATE_CHANGES)
                        .statusCode());
        Response unknown = operatorAs(Tokens.operator())
                .body(CorrectionExample.RATE_CHANGE.replace("2022-07-01", "2022-07-02"))
                .post(RATE_CHANGES);
        assertEquals(List.of("no-such-change"), unknown.jsonPath().getList("errors.code"));
        Response begun = operatorAs(Tokens.operator())
                .body(CorrectionExample.RATE_CHANGE)
                .post(RATE_CHANGES);
        assertEquals(201, begun.statusCode(), begun.asString());
        Response again = operatorAs(Tokens.operator())
                .body(CorrectionExample.RATE_CHANGE)
                .post(RATE_CHANGES);
        assertEquals("rate-change-under-way", again.jsonPath().getString("code"));
        // The database of the tests holds other returns of the year: go on from this one.
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update rate_change_run set after_id = ?1")
                        .setParameter(1, UUID.fromString(returnId))
                        .executeUpdate());
        Response done = operatorAs(Tokens.operator()).post(begun.header("Location") + "/continuation");
        assertEquals(true, done.jsonPath().getBoolean("finished"), done.asString());
        assertEquals(2, done.jsonPath().getInt("checked"));
        assertEquals(2, done.jsonPath().getInt("adjusted"));
        Response repeated = operatorAs(Tokens.operator()).post(begun.header("Location") + "/continuation");
        assertEquals(done.asString(), repeated.asString());

        JsonNode up = correction(raised, low);
        assertEquals("RATE_CHANGE", up.path("kind").asText());
        assertEquals(
                120_000, up.at("/adjustment/insurances/0/lines/0/additionalDue").asLong());
        assertEquals(0, up.at("/adjustment/insurances/0/lines/0/surcharge").asLong());
        assertTrue(up.path("noticeBy").isMissingNode());
        JsonNode down = correction(lowered, high);
        assertEquals(
                120_000, down.at("/adjustment/insurances/0/lines/0/overpaid").asLong());
        assertEquals("2022-07-21", down.path("noticeBy").asText());
        PublishedEvents.assertFits(event(raised));
    }

    @Test
    void theEstimateOfAWorkplaceEstablishedDuringTheYearCanBeClaimedAgainst() {
        TestCompany company =
                TestCompany.established("CORPORATION", "2022-05-02").on("2022-06-01");
        ObjectNode content = company.content();
        content.remove(List.of("confirmed", "previousEstimate"));
        ((ObjectNode) content.at("/estimated/employment")).remove("unemploymentPeriods");
        Response filed = company.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        String path = filed.header("Location") + "/corrections";
        ObjectNode claim = (ObjectNode) TestReturns.tree(CorrectionExample.CORRECTION_CLAIM);
        claim.remove("confirmed");
        ObjectNode estimated = ((ObjectNode) content.path("estimated")).deepCopy();
        ((ObjectNode) estimated.path("industrialAccident")).put("general", 100_000_000);
        claim.set("estimated", estimated);
        Response received = company.request("c").body(claim.toString()).post(path);
        assertEquals(201, received.statusCode(), received.asString());
        Response granted = operatorAs(Tokens.operator())
                .body("{\"outcome\": \"ACCEPTED\", \"reason\": \"도급계약서 확인\"}")
                .post(path + "/1/decision");
        assertEquals(200, granted.statusCode(), granted.asString());
        assertEquals(752_600, granted.jsonPath().getInt("adjustment.insurances[0].lines[0].overpaid"));
        assertEquals(1, granted.jsonPath().getList("adjustment.insurances").size(), "employment insurance stays");
    }

    @Test
    void theReturnOfAWorkplaceExtinctDuringTheYearCanBeAmended() {
        TestCompany company =
                TestCompany.established("CORPORATION", "2015-05-01").on("2022-05-20");
        TestKafka.send(
                TestKafka.topic("coverage"),
                company.workplace.digits(),
                TestKafka.event(
                        UUID.randomUUID().toString(),
                        "coverage",
                        "kr.gosan.coverage.workplace-extinguished.v1",
                        company.workplace.digits(),
                        "{\"managementNo\":\"%s\",\"extinctOn\":\"2022-05-10\",\"reason\":\"BUSINESS_CLOSED\"}"
                                .formatted(company.workplace.digits())));
        ObjectNode content = company.content();
        content.put("insuranceYear", 2022);
        content.remove("estimated");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> company.request()
                                .queryParam("dryRun", true)
                                .body(content.toString())
                                .post("/premium/v1/returns")
                                .statusCode()
                        == 200);
        Response filed = company.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        Response amended = company.request("a")
                .body(CorrectionExample.AMENDED_RETURN)
                .post(filed.header("Location") + "/corrections");
        assertEquals(201, amended.statusCode(), amended.asString());
        JsonNode line = TestReturns.tree(amended.asString()).at("/adjustment/insurances/0/lines/0");
        assertEquals(376_300, line.path("additionalDue").asLong());
        assertEquals(0, line.path("estimatedAfter").asLong());
    }

    private static ObjectNode application(TestCompany company) {
        ObjectNode application = (ObjectNode) TestReturns.tree(CorrectionExample.ESTIMATE_REDUCTION);
        return application.put("managementNo", company.workplace.digits());
    }

    /** The return as another workplace would have filed it while another rate of the second half was in force. */
    private String copy(String returnId, TestCompany company, long secondHalf) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "insert into premium_return (id, management_no, insurance_year, member_id, state,"
                                        + " version, content, filed_on, calculation, law, trace)"
                                        + " select uuidv7(), ?2, insurance_year, ?3, state, version,"
                                        + " replace(content, management_no, ?2), filed_on,"
                                        + " replace(calculation, '\"premium\":1080000', '\"premium\":' || ?4), law, trace"
                                        + " from premium_return where id = ?1 returning id",
                                UUID.class)
                        .setParameter(1, UUID.fromString(returnId))
                        .setParameter(2, company.workplace.digits())
                        .setParameter(3, company.memberId)
                        .setParameter(4, Long.toString(secondHalf))
                        .getSingleResult()
                        .toString());
    }

    private static JsonNode correction(TestCompany company, String returnId) {
        return TestReturns.tree(company.request()
                .get("/premium/v1/returns/" + returnId + "/corrections/1")
                .asString());
    }

    private static JsonNode event(TestCompany company) {
        return TestKafka.await(
                        TestKafka.topic("premium"),
                        company.workplace.digits(),
                        1,
                        event -> event.path("type").asText().equals(PremiumAdjusted.TYPE))
                .getFirst();
    }

    private static RequestSpecification operatorAs(String token) {
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }
}
