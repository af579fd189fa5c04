package kr.gosan.premium.settlementaudit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.amendment.CorrectionExample;
import kr.gosan.premium.amendment.PremiumAdjusted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A settlement audit from the figures of others to its result, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class SettlementAuditTest {

    private static final String AUDITS = "/premium/v1/settlement-audits";

    private TestCompany company;
    private String returnId;

    @BeforeEach
    void aReturnFiledInTimeAndItIsJune() {
        company = TestCompany.inMarch2022();
        returnId = company.file(company.content()).jsonPath().getString("id");
        company.on("2022-06-10");
    }

    @Test
    void anAuditIsSelectedNotifiedAndConcludedWithTheWholeSurcharge() {
        String audit = selected();
        assertEquals(404, company.request().get(AUDITS + "/" + audit).statusCode(), "nobody has been told yet");
        assertEquals(List.of(), company.request().get(AUDITS).jsonPath().getList("items"));
        Response open = company.request()
                .queryParam("dryRun", true)
                .body(CorrectionExample.AMENDED_RETURN)
                .post(corrections());
        assertEquals(200, open.statusCode(), "the day before the notice an amendment is open: " + open.asString());

        company.on("2022-06-13");
        assertEquals("NOTICED", step(audit, "PLAN_NOTICE").jsonPath().getString("state"));
        JsonPath shown = company.request().get(AUDITS + "/" + audit).jsonPath();
        assertEquals(130_000_000, shown.getInt("filedRemuneration"));
        assertEquals(150_000_000, shown.getInt("estimatedRemuneration"));
        assertEquals("15.38", shown.getString("deviationPercent"));
        assertEquals(120_000_000, shown.getInt("filedEmployment"));
        assertEquals("25.00", shown.getString("employmentDeviationPercent"));
        assertEquals(List.of("IA", "EI"), shown.getList("deviating"));
        assertEquals("2022년 확정정산 계획: 추정보수와 10% 이상 차이", shown.getString("reason"));
        assertEquals("2022-06-13", shown.getString("steps[0].on"));
        assertFalse(shown.getString("steps[0].note").isBlank());
        assertEquals(audit, company.request().get(AUDITS).jsonPath().getString("items[0].id"));
        Response closed =
                company.request("k").body(CorrectionExample.AMENDED_RETURN).post(corrections());
        assertEquals(409, closed.statusCode(), closed.asString());
        assertEquals("amendment-closed-by-audit", closed.jsonPath().getString("code"));

        Response result = operator().body(AuditExample.RESULT).post(AUDITS + "/" + audit + "/result");
        assertEquals(200, result.statusCode(), result.asString());
        assertEquals("CONCLUDED", result.jsonPath().getString("state"));
        JsonNode correction =
                TestReturns.tree(company.request().get(corrections() + "/1").asString());
        assertEquals(
                result.jsonPath().getString("correctionId"),
                correction.path("id").asText());
        assertEquals("SETTLEMENT_AUDIT", correction.path("kind").asText());
        assertEquals(
                752_600,
                correction.at("/adjustment/insurances/0/lines/0/additionalDue").asLong());
        assertEquals(
                75_260,
                correction.at("/adjustment/insurances/0/lines/0/surcharge").asLong());
        JsonNode event = TestKafka.await(
                        TestKafka.topic("premium"),
                        company.workplace.digits(),
                        1,
                        each -> each.path("type").asText().equals(PremiumAdjusted.TYPE))
                .getFirst();
        PublishedEvents.assertFits(event);
        assertEquals("SETTLEMENT_AUDIT", event.at("/data/kind").asText());
        assertRefused("audit-step-not-open", step(audit, "DATA_DEMAND"));
    }

    @Test
    void similarBusinessesDecideOnlyAfterTwoRefusedDemands() {
        String audit = selected();
        assertRefused("audit-step-not-open", step(audit, "DATA_DEMAND"));
        step(audit, "PLAN_NOTICE");
        String similar = AuditExample.RESULT.replace("\"DATA\"", "\"SIMILAR_BUSINESSES\"");
        String path = AUDITS + "/" + audit + "/result";
        step(audit, "DATA_DEMAND");
        step(audit, "DEMAND_REFUSAL");
        assertRefused("too-few-refused-demands", operator().body(similar).post(path));
        assertRefused("data-was-refused", operator().body(AuditExample.RESULT).post(path));
        step(audit, "DATA_DEMAND");
        assertEquals("DEMAND_REFUSED", step(audit, "DEMAND_REFUSAL").jsonPath().getString("state"));
        Response result = operator().body(similar).post(path);
        assertEquals("CONCLUDED", result.jsonPath().getString("state"), result.asString());
        assertTrue(result.jsonPath().getString("steps[5].note").startsWith("SIMILAR_BUSINESSES: "));
    }

    @Test
    void whoIsSelectedIsNotSelectedAgainUntilTheAuditIsDropped() {
        String audit = selected();
        assertFalse(select("10").getList("selected").contains(company.workplace.digits()));
        assertEquals("DROPPED", step(audit, "DROP").jsonPath().getString("state"));
        assertFalse(select("25.01").getList("selected").contains(company.workplace.digits()), "below the threshold");
        assertTrue(select("15.39").getList("selected").contains(company.workplace.digits()));
        assertEquals(List.of("EI"), audit().get("deviating"), "the employment base alone is far enough off");
    }

    @Test
    void anHonestPairOfHeadOfficeAndCollectiveDoesNotDeviate() {
        var headOffice = company.headOffice("2015-05-01");
        ObjectNode content = TestReturns.example(headOffice);
        for (String section : List.of("confirmed", "estimated")) {
            ObjectNode rows = (ObjectNode) content.path(section);
            ((ObjectNode) rows.path("industrialAccident"))
                    .put("general", 20_000_000)
                    .put("equipment", 0);
            ((ObjectNode) rows.path("employment"))
                    .put("unemployment", 30_000_000)
                    .put("stability", 30_000_000)
                    .remove("unemploymentPeriods");
        }
        for (String fund : List.of("industrialAccident", "unemployment", "stability")) {
            ((ObjectNode) content.at("/previousEstimate/" + fund))
                    .put("reported", 0)
                    .put("paid", 0);
        }
        company.on(headOffice, "2022-03-10");
        Response filed = company.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        importFigures(company.workplace.digits());
        assertFalse(
                select("10").getList("selected").contains(company.workplace.digits()),
                "130 and 20 million, 120 and 30 million, are the 150 million of the accounts");
    }

    @Test
    void anOperatorNamesAWorkplaceForAReasonOfItsOwnWithoutFigures() {
        String named = AuditExample.NAMED.replace("123-45-67891-6", company.workplace.digits());
        assertEquals(
                List.of(company.workplace.digits()),
                operator()
                        .queryParam("dryRun", true)
                        .body(named)
                        .post(AUDITS + "/selections/named")
                        .jsonPath()
                        .getList("selected"));
        Response selected = operator().body(named).post(AUDITS + "/selections/named");
        assertEquals(201, selected.statusCode(), selected.asString());
        assertEquals(List.of(company.workplace.digits()), selected.jsonPath().getList("selected"));
        String audit = audit().get("id").toString();
        Response tried =
                operator().queryParam("dryRun", true).body(AuditExample.NOTICE).post(AUDITS + "/" + audit + "/steps");
        assertEquals("NOTICED", tried.jsonPath().getString("state"), tried.asString());
        assertEquals(404, company.request().get(AUDITS + "/" + audit).statusCode(), "a dry run notifies nobody");
        step(audit, "PLAN_NOTICE");
        JsonPath shown = company.request().get(AUDITS + "/" + audit).jsonPath();
        assertEquals("보수총액 불명확: 현장별 임금대장 없음", shown.getString("reason"));
        assertEquals(List.of(), shown.getList("deviating"));
        assertEquals(130_000_000, shown.getInt("filedRemuneration"));
        assertFalse(shown.getMap("").containsKey("estimatedRemuneration"));
        assertEquals(
                List.of(),
                operator()
                        .body(named)
                        .post(AUDITS + "/selections/named")
                        .jsonPath()
                        .getList("selected"),
                "one audit of a year");
    }

    @Test
    void whoFiledNothingIsNamed() {
        TestCompany silent = TestCompany.inMarch2022();
        importFigures(silent.workplace.digits());
        JsonPath selected = select("10");
        assertTrue(selected.getList("nonFilers").contains(silent.workplace.digits()));
        assertEquals(
                selected.getInt("withoutReturn"), selected.getList("nonFilers").size());
        ObjectNode behind =
                ((ObjectNode) TestReturns.tree(AuditExample.SELECTION)).put("after", silent.workplace.digits());
        assertFalse(operator()
                .body(behind.toString())
                .post(AUDITS + "/selections")
                .jsonPath()
                .getList("nonFilers")
                .contains(silent.workplace.digits()));
    }

    @Test
    void aThresholdIsAPercentage() {
        for (String wrong : List.of("", "-1", "10,5", "1.234", "10%", "99999")) {
            ObjectNode request = (ObjectNode) TestReturns.tree(AuditExample.SELECTION);
            Response refused = operator()
                    .body(request.put("thresholdPercent", wrong).toString())
                    .post(AUDITS + "/selections");
            assertEquals(400, refused.statusCode(), wrong);
            assertEquals("percent-expected", refused.jsonPath().getString("errors[0].code"), refused.asString());
        }
    }

    @Test
    void aRowThatIsWrongIsToldAndTheOthersAreKept() {
        String good = AuditExample.NDJSON.strip().replace("123-45-67891-6", company.workplace.digits());
        String body = good + "\n{\"managementNo\": \"1\", \"source\": \"RUMOUR\"}\nnot json\n"
                + good.replace("\"directPay\": 90000000, ", "") + "\n" + "x".repeat(2_001) + "\n";
        JsonPath imported = operator()
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put(AUDITS + "/external-figures")
                .jsonPath();
        assertEquals(1, imported.getInt("imported"));
        assertEquals(List.of(2, 3, 4, 5), imported.getList("refused.row"));
        assertEquals(
                List.of("/insuranceYear", "/managementNo", "/source"),
                imported.<String>getList("refused[0].errors.pointer").stream()
                        .sorted()
                        .toList());
        assertEquals("json-malformed", imported.getString("refused[1].errors[0].code"));
        assertEquals("/directPay", imported.getString("refused[2].errors[0].pointer"));
        assertEquals("figure-row-too-long", imported.getString("refused[3].errors[0].code"));
    }

    @Test
    void csvIsReadByItsHeading() {
        String rows = AuditExample.CSV.replace("123-45-67891-6", company.workplace.digits())
                + company.workplace.digits() + ",2021,WORKS_RESULTS,,,lots,1\n" + "1,2\n";
        JsonPath imported = csv(rows.getBytes(StandardCharsets.UTF_8)).jsonPath();
        assertEquals(1, imported.getInt("imported"), imported.prettify());
        assertEquals("whole-won-expected", imported.getString("refused[0].errors[0].code"));
        assertEquals("columns-differ", imported.getString("refused[1].errors[0].code"));
        Response heading = csv("managementNo,secret\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(400, heading.statusCode());
        assertEquals("columns-unknown", heading.jsonPath().getString("errors[0].code"));
        Response cp949 = csv("managementNo,\uACE0\uC0B0\n".getBytes(Charset.forName("EUC-KR")));
        assertEquals("json-not-utf-8", cp949.jsonPath().getString("errors[0].code"), cp949.asString());
        assertEquals(
                415, operator().body("{}").put(AUDITS + "/external-figures").statusCode());
    }

    @Test
    void strangersAndEmployersStayOutside() {
        String audit = selected();
        step(audit, "PLAN_NOTICE");
        assertEquals(403, as(Tokens.stranger()).get(AUDITS + "/" + audit).statusCode());
        assertEquals(List.of(), as(Tokens.stranger()).get(AUDITS).jsonPath().getList("items"));
        assertEquals(
                403,
                company.request("k")
                        .body(AuditExample.SELECTION)
                        .post(AUDITS + "/selections")
                        .statusCode());
        assertEquals(
                403,
                company.request("k")
                        .body(AuditExample.NOTICE)
                        .post(AUDITS + "/" + audit + "/steps")
                        .statusCode());
    }

    private String selected() {
        importFigures(company.workplace.digits());
        assertTrue(select("10").getList("selected").contains(company.workplace.digits()));
        return audit().get("id").toString();
    }

    private static void importFigures(String workplace) {
        operator()
                .contentType("application/x-ndjson")
                .body(AuditExample.NDJSON.replace("123-45-67891-6", workplace).getBytes(StandardCharsets.UTF_8))
                .put(AUDITS + "/external-figures");
    }

    private java.util.Map<?, ?> audit() {
        return operator().get(AUDITS).jsonPath().getList("items").stream()
                .map(java.util.Map.class::cast)
                .filter(it -> company.workplace.digits().equals(it.get("managementNo")))
                .findFirst()
                .orElseThrow();
    }

    private static JsonPath select(String threshold) {
        ObjectNode request = (ObjectNode) TestReturns.tree(AuditExample.SELECTION);
        Response selected = operator()
                .body(request.put("thresholdPercent", threshold).toString())
                .post(AUDITS + "/selections");
        assertEquals(201, selected.statusCode(), selected.asString());
        return selected.jsonPath();
    }

    private static Response step(String audit, String step) {
        return operator().body(AuditExample.NOTICE.replace("PLAN_NOTICE", step)).post(AUDITS + "/" + audit + "/steps");
    }

    private static Response csv(byte[] body) {
        return operator().contentType("text/csv").body(body).put(AUDITS + "/external-figures");
    }

    private String corrections() {
        return "/premium/v1/returns/" + returnId + "/corrections";
    }

    private static void assertRefused(String code, Response response) {
        assertEquals(409, response.statusCode(), response.asString());
        assertEquals(code, response.jsonPath().getString("code"));
    }

    private static RequestSpecification operator() {
        return as(Tokens.operator());
    }

    private static RequestSpecification as(String token) {
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }
}
