package kr.gosan.premium.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.gosan.platform.testing.ProblemBundles;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client can get wrong: one problem document with all fields, nothing stored, never a 500. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class BadInputTest {

    private static TestCompany shared;

    @BeforeEach
    void aCompany() {
        if (shared == null) {
            shared = TestCompany.inMarch2022();
        }
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                wrong(c -> c.remove("managementNo"), "/managementNo required"),
                wrong(c -> c.put("managementNo", "123"), "/managementNo workplace-number-invalid"),
                wrong(c -> c.put("managementNo", 12345678916L), "/managementNo workplace-number-invalid"),
                wrong(c -> c.put("clientReference", "x".repeat(101)), "/clientReference text-too-long"),
                wrong(c -> c.put("clientReference", " "), "/clientReference text-empty"),
                wrong(c -> c.remove("insuranceYear"), "/insuranceYear required"),
                wrong(c -> c.put("insuranceYear", "2021"), "/insuranceYear whole-number-expected"),
                wrong(c -> c.put("insuranceYear", 0), "/insuranceYear year-expected"),
                wrong(c -> c.put("insuranceYear", 99999), "/insuranceYear year-expected"),
                wrong(c -> c.put("insuranceYear", Long.MAX_VALUE), "/insuranceYear whole-number-expected"),
                wrong(c -> c.put("estimated", "all"), "/estimated object-expected"),
                wrong(c -> c.remove("payment"), "/payment required"),
                wrong(
                        c -> in(c, "/payment").put("employment", "MONTHLY").remove("industrialAccident"),
                        "/payment/employment code-unknown",
                        "/payment/industrialAccident required"),
                wrong(
                        c -> in(c, "/confirmed/industrialAccident")
                                .put("general", -1)
                                .put("equipment", 1.5),
                        "/confirmed/industrialAccident/equipment whole-won-expected",
                        "/confirmed/industrialAccident/general won-negative"),
                wrong(
                        c -> in(c, "/estimated/employment")
                                .put("unemployment", 1_000_000_000_000_000L)
                                .put("stability", "1"),
                        "/estimated/employment/stability whole-won-expected",
                        "/estimated/employment/unemployment won-too-large"),
                wrong(c -> in(c, "/previousEstimate").remove("stability"), "/previousEstimate/stability required"),
                wrong(
                        c -> in(c, "/estimated/employment/unemploymentPeriods/0")
                                .put("from", "2022-02-30")
                                .remove("to"),
                        "/estimated/employment/unemploymentPeriods/0/from date-expected",
                        "/estimated/employment/unemploymentPeriods/0/to required"),
                wrong(
                        c -> in(c, "/estimated").putObject("reductionReason").put("code", "OTHER"),
                        "/estimated/reductionReason/text required"),
                wrong(
                        c -> in(c, "/estimated").putObject("reductionReason").put("text", ""),
                        "/estimated/reductionReason/code required",
                        "/estimated/reductionReason/text text-empty"),
                wrong(
                        c -> c.putObject("refundAccount")
                                .put("accountNo", "12a")
                                .put("holderKind", "FRIEND"),
                        "/refundAccount/accountNo account-number-invalid",
                        "/refundAccount/bank required",
                        "/refundAccount/holderKind code-unknown",
                        "/refundAccount/holderName required"),
                wrong(
                        c -> in(c, "/confirmed/employment").put("hiredAt65OrLater", 1),
                        "/confirmed/employment/unemployment unemployment-base-differs"),
                wrong(
                        c -> {
                            for (int i = 0; i <= 100; i++) {
                                c.withArray("works")
                                        .addObject()
                                        .put("name", "고산교 보수공사")
                                        .put("from", "2021-05-01")
                                        .put("to", "2022-04-30")
                                        .put("contractAmount", 2)
                                        .put("thisYear", 1)
                                        .put("nextYear", 1);
                            }
                        },
                        "/works too-many-works"),
                wrong(c -> c.put("discount", true), "/discount unknown-field"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void aWrongFieldIsNamedByPointerAndCode(Consumer<ObjectNode> mistake, Set<String> errors) {
        ObjectNode content = shared.content();
        mistake.accept(content);
        for (String query : List.of("", "?submit=true", "?dryRun=true")) {
            Response refused = post(content.toString(), query);
            assertEquals(400, refused.statusCode(), refused.asString());
            assertEquals("invalid-request", refused.jsonPath().getString("code"));
            assertEquals(errors, errors(refused));
        }
    }

    static Stream<Arguments> whatTheLawStandsAgainst() {
        return Stream.of(
                wrong(
                        c -> c.put("insuranceYear", 2022),
                        "/insuranceYear insurance-year-not-over",
                        "/insuranceYear law-unknown"),
                wrong(c -> c.put("insuranceYear", 2017), "/insuranceYear law-unknown", "/insuranceYear year-closed"),
                wrong(c -> c.put("insuranceYear", 1), "/insuranceYear workplace-not-established"),
                wrong(c -> c.remove("confirmed"), "/confirmed required"),
                wrong(c -> c.remove("previousEstimate"), "/previousEstimate required"),
                wrong(c -> c.remove("estimated"), "/estimated required"),
                wrong(
                        c -> in(c, "/previousEstimate/unemployment").put("paid", 1_100_001),
                        "/previousEstimate/unemployment/paid paid-exceeds-reported"),
                wrong(
                        c -> in(c, "/estimated/industrialAccident").put("general", 0),
                        "/estimated/reductionReason reduction-reason-required"),
                wrong(
                        c -> in(c, "/estimated/employment/unemploymentPeriods/0")
                                .put("to", "2022-06-29"),
                        "/estimated/employment/unemploymentPeriods not-the-rate-periods"),
                wrong(
                        c -> in(c, "/estimated/employment/unemploymentPeriods/0")
                                .put("remuneration", 1),
                        "/estimated/employment/unemploymentPeriods parts-do-not-add-up"),
                wrong(
                        c -> in(c, "/previousEstimate/industrialAccident")
                                .put("reported", 20_000_000)
                                .put("paid", 20_000_000),
                        "/refundAccount refund-account-required"),
                wrong(
                        c -> c.set("refundAccount", TestReturns.account("SOLE_PROPRIETOR")),
                        "/refundAccount/holderKind refund-account-not-the-employers"),
                wrong(
                        c -> {
                            c.putObject("particulars").put("name", "백두토건(주)");
                            c.set(
                                    "refundAccount",
                                    TestReturns.account("CORPORATION").put("holderName", "백두토건(주)"));
                        },
                        "/refundAccount/holderName refund-account-holder-differs"),
                wrong(
                        c -> {
                            for (String fund : List.of("unemployment", "stability")) {
                                in(c, "/previousEstimate/" + fund)
                                        .put("reported", 999_999_999_999_999L)
                                        .put("paid", 999_999_999_999_999L);
                            }
                        },
                        "/previousEstimate excess-too-large",
                        "/refundAccount refund-account-required"));
    }

    @ParameterizedTest
    @MethodSource("whatTheLawStandsAgainst")
    void whatTheLawStandsAgainstIsNamedByPointerAndCode(Consumer<ObjectNode> mistake, Set<String> errors) {
        ObjectNode content = shared.content();
        mistake.accept(content);
        for (String query : List.of("?submit=true", "?dryRun=true")) {
            Response refused = post(content.toString(), query);
            assertEquals(422, refused.statusCode(), refused.asString());
            assertEquals("return-not-acceptable", refused.jsonPath().getString("code"));
            assertEquals(errors, errors(refused));
        }
        Response drafted = post(content.toString(), "");
        assertEquals(201, drafted.statusCode(), "a draft may still be wrong");
        Response refused = shared.request("s").post(drafted.header("Location") + "/submission");
        assertEquals(422, refused.statusCode());
        assertEquals(errors, errors(refused));
    }

    @Test
    void theLargestFiguresAreComputedWithoutOverflow() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode content = company.content();
        long max = 999_999_999_999_999L;
        for (String part : List.of("confirmed", "estimated")) {
            in(content, "/" + part + "/industrialAccident").put("general", max).put("equipment", max);
            in(content, "/" + part + "/employment")
                    .put("unemployment", max)
                    .put("stability", max)
                    .remove("unemploymentPeriods");
        }
        Response filed = company.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        // 37,629,999,999,990 + 36,999,999,999,990 as in the golden cases
        assertEquals(74_629_999_999_980L, filed.jsonPath().getLong("calculation.insurances[0].confirmed.total"));
    }

    @Test
    void thousandsOfEnormousPeriodsAreRefusedAndDoNotOverflow() {
        ObjectNode content = shared.content();
        ArrayNode periods = (ArrayNode) content.at("/estimated/employment/unemploymentPeriods");
        for (int i = 0; i < 12_000; i++) {
            periods.addObject()
                    .put("from", "2022-01-01")
                    .put("to", "2022-01-01")
                    .put("remuneration", 999_999_999_999_999L);
        }
        Response refused = post(content.toString(), "?submit=true");
        assertEquals(422, refused.statusCode(), refused.asString());
        assertEquals(Set.of("/estimated/employment/unemploymentPeriods not-the-rate-periods"), errors(refused));
    }

    @Test
    void aSoleProprietorsRefundGoesToHisOwnAccount() {
        TestCompany own =
                TestCompany.established("SOLE_PROPRIETOR", "2015-05-01").on("2022-03-10");
        ObjectNode content = TestReturns.refunding(own.workplace);
        content.set("refundAccount", TestReturns.account("CORPORATION"));
        assertEquals(422, own.file(content).statusCode());
        content.putObject("particulars").put("representative", "김고산");
        content.set("refundAccount", TestReturns.account("SOLE_PROPRIETOR").put("holderName", "이백두"));
        assertEquals(Set.of("/refundAccount/holderName refund-account-holder-differs"), errors(own.file(content)));
        content.set("refundAccount", TestReturns.account("SOLE_PROPRIETOR").put("holderName", "김고산(고산건설)"));
        assertEquals(201, own.file(content).statusCode());
    }

    @Test
    void aCorporationsRefundGoesToNoPersonItIsCalledAfter() {
        TestCompany corporation = TestCompany.inMarch2022();
        ObjectNode content = TestReturns.refunding(corporation.workplace);
        content.set("refundAccount", TestReturns.account("CORPORATION").put("holderName", "고산"));
        assertEquals(
                Set.of("/refundAccount/holderName refund-account-holder-differs"), errors(corporation.file(content)));
        content.putObject("particulars").put("representative", "고산건설");
        content.set("refundAccount", TestReturns.account("CORPORATION").put("holderName", "고산 건설"));
        assertEquals(
                Set.of("/refundAccount/holderName refund-account-holder-differs"), errors(corporation.file(content)));
        content.set("refundAccount", TestReturns.account("CORPORATION"));
        assertEquals(201, corporation.file(content).statusCode());
    }

    @Test
    void aWorkplaceOfTheEstimateYearFilesItsEstimateOnly() {
        TestCompany fresh = TestCompany.established("CORPORATION", "2022-02-10").on("2022-03-10");
        ObjectNode content = fresh.content();
        in(content, "/payment").put("industrialAccident", "INSTALLMENT");
        in(content, "/estimated/employment").remove("unemploymentPeriods");
        assertEquals(
                Set.of("/confirmed before-establishment", "/previousEstimate before-establishment"),
                errors(fresh.file(content)));
        content.remove(List.of("confirmed", "previousEstimate"));
        Response filed = fresh.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        assertEquals("2022-04-21", filed.jsonPath().getString("calculation.dueDate"));
        assertEquals(4, filed.jsonPath().getList("slips").size());
    }

    @Test
    void whatIsNoRequestGetsAProblemAndNever500() {
        for (String body :
                List.of("", "null", "[]", "{", "\"x\"", "1", "{\"managementNo\":null,\"managementNo\":null}")) {
            Response refused = post(body, "?submit=true");
            assertEquals(400, refused.statusCode(), body + " " + refused.asString());
            assertEquals("application/problem+json", refused.contentType().split(";")[0]);
        }
        assertEquals(
                415,
                shared.request("k")
                        .contentType("text/plain")
                        .body("x")
                        .post("/premium/v1/returns")
                        .statusCode());
        String path = "/premium/v1/returns/";
        for (Map.Entry<String, Integer> get : Map.of(
                        "x",
                        400,
                        UUID.randomUUID().toString(),
                        404,
                        UUID.randomUUID() + "/trace",
                        404,
                        "?cursor=x",
                        400,
                        "?managementNo=12",
                        400,
                        "?insuranceYear=two",
                        400)
                .entrySet()) {
            assertEquals(
                    get.getValue(),
                    shared.request()
                            .urlEncodingEnabled(false)
                            .get(path + get.getKey())
                            .statusCode(),
                    get.getKey());
        }
        assertEquals(400, shared.request().get("/premium/v1/workplaces/12").statusCode());
        assertEquals(404, shared.request().get("/premium/v1/receipts/none").statusCode());
        assertEquals(
                400,
                shared.request()
                        .urlEncodingEnabled(false)
                        .get("/premium/v1/receipts/%00")
                        .statusCode());
        assertEquals(400, post(shared.content().toString(), "?submit=perhaps").statusCode());
        assertEquals(
                404,
                shared.request("n")
                        .post(path + UUID.randomUUID() + "/submission")
                        .statusCode());
    }

    @Test
    void everyFilingNeedsAnIdempotencyKey() {
        Response refused = shared.request().body(shared.content().toString()).post("/premium/v1/returns");
        assertEquals(400, refused.statusCode());
        assertEquals("idempotency-key-required", refused.jsonPath().getString("code"));
        assertEquals(
                400,
                shared.request()
                        .post("/premium/v1/returns/" + UUID.randomUUID() + "/submission")
                        .statusCode());
    }

    @Test
    void problemsAreInKoreanOrEnglish() {
        ProblemBundles.assertSameKeys("premium");
        ObjectNode content = TestReturns.refunding(shared.workplace);
        Response korean = post(content.toString(), "?dryRun=true");
        assertTrue(korean.jsonPath().getString("errors[0].message").contains("반환금"), korean.asString());
        Response english = shared.request("e")
                .header("Accept-Language", "en")
                .queryParam("dryRun", true)
                .body(content.toString())
                .post("/premium/v1/returns");
        assertTrue(english.jsonPath().getString("errors[0].message").startsWith("A refund arises"));
        content.put("insuranceYear", 2017);
        Response unknown = shared.request("e")
                .header("Accept-Language", "en")
                .queryParam("dryRun", true)
                .body(content.toString())
                .post("/premium/v1/returns");
        assertTrue(
                unknown.asString().contains("accident.commute-rate on 2017-01-01 (BEFORE_FIRST_VALUE)"),
                unknown.asString());
    }

    private static Response post(String body, String query) {
        return shared.request(UUID.randomUUID().toString()).body(body).post("/premium/v1/returns" + query);
    }

    private static Set<String> errors(Response refused) {
        Set<String> errors = new TreeSet<>();
        refused.jsonPath()
                .getList("errors")
                .forEach(each -> errors.add(((Map<?, ?>) each).get("pointer") + " " + ((Map<?, ?>) each).get("code")));
        return errors;
    }

    private static Arguments wrong(Consumer<ObjectNode> mistake, String... errors) {
        return Arguments.of(mistake, new TreeSet<>(Set.of(errors)));
    }

    private static ObjectNode in(ObjectNode content, String pointer) {
        return (ObjectNode) content.at(pointer);
    }
}
