package kr.gosan.premium.calculator;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.remuneration.Warning;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class RemunerationCalculationTest {

    private static final String PATH = "/premium/v1/remuneration-calculations";

    @Test
    void theStatementsOfTheGuideGiveItsBasesAndThePremium() {
        JsonPath result = ok("", RemunerationExample.CALCULATION);
        assertEquals(2_400_000_000L, result.getLong("headOffice.confirmed.industrialAccident.general"));
        assertEquals(3_000_000_000L, result.getLong("headOffice.confirmed.employment.stability"));
        assertEquals(3_780_000_000L, result.getLong("collective.confirmed.industrialAccident.general"));
        assertEquals(3_180_000_000L, result.getLong("collective.confirmed.employment.unemployment"));
        // 2 × (2,254,040 × 20/30 = 1,502,693.33) + 2 × 2,479,444
        assertEquals(7_964_274L, result.getLong("collective.confirmed.industrialAccident.equipment"));
        assertNull(result.get("collective.confirmed.industrialAccident.equipmentPeriods"));
        // 2,400,000,000 × 10.63‰
        assertEquals(25_512_000L, result.getLong("headOffice.premium.confirmed.industrialAccident"));
        // 3,780,000,000 × 37.63‰ + 7,964,274 × 37‰ → 294,670
        assertEquals(142_241_400L + 294_670L, result.getLong("collective.premium.confirmed.industrialAccident"));
        // 3,180,000,000 × 16‰ + × 2.5‰, without the 3 % and the 5,000 won
        assertEquals(50_880_000L + 7_950_000L, result.getLong("collective.premium.confirmed.employment"));
        assertEquals(
                List.of("DEFECT"),
                result.getList("warnings.code", String.class).stream()
                        .map(code -> code.contains("defect-repair") ? "DEFECT" : code)
                        .toList());
        assertEquals(4, result.getList("unanswered").size());
        assertTrue(result.getList("trace.formula", String.class)
                .contains("외주공사비: 7,000,000,000; counts 0 + 7,000,000,000 × 30% (2,100,000,000) = 2,100,000,000"));
        assertTrue(result.getList("law.id").contains("works.labour-ratio.subcontract"));
    }

    @Test
    void withoutAnEmployerThereAreBasesAndNoPremium() {
        ObjectNode request = request();
        request.remove("employer");
        JsonPath result = ok("", request.toString());
        assertNull(result.get("headOffice.premium"));
        assertEquals(2_400_000_000L, result.getLong("headOffice.confirmed.industrialAccident.general"));
    }

    @Test
    void aWarningIsSaidInTheCallersLanguage() {
        String korean = warning(null);
        String english = warning("en");
        assertTrue(korean.contains("30,000,000원") && korean.contains("하자보수공사"), korean);
        assertTrue(english.startsWith("30,000,000 won of direct labour"), english);
    }

    private static String warning(String language) {
        return given().header("Authorization", "Bearer " + employer())
                .header("Accept-Language", language == null ? "ko" : language)
                .contentType("application/json")
                .body(RemunerationExample.CALCULATION)
                .post(PATH)
                .jsonPath()
                .getString("warnings[0].message");
    }

    @Test
    void everyWarningHasATextInBothLanguages() {
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            ResourceBundle texts = ResourceBundle.getBundle("problems/premium", language);
            for (Warning.Case what : Warning.Case.values()) {
                assertFalse(texts.getString(what.code()).isBlank(), what.code());
            }
        }
        assertNotEquals(
                ResourceBundle.getBundle("problems/premium", Locale.KOREAN).getString("remuneration-unsold-housing"),
                ResourceBundle.getBundle("problems/premium", Locale.ENGLISH).getString("remuneration-unsold-housing"));
    }

    @Test
    void everythingWrongWithTheShapeIsToldAtOnce() {
        ObjectNode request = request();
        request.put("insuranceYear", "2021").put("outsourcingBy", "GUESS");
        ((ObjectNode) request.at("/accounts/0")).put("total", -1);
        ((ObjectNode) request.at("/accounts/1")).put("account", "PETTY_CASH");
        ((ObjectNode) request.at("/equipmentOperators/0")).put("operators", 0);
        ((ObjectNode) request.path("circumstances"))
                .putArray("jointVentures")
                .addObject()
                .put("sharePercent", "100.01")
                .put("allocatedLabour", 1)
                .put("allocatedOutsourcing", 1)
                .put("included", 1)
                .put("secondedPay", 1);
        Response refused = post("", request.toString());
        assertEquals(400, refused.statusCode(), refused.asString());
        assertEquals(
                List.of(
                        "/accounts/0/total",
                        "/accounts/1/account",
                        "/circumstances/jointVentures/0/secondedIncluded",
                        "/circumstances/jointVentures/0/sharePercent",
                        "/equipmentOperators/0/operators",
                        "/insuranceYear",
                        "/outsourcingBy"),
                refused.jsonPath().getList("errors.pointer", String.class).stream()
                        .sorted()
                        .toList());
    }

    @Test
    void whatContradictsItselfIsRefusedFieldByField() {
        ObjectNode request = request();
        ((ObjectNode) request.at("/accounts/0/deductions")).put("chiefExecutive", 1_000_000_001L);
        ((ObjectNode) request.at("/accounts/2/parts")).put("office", 700_000_001L);
        request.putObject("worksRevenue");
        request.putArray("subcontracts").addObject().put("amount", 1).put("remuneration", 1);
        ((ObjectNode) request.at("/equipmentOperators/0")).put("to", "2022-01-01");
        ((ObjectNode) request.path("employer")).put("establishedOn", "2022-01-01");
        Response refused = post("", request.toString());
        assertEquals(422, refused.statusCode(), refused.asString());
        assertEquals(
                List.of(
                        "/accounts/0/deductions deductions-exceed-account",
                        "/accounts/2/parts parts-exceed-account",
                        "/employer/establishedOn workplace-not-in-year",
                        "/equipmentOperators/0 not-a-period-of-the-year",
                        "/subcontracts subcontracts-differ-from-accounts",
                        "/worksRevenue works-revenue-required"),
                errors(refused));
    }

    @Test
    void aYearWhoseRatioIsNotKnownIsRefusedByName() {
        ObjectNode request = request();
        request.put("insuranceYear", 2017).remove("equipmentOperators");
        Response refused = post("", request.toString());
        assertEquals(422, refused.statusCode());
        assertEquals(
                List.of("/insuranceYear law-unknown"),
                errors(refused).stream().distinct().toList());
        assertTrue(refused.asString().contains("works.labour-ratio.subcontract"));
    }

    @Test
    void absurdAmountsAreRefusedAndDoNotOverflow() {
        ObjectNode request = request();
        ArrayNode accounts = request.putArray("accounts");
        for (int i = 0; i < 200; i++) {
            accounts.addObject().put("account", "DAILY_WAGES").put("total", 999_999_999_999_999L);
        }
        Response refused = post("", request.toString());
        assertEquals(422, refused.statusCode(), refused.asString());
        assertEquals(List.of("/accounts base-too-large"), errors(refused));
        accounts.addObject().put("account", "DAILY_WAGES").put("total", 1);
        assertEquals(List.of("/accounts list-too-long"), errors(post("", request.toString())));
    }

    @Test
    void equipmentOperatorsCountByTheStandardOfEachMonth() {
        JsonPath result = ok("/equipment", RemunerationExample.EQUIPMENT);
        assertEquals(7_964_274L, result.getLong("remuneration"));
        assertEquals(List.of(3_005_386, 4_958_888), result.getList("periods.remuneration"));
        Response unknown = post(
                "/equipment",
                "{\"insuranceYear\":2023,\"operators\":[{\"from\":\"2023-06-30\",\"to\":\"2023-07-01\",\"operators\":1}]}");
        assertEquals(422, unknown.statusCode());
        assertTrue(unknown.asString().contains("accident.equipment.standard-remuneration"));
        assertEquals(
                List.of("/operators required"),
                errors(post("/equipment", "{\"insuranceYear\":2021,\"operators\":[]}")));
        assertEquals(
                List.of("/operators/0 not-a-period-of-the-year"),
                errors(
                        post(
                                "/equipment",
                                "{\"insuranceYear\":2021,\"operators\":[{\"from\":\"2021-07-02\",\"to\":\"2021-07-01\",\"operators\":1}]}")));
    }

    @Test
    void worksCountByTheirLabourRatio() {
        JsonPath planned = ok("/works", RemunerationExample.WORKS);
        assertEquals(270_000_000L, planned.getLong("remuneration"));
        assertEquals(12, planned.getList("months").size());
        JsonPath done = ok("/works", """
                {"insuranceYear": 2021, "months": 3, "done": {"directPayroll": 10000000, "subcontracts": [
                  {"amount": 100000000}, {"amount": 50000000, "approved": true}]}}
                """);
        assertEquals(40_000_000L, done.getLong("remuneration"));
        assertEquals(List.of(13_333_334, 13_333_333, 13_333_333), done.getList("months"));
        // 13,333,334 ÷ 4,330,442 = 3.08
        assertEquals(List.of(3, 3, 3), done.getList("heads"));
        assertEquals(
                List.of(" planned-or-done", "/months month-expected"),
                errors(post("/works", "{\"insuranceYear\":2021,\"months\":13}")));
    }

    @Test
    void loggingIsRefusedByNameUntilItsFigureIsLoaded() {
        Response refused = post("/logging", RemunerationExample.LOGGING);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("logging.remuneration-per-cubic-metre"), refused.asString());
        for (String volume : List.of("-1", "1.2345", "1e9", "", "12345678", "1,5")) {
            assertEquals(
                    List.of("/cubicMetres volume-expected"),
                    errors(post("/logging", "{\"insuranceYear\":2022,\"cubicMetres\":\"" + volume + "\"}")));
        }
    }

    @Test
    void agenciesAndOperatorsCalculateAndWorkersDoNot() {
        String id = UUID.randomUUID().toString();
        for (String path : List.of("", "/equipment", "/works")) {
            String body = path.isEmpty()
                    ? RemunerationExample.CALCULATION
                    : path.equals("/works") ? RemunerationExample.WORKS : RemunerationExample.EQUIPMENT;
            assertEquals(
                    200,
                    post(path, body, Tokens.agency(id, TestNumbers.business())).statusCode());
            assertEquals(200, post(path, body, Tokens.operator()).statusCode());
            assertEquals(403, post(path, body, Tokens.worker(id, "k")).statusCode());
        }
    }

    @Test
    void theDocumentedExamplesAreTheOnesTheTestsSend() {
        JsonNode paths = TestReturns.tree(
                        given().queryParam("format", "json").get("/q/openapi").asString())
                .path("paths");
        assertEquals(TestReturns.tree(RemunerationExample.CALCULATION), example(paths, ""));
        assertEquals(TestReturns.tree(RemunerationExample.DRAFTS), example(paths, "/drafts"));
        assertEquals(TestReturns.tree(RemunerationExample.EQUIPMENT), example(paths, "/equipment"));
        assertEquals(TestReturns.tree(RemunerationExample.WORKS), example(paths, "/works"));
        assertEquals(TestReturns.tree(RemunerationExample.LOGGING), example(paths, "/logging"));
    }

    private static JsonNode example(JsonNode paths, String path) {
        JsonNode value = paths.path(PATH + path)
                .at("/post/requestBody/content/application~1json/examples")
                .elements()
                .next()
                .path("value");
        return value.isTextual() ? TestReturns.tree(value.asText()) : value;
    }

    private static ObjectNode request() {
        return (ObjectNode) TestReturns.tree(RemunerationExample.CALCULATION);
    }

    private static JsonPath ok(String path, String body) {
        Response answer = post(path, body);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    private static List<String> errors(Response refused) {
        JsonPath problem = refused.jsonPath();
        List<String> pointers = problem.getList("errors.pointer", String.class);
        List<String> codes = problem.getList("errors.code", String.class);
        return java.util.stream.IntStream.range(0, codes.size())
                .mapToObj(i -> pointers.get(i) + " " + codes.get(i))
                .sorted()
                .toList();
    }

    private static String employer() {
        return Tokens.stranger();
    }

    private static Response post(String path, String body) {
        return post(path, body, employer());
    }

    private static Response post(String path, String body, String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .post(PATH + path);
    }
}
