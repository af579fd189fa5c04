package kr.gosan.premium.extension;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class DeadlineExtensionTest {

    @Inject
    EntityManager entities;

    private TestCompany company;

    @BeforeEach
    void aCompanyOfItsOwn() {
        company = TestCompany.inMarch2022();
    }

    @Test
    void aReturnFiledWithinTheExtensionIsInTimeWithItsDiscounts() {
        company.on("2022-06-30");
        Response late = tried();
        assertFalse(late.jsonPath().getBoolean("calculation.filedInTime"));
        declare(forThisWorkplace("2022-06-30"));
        Response inTime = tried();
        assertTrue(inTime.jsonPath().getBoolean("calculation.filedInTime"), inTime.asString());
        assertEquals("2022-06-30", inTime.jsonPath().getString("calculation.dueDate"));
        assertEquals("2022-03-31", inTime.jsonPath().getString("calculation.statutoryDueDate"));
        // as on the last day of March: the figures of the documented example
        assertEquals(3_134_800, inTime.jsonPath().getInt("calculation.insurances[1].periods[0].payable"));
        company.on("2022-07-01");
        assertFalse(tried().jsonPath().getBoolean("calculation.filedInTime"));
    }

    @Test
    void anExtensionIsShownInTheDeadlinesOfItsWorkplacesOnly() {
        String id = declare(forThisWorkplace("2022-06-30")).jsonPath().getString("id");
        JsonPath mine = deadlines(company, "?on=2022-06-20");
        String returned = "deadlines.find { it.act == 'RETURN' && it.insuranceYear == 2021 }.";
        assertEquals("2022-06-30", mine.getString(returned + "dueDate"));
        assertEquals("2022-03-31", mine.getString(returned + "statutoryDueDate"));
        assertEquals(10, mine.getInt(returned + "daysLeft"));
        assertEquals(id, mine.getString(returned + "extendedBy.extensionId"));
        assertTrue(mine.getBoolean(returned + "extendedBy.stopsLateCharge"));
        TestCompany other = TestCompany.inMarch2022();
        JsonPath others = deadlines(other, "");
        assertEquals("2022-03-10", others.getString("on"));
        assertEquals("2022-03-31", others.getString(returned + "dueDate"));
        assertNull(others.get(returned + "extendedBy"));
    }

    @Test
    void aClaimIsNoDeadlineOfALateReturnUnlessItIsExtended() {
        String claims = "deadlines.findAll { it.act == 'CORRECTION_CLAIM' && it.insuranceYear == 2021 }.dueDate";
        company.on("2022-04-11");
        assertEquals(List.of("2023-03-31"), deadlines(company, "").getList(claims), "nothing is filed yet");
        assertEquals(201, company.file(company.content()).statusCode());
        assertEquals(List.of(), deadlines(company, "").getList(claims));
        declare(forThisWorkplace("2022-04-11"));
        assertEquals(List.of("2023-04-11"), deadlines(company, "").getList(claims));
    }

    @Test
    void anAmendmentIsNoDeadlineAfterTheNoticeOfAnAudit() {
        String amendments = "deadlines.findAll { it.act == 'AMENDED_RETURN' && it.insuranceYear == 2021 }.dueDate";
        UUID returnId =
                UUID.fromString(company.file(company.content()).jsonPath().getString("id"));
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("insert into settlement_audit (id,"
                                + " selection_id, return_id, management_no, insurance_year, state, filed_remuneration,"
                                + " estimated_remuneration, deviation_percent, trace)"
                                + " values (uuidv7(), uuidv7(), ?1, ?2, 2021, 'SELECTED', 1, 2, 100, '[]')")
                        .setParameter(1, returnId)
                        .setParameter(2, company.workplace.digits())
                        .executeUpdate());
        assertEquals(List.of("2024-12-31"), deadlines(company, "").getList(amendments), "nobody was told yet");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update settlement_audit set state = 'NOTICED' where return_id = ?1")
                        .setParameter(1, returnId)
                        .executeUpdate());
        assertEquals(List.of(), deadlines(company, "").getList(amendments));
    }

    @Test
    void anExtensionIsTold() {
        ObjectNode body = forThisWorkplace("2022-06-30");
        String id = declare(body).jsonPath().getString("id");
        JsonNode event = TestKafka.await(
                        TestKafka.topic("premium"),
                        id,
                        1,
                        each -> each.path("type").asText().equals(DeadlineExtended.TYPE))
                .getFirst();
        PublishedEvents.assertFits(event);
        assertEquals("WORKPLACES", event.at("/data/scope").asText());
        assertEquals(
                company.workplace.digits(), event.at("/data/managementNos/0").asText());
        assertTrue(event.at("/data/stopsLateCharge").asBoolean());
        PublishedEvents.assertFits(PublishedEvents.exampleTree(DeadlineExtended.TYPE));
    }

    @Test
    void theDocumentedExtensionOfDistrictsIsTakenAsItStands() {
        Response declared = declare(TestReturns.tree(DeadlineExtensionResource.EXAMPLE));
        assertEquals(201, declared.statusCode(), declared.asString());
        assertEquals("DISTRICTS", declared.jsonPath().getString("scope"));
        assertEquals(
                declared.jsonPath().getString("id"),
                company.request()
                        .get("/premium/v1/deadline-extensions")
                        .jsonPath()
                        .getString("items[0].id"));
        assertEquals(
                "2022-03-31",
                deadlines(company, "").getString("deadlines.find { it.act == 'RETURN' }.dueDate"),
                "not for a workplace elsewhere");
    }

    @Test
    void everyMistakeOfAnExtensionIsNamed() {
        Response refused = declare(TestReturns.tree("""
                {"scope": "DISTRICTS", "managementNos": ["12345678916"], "from": "2022-04-01", "to": "2022-03-31",
                 "extendedTo": "2022-03-31", "reason": " ", "stopsLateCharge": true}
                """));
        assertEquals(400, refused.statusCode());
        assertEquals(
                List.of(
                        "/districts required",
                        "/managementNos not-of-this-scope",
                        "/to period-reversed",
                        "/extendedTo extension-not-later",
                        "/reason text-empty",
                        "/legalBasis required"),
                refused.jsonPath().getList("errors").stream()
                        .map(each -> ((java.util.Map<?, ?>) each).get("pointer") + " "
                                + ((java.util.Map<?, ?>) each).get("code"))
                        .toList());
        ObjectNode unknown = forThisWorkplace("2090-01-01");
        ((ArrayNode) unknown.path("managementNos")).add("99999999999");
        Response notKnown = declare(unknown);
        assertEquals(422, notKnown.statusCode());
        assertEquals(
                List.of("workplace-unknown", "calendar-not-covered"),
                notKnown.jsonPath().getList("errors.code"));
    }

    @Test
    void onlyAnOperatorDeclares() {
        Response refused = company.request(UUID.randomUUID().toString())
                .body(forThisWorkplace("2022-06-30").toString())
                .post("/premium/v1/deadline-extensions");
        assertEquals(403, refused.statusCode());
    }

    @Test
    void anApplicationForAnExtensionMovesTheDayOnceItIsApproved() {
        ObjectNode body = TestReturns.tree("""
                {"form": "DEADLINE_EXTENSION",
                 "deadlineExtension": {"dueDate": "2022-03-31", "wantedUntil": "2022-06-30", "cause": "EPIDEMIC",
                                       "explanation": "집단감염으로 휴업"}}
                """).deepCopy();
        body.put("managementNo", company.workplace.digits());
        Response filed = company.request(UUID.randomUUID().toString())
                .body(body.toString())
                .post("/premium/v1/applications");
        assertEquals(201, filed.statusCode(), filed.asString());
        String due = "deadlines.find { it.act == 'RETURN' && it.insuranceYear == 2021 }.dueDate";
        assertEquals("2022-03-31", deadlines(company, "").getString(due));
        Response decided = operator()
                .body("{\"decision\": \"APPROVED\", \"reason\": \"인정\"}")
                .post("/premium/v1/applications/" + filed.jsonPath().getString("id") + "/decision");
        assertEquals(200, decided.statusCode(), decided.asString());
        assertEquals("2022-06-30", deadlines(company, "").getString(due));
    }

    @Test
    void theDayOfTheLawIsGrantedAsTheCalendarHasIt() {
        ObjectNode body = TestReturns.tree("""
                {"form": "DEADLINE_EXTENSION",
                 "deadlineExtension": {"dueDate": "2022-05-15", "wantedUntil": "2022-06-30", "cause": "EPIDEMIC",
                                       "explanation": "집단감염으로 휴업"}}
                """).deepCopy();
        body.put("managementNo", company.workplace.digits());
        Response filed = company.request(UUID.randomUUID().toString())
                .body(body.toString())
                .post("/premium/v1/applications");
        assertEquals(201, filed.statusCode(), filed.asString());
        operator()
                .body("{\"decision\": \"APPROVED\", \"reason\": \"인정\"}")
                .post("/premium/v1/applications/" + filed.jsonPath().getString("id") + "/decision");
        assertEquals(
                "2022-06-30",
                deadlines(company, "").getString("deadlines.find { it.statutoryDueDate == '2022-05-15' }.dueDate"));
    }

    @Test
    void theDiscountsOfAnEstimateAreExplained() {
        JsonPath before = discounts();
        assertNull(before.get("insurances[0].eFiling.granted"), "nothing is filed yet");
        assertEquals(201, company.file(company.content()).statusCode());
        JsonPath after = discounts();
        assertTrue(after.getBoolean("insurances[0].eFiling.granted"));
        assertEquals(5_000, after.getInt("insurances[0].eFiling.reduction"));
        assertNull(after.get("insurances[0].lumpSum.granted"), "not paid yet");
        company.on("2022-04-01");
        assertFalse(discounts().getBoolean("insurances[0].lumpSum.granted"), "not paid by March 31");
        assertEquals(
                List.of("lump-sum-paid"),
                discounts().getList("insurances[0].lumpSum.conditions.findAll { it.met == false }.condition"));
        Response unknown = company.request().get(path() + "/discounts?year=2031");
        assertEquals(422, unknown.statusCode());
        assertEquals("law-unknown-for-year", unknown.jsonPath().getString("code"));
    }

    private JsonPath discounts() {
        return company.request().get(path() + "/discounts?year=2022").jsonPath();
    }

    private String path() {
        return "/premium/v1/workplaces/" + company.workplace.digits();
    }

    private Response tried() {
        return company.request()
                .queryParam("dryRun", true)
                .body(company.content().toString())
                .post("/premium/v1/returns");
    }

    private static JsonPath deadlines(TestCompany whose, String query) {
        return whose.request()
                .get("/premium/v1/workplaces/" + whose.workplace.digits() + "/deadlines" + query)
                .jsonPath();
    }

    private ObjectNode forThisWorkplace(String extendedTo) {
        ObjectNode body = TestReturns.tree(DeadlineExtensionResource.EXAMPLE).deepCopy();
        body.remove("districts");
        body.put("scope", "WORKPLACES").put("extendedTo", extendedTo);
        body.putArray("managementNos").add(company.workplace.digits());
        return body;
    }

    private static Response declare(JsonNode body) {
        return operator().body(body.toString()).post("/premium/v1/deadline-extensions");
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }
}
