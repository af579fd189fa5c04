package kr.gosan.premium.amendment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands against a correction beyond its own fields: later returns, who decides, what a decision may state. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class CorrectionConditionsTest {

    private static final String REDUCTIONS = "/premium/v1/estimate-reductions";

    private TestCompany company;
    private String path;

    @BeforeEach
    void aReturnFiledInTimeAndItIsJune() {
        company = TestCompany.inMarch2022();
        path = company.file(company.content()).header("Location") + "/corrections";
        company.on("2022-06-10");
    }

    @Test
    void anEstimateThatTheNextReturnSettledIsNeitherReducedNorClaimedAgainst() {
        company = TestCompany.inMarch2022().on("2021-03-10");
        path = company.file(aYearEarlier()).header("Location") + "/corrections";
        Response waiting =
                company.request("w").body(claimOfEstimate().toString()).post(path);
        assertEquals(201, waiting.statusCode(), waiting.asString());
        company.on("2022-03-10");
        Response next = company.file(fromRecords(company.content()));
        assertEquals(201, next.statusCode(), next.asString());

        assertViolation("estimate-settled", decide("ACCEPTED", null, null));
        Response refused = decide("REFUSED", null, null);
        assertEquals(200, refused.statusCode(), refused.asString());
        Response claimed =
                company.request("c").body(claimOfEstimate().toString()).post(path);
        assertViolation("estimate-settled", claimed);
        assertEquals(
                "This estimate was settled by the return for 2021. What is wrong now is corrected there.",
                company.request("t")
                        .header("Accept-Language", "en")
                        .body(claimOfEstimate().toString())
                        .post(path)
                        .jsonPath()
                        .getString("errors[0].message"));
        assertViolation(
                "estimate-settled",
                company.request("r")
                        .body(reduction().put("insuranceYear", 2020).toString())
                        .post(REDUCTIONS));
        Response amended =
                company.request("a").body(CorrectionExample.AMENDED_RETURN).post(path);
        assertEquals(201, amended.statusCode(), amended.asString());
    }

    @Test
    void aReductionThatChangesNothingIsNotTakenIn() {
        ObjectNode same = reduction();
        ObjectNode estimated = (ObjectNode) company.content().path("estimated");
        estimated.remove("reductionReason");
        same.set("estimated", estimated);
        assertViolation(
                "amendment-changes-nothing",
                company.request("s").body(same.toString()).post(REDUCTIONS));
        assertEquals(
                201,
                company.request("r")
                        .body(reduction().toString())
                        .post(REDUCTIONS)
                        .statusCode());
    }

    @Test
    void aReductionIsGrantedInPartWithAnotherEstimateAndNothingElse() {
        company.request("r").body(reduction().toString()).post(REDUCTIONS);
        ObjectNode confirmed = (ObjectNode)
                TestReturns.tree(CorrectionExample.CORRECTION_CLAIM).path("confirmed");
        ObjectNode estimated = (ObjectNode) reduction().path("estimated");
        ((ObjectNode) estimated.path("industrialAccident")).put("general", 70_000_000);
        Response confirmedOnly = decide("ACCEPTED_IN_PART", confirmed, null);
        assertEquals(422, confirmedOnly.statusCode(), confirmedOnly.asString());
        assertEquals(
                List.of("not-part-of-this-correction", "required"),
                confirmedOnly.jsonPath().getList("errors.code"));
        assertEquals(
                List.of("/confirmed", "/estimated"), confirmedOnly.jsonPath().getList("errors.pointer"));
        assertViolation("not-part-of-this-correction", decide("ACCEPTED_IN_PART", confirmed, estimated));
        Response granted = decide("ACCEPTED_IN_PART", null, estimated);
        assertEquals(200, granted.statusCode(), granted.asString());
        assertEquals(70_000_000, granted.jsonPath().getInt("content.estimated.industrialAccident.general"));
        assertEquals(120_000_000, granted.jsonPath().getInt("content.confirmed.industrialAccident.general"));
    }

    @Test
    void anOperatorDoesNotAcceptWhatHeFiledHimself() {
        Response filed = operator().body(CorrectionExample.CORRECTION_CLAIM).post(path);
        assertEquals(201, filed.statusCode(), filed.asString());
        Response own = decide("ACCEPTED", null, null);
        assertEquals(403, own.statusCode(), own.asString());
        assertEquals("decider-is-filer", own.jsonPath().getString("code"));
        assertEquals("RECEIVED", company.request().get(path).jsonPath().getString("items[0].state"));
        assertEquals("REFUSED", decide("REFUSED", null, null).jsonPath().getString("state"), "it can be taken back");
    }

    @Test
    void aConfirmedYearIsCorrectedWithoutTheRatesOfTheEstimate() {
        TestCompany next = TestCompany.inMarch2022().on("2023-03-10");
        ObjectNode content = withoutAccident(next.content());
        Response filed = next.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        ObjectNode amended = (ObjectNode) TestReturns.tree(CorrectionExample.AMENDED_RETURN);
        ((ObjectNode) amended.at("/confirmed/industrialAccident")).put("general", 120_000_000);
        ((ObjectNode) amended.at("/confirmed/employment"))
                .put("unemployment", 120_000_000)
                .put("stability", 120_000_000);
        Response corrected = next.request("a").body(amended.toString()).post(filed.header("Location") + "/corrections");
        assertEquals(201, corrected.statusCode(), corrected.asString());
        JsonPath line = corrected.jsonPath().setRootPath("adjustment.insurances[0].lines[0]");
        assertEquals(line.getLong("estimatedBefore"), line.getLong("estimatedAfter"));
        assertFalse(line.getLong("additionalDue") == 0);
    }

    @Test
    void whatOneFundOfALateReturnPaidTooMuchIsTakenOffTheOthersSurcharge() {
        TestCompany late = TestCompany.inMarch2022().on("2022-04-01");
        ObjectNode content = late.content();
        ((ObjectNode) content.at("/previousEstimate/stability"))
                .put("reported", 1_000_000)
                .put("paid", 1_000_000);
        Response filed = late.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        JsonPath settlement = filed.jsonPath().setRootPath("calculation.insurances[1].settlement");
        assertEquals(List.of(820_000, 0), settlement.getList("additional"), filed.asString());
        assertEquals(List.of(0, 700_000), settlement.getList("excess"));
        String corrections = filed.header("Location") + "/corrections";
        assertEquals(12_000, late.request().get(corrections).jsonPath().getInt("lateFiling.surcharge.UNEMPLOYMENT"));
        Response levied = operator()
                .body("{\"kind\": \"LATE_FILING\", \"against\": 0, \"reason\": \"법정기한 2022-03-31 경과\"}")
                .post(corrections);
        assertEquals(12_000, levied.jsonPath().getInt("adjustment.insurances[1].lines[0].surcharge"));
    }

    private ObjectNode reduction() {
        ObjectNode application = (ObjectNode) TestReturns.tree(CorrectionExample.ESTIMATE_REDUCTION);
        return application.put("managementNo", company.workplace.digits());
    }

    /** Half of the works fell through, claimed as a mistake of the return. */
    private ObjectNode claimOfEstimate() {
        ObjectNode claim = (ObjectNode) TestReturns.tree(CorrectionExample.CORRECTION_CLAIM);
        claim.remove("confirmed");
        ObjectNode estimated = (ObjectNode) reduction().path("estimated");
        estimated.putObject("reductionReason").put("code", "WORKERS_REDUCED");
        claim.set("estimated", estimated);
        return claim;
    }

    private ObjectNode aYearEarlier() {
        ObjectNode content = company.content();
        content.put("insuranceYear", 2020);
        ((ObjectNode) content.at("/estimated/employment")).remove("unemploymentPeriods");
        return content;
    }

    private static ObjectNode fromRecords(ObjectNode content) {
        content.remove("previousEstimate");
        return content;
    }

    /** The year 2022, for whose estimate not all rates of industrial-accident insurance are known. */
    private static ObjectNode withoutAccident(ObjectNode content) {
        for (String section : List.of("/confirmed", "/estimated")) {
            ((ObjectNode) content.at(section + "/industrialAccident"))
                    .put("general", 0)
                    .put("equipment", 0);
            ((ObjectNode) content.at(section + "/employment")).remove("unemploymentPeriods");
        }
        ((ObjectNode) content.at("/previousEstimate/industrialAccident"))
                .put("reported", 0)
                .put("paid", 0);
        return content.put("insuranceYear", 2022);
    }

    @Test
    void anUnemploymentBaseKnownByMonthsIsNeverDividedEvenlyAgain() {
        TestCompany next = TestCompany.inMarch2022().on("2023-03-10");
        ObjectNode content = withoutAccident(next.content());
        ArrayNode months = content.putObject("monthlyBases").putArray("months");
        for (Map.Entry<Integer, Integer> each :
                Map.of(1, 20_000_000, 7, 100_000_000).entrySet()) {
            ObjectNode month = months.addObject().put("month", each.getKey());
            month.putObject("industrialAccident").put("heads", 0).put("remuneration", 0);
            month.putObject("unemployment").put("heads", 5).put("remuneration", each.getValue());
            month.putObject("stability").put("heads", 5).put("remuneration", each.getValue());
        }
        Response filed = next.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        String corrections = filed.header("Location") + "/corrections";

        ObjectNode stabilityOnly = employment(0, 120_000_000, 130_000_000);
        Response first = next.request("a").body(stabilityOnly.toString()).post(corrections);
        assertEquals(201, first.statusCode(), first.asString());
        JsonPath unemployment = first.jsonPath().setRootPath("adjustment.insurances[0].lines[0]");
        assertEquals(2_120_000, unemployment.getInt("confirmedBefore"), first.asString());
        assertEquals(2_120_000, unemployment.getInt("confirmedAfter"));

        ObjectNode more = employment(1, 130_000_000, 140_000_000);
        Response unsaid = next.request("b").body(more.toString()).post(corrections);
        assertEquals(400, unsaid.statusCode(), unsaid.asString());
        assertEquals(List.of("unemployment-periods-required"), unsaid.jsonPath().getList("errors.code"));
        assertEquals(
                List.of("/confirmed/employment/unemploymentPeriods"),
                unsaid.jsonPath().getList("errors.pointer"));
        ((ObjectNode) more.at("/confirmed/employment")).set("unemploymentPeriods", TestReturns.tree("""
                                [{"from": "2022-01-01", "to": "2022-06-30", "remuneration": 20000000},
                                 {"from": "2022-07-01", "to": "2022-12-31", "remuneration": 110000000}]
                                """));
        Response second = next.request("c").body(more.toString()).post(corrections);
        assertEquals(201, second.statusCode(), second.asString());
        assertEquals(2_300_000, second.jsonPath().getInt("adjustment.insurances[0].lines[0].confirmedAfter"));
    }

    private static ObjectNode employment(int against, long unemployment, long stability) {
        ObjectNode amended = (ObjectNode) TestReturns.tree(CorrectionExample.AMENDED_RETURN);
        ((ObjectNode) amended.put("against", against).at("/confirmed/industrialAccident"))
                .put("general", 0)
                .put("equipment", 0);
        ((ObjectNode) amended.at("/confirmed/employment"))
                .put("unemployment", unemployment)
                .put("stability", stability);
        return amended;
    }

    private Response decide(String outcome, ObjectNode confirmed, ObjectNode estimated) {
        ObjectNode decision = (ObjectNode) TestReturns.tree("{\"reason\": \"급여대장 확인\"}");
        decision.put("outcome", outcome);
        if (confirmed != null) {
            decision.set("confirmed", confirmed);
        }
        if (estimated != null) {
            decision.set("estimated", estimated);
        }
        return operator().body(decision.toString()).post(path + "/1/decision");
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    private static void assertViolation(String code, Response response) {
        assertEquals(422, response.statusCode(), response.asString());
        assertEquals(List.of(code), response.jsonPath().getList("errors.code"), response.asString());
    }
}
