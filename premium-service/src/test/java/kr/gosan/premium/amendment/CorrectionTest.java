package kr.gosan.premium.amendment;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.extension.DeadlineExtensionResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Amended returns and correction claims, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class CorrectionTest {

    @Inject
    EntityManager entities;

    @Inject
    CorrectionStore store;

    private TestCompany company;
    private String returnId;
    private String path;

    @BeforeEach
    void aReturnFiledInTimeAndItIsJune() {
        company = TestCompany.inMarch2022();
        returnId = company.file(company.content()).jsonPath().getString("id");
        path = "/premium/v1/returns/" + returnId + "/corrections";
        company.on("2022-06-10");
    }

    @Test
    void anAmendedReturnIsInForceAtOnceWithHalfTheSurcharge() {
        Response filed = file(amended());
        assertEquals(201, filed.statusCode(), filed.asString());
        JsonNode it = TestReturns.tree(filed.asString());
        assertEquals("ACCEPTED", it.path("state").asText());
        assertEquals(1, it.path("no").asInt());
        JsonNode accident = it.at("/adjustment/insurances/0/lines/0");
        assertEquals(4_885_600, accident.path("confirmedBefore").asLong());
        assertEquals(5_261_900, accident.path("confirmedAfter").asLong());
        assertEquals(376_300, accident.path("additionalDue").asLong());
        assertEquals(18_810, accident.path("surcharge").asLong());
        assertEquals(accident.path("estimatedBefore"), accident.path("estimatedAfter"), "the estimate stays as filed");
        assertEquals("2022-07-11", it.at("/adjustment/insurances/0/dueDate").asText(), "July 10 is a Sunday");
        assertTrue(it.at("/receipt/receiptNo").asText().startsWith("P-20220610-"));
        assertEquals(
                filed.asString(),
                company.request().get(filed.header("Location")).asString());

        JsonNode event = events(1).getFirst();
        PublishedEvents.assertFits(event);
        assertEquals(it.path("id"), event.at("/data/adjustmentId"));
        assertEquals(it.at("/adjustment/insurances"), event.at("/data/insurances"));
        JsonNode example = PublishedEvents.exampleTree(PremiumAdjusted.TYPE);
        PublishedEvents.assertFits(example);
        assertEquals(example.at("/data/insurances"), event.at("/data/insurances"), "the published example is real");

        JsonNode trace = TestReturns.tree(
                company.request().get(filed.header("Location") + "/trace").asString());
        assertEquals("ia.confirmed.general", trace.at("/lines/0/step").asText());
        assertTrue(trace.path("lines").toString().contains("376,300 × 10% → 37,630 − 50% → 18,810"));
        assertFalse(trace.path("lines").toString().contains(".estimated"), "nothing was estimated anew");
        assertTrue(trace.path("law").toString().contains("surcharge.rate"));

        JsonNode chain = TestReturns.tree(company.request().get(path).asString());
        assertEquals(1, chain.path("inForce").asInt());
        assertEquals(
                5_261_900, chain.at("/figures/INDUSTRIAL_ACCIDENT/confirmed").asLong());
        assertTrue(chain.path("lateFiling").isMissingNode());
        InForce inForce = QuarkusTransaction.requiringNew()
                .call(() -> store.inForce(UUID.fromString(returnId)).orElseThrow());
        assertEquals(
                Won.of(5_261_900),
                inForce.figures().of(Fund.INDUSTRIAL_ACCIDENT).confirmed());
        assertEquals(
                Won.of(130_000_000),
                inForce.content().confirmed().industrialAccident().general());
    }

    @Test
    void aReturnsOwnRefundBearsInterestFromTheEighthDayAfterItsReceipt() {
        TestCompany other = TestCompany.inMarch2022();
        ObjectNode refunding = TestReturns.refunding(other.workplace);
        refunding.set("refundAccount", TestReturns.account("CORPORATION"));
        String interest =
                "/premium/v1/returns/" + other.file(refunding).jsonPath().getString("id") + "/refund-interest";
        assertEquals(400, other.request().get(interest).statusCode());
        assertEquals(403, company.request().get(interest + "?on=2022-03-18").statusCode());
        JsonNode dayBefore = TestReturns.tree(
                other.request().get(interest + "?on=2022-03-17").asString());
        assertEquals(1, dayBefore.path("insurances").size(), dayBefore.toString());
        assertEquals(0, dayBefore.at("/insurances/0/interest").asLong(-1));
        JsonNode firstDay = TestReturns.tree(
                other.request().get(interest + "?on=2022-03-18").asString());
        assertEquals("2022-03-18", firstDay.at("/insurances/0/from").asText());
        // 20,000,000 paid − 4,885,600 confirmed − 4,734,040 set off; 1.2 % a year for one day is 341 won
        assertEquals(10_380_360, firstDay.at("/insurances/0/refund").asLong());
        assertEquals(340, firstDay.at("/insurances/0/interest").asLong());
        assertEquals("refund-interest", firstDay.at("/insurances/0/trace/step").asText());
        Response unknown = other.request().get(interest + "?on=2026-03-01");
        assertEquals(422, unknown.statusCode());
        assertEquals("law-unknown", unknown.jsonPath().getString("code"));
        JsonNode none = TestReturns.tree(company.request()
                .get("/premium/v1/returns/" + returnId + "/refund-interest?on=2022-03-18")
                .asString());
        assertEquals("[]", none.path("insurances").toString());
    }

    @Test
    void aRepeatedFilingGetsTheSameAnswerAndADryRunStoresNothing() {
        Response tried = company.request()
                .queryParam("dryRun", true)
                .body(amended().toString())
                .post(path);
        assertEquals(200, tried.statusCode(), tried.asString());
        assertNull(tried.jsonPath().get("receipt"));
        assertEquals(0, count());
        String key = UUID.randomUUID().toString();
        Response first = company.request(key).body(amended().toString()).post(path);
        Response again = company.request(key).body(amended().toString()).post(path);
        assertEquals(201, first.statusCode());
        assertEquals(first.asString(), again.asString());
        assertEquals(1, count());
        assertEquals(1, events(1).size());
        assertEquals(
                tried.jsonPath().<Object>get("adjustment"), first.jsonPath().<Object>get("adjustment"));
    }

    @Test
    void theChainGoesOnFromTheFiguresInForce() {
        file(amended());
        assertRefused(409, "figures-changed", file(amended()));
        Response second = file(with(amended(), 1, 131_000_000));
        assertEquals(201, second.statusCode(), second.asString());
        JsonNode line = TestReturns.tree(second.asString()).at("/adjustment/insurances/0/lines/0");
        assertEquals(5_261_900, line.path("confirmedBefore").asLong());
        assertEquals(37_630, line.path("additionalDue").asLong());
        assertEquals(1_880, line.path("surcharge").asLong());
        long owed = 4_885_600;
        for (JsonNode event : events(2)) {
            JsonNode each = event.at("/data/insurances/0/lines/0");
            owed += each.path("additionalDue").asLong() - each.path("overpaid").asLong();
        }
        assertEquals(line.path("confirmedAfter").asLong(), owed);
    }

    @Test
    void ofTwoAtOnceOneWinsAndTheOtherIsToldToLookAgain() throws Exception {
        List<Response> both = atOnce(() -> file(amended()));
        assertEquals(
                List.of(201, 409),
                both.stream().map(Response::statusCode).sorted().toList());
        assertEquals(1, count());
        assertEquals(1, events(1).size());
    }

    @Test
    void whatIsFiledOrDecidedElsewhereIsRefusedByName() {
        for (String kind : List.of("ESTIMATE_REDUCTION", "RATE_CHANGE", "SETTLEMENT_AUDIT")) {
            Response elsewhere = file(amended().put("kind", kind));
            assertEquals(400, elsewhere.statusCode(), elsewhere.asString());
            assertEquals(
                    "correction-filed-elsewhere",
                    elsewhere.jsonPath().getString("errors.find { it.pointer == '/kind' }.code"));
        }
        for (String outcome : List.of("FILED_FOR_DECISION", "FILED_WITH_EFFECT")) {
            Response decided = given().header("Authorization", "Bearer " + Tokens.operator())
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType("application/json")
                    .body("{\"outcome\": \"%s\", \"reason\": \"확인\"}".formatted(outcome))
                    .post(path + "/1/decision");
            assertEquals(400, decided.statusCode(), decided.asString());
            assertEquals("not-a-decision", decided.jsonPath().getString("errors[0].code"));
        }
    }

    @Test
    void whatDoesNotGoTheWayOfItsKindIsRefused() {
        assertViolation("amendment-changes-nothing", file(with(amended(), 0, 120_000_000)));
        assertViolation("amendment-lowers", file(with(amended(), 0, 110_000_000)));
        assertViolation("claim-raises", file(with(claim(), 0, 130_000_000)));
        assertEquals(0, count());
    }

    @Test
    void badFieldsAreAllToldAtOnce() {
        ObjectNode bad = amended();
        ((ObjectNode) bad.at("/confirmed/industrialAccident")).remove("equipment");
        ((ObjectNode) bad.at("/confirmed/employment")).put("stability", -1);
        bad.remove("reason");
        bad.put("surprise", 1);
        Response refused = file(bad);
        assertEquals(400, refused.statusCode());
        List<String> pointers = refused.jsonPath().getList("errors.pointer");
        assertTrue(
                pointers.containsAll(List.of("/confirmed/employment/stability", "/reason", "/surprise")),
                pointers.toString());
        ObjectNode incomplete = amended();
        ((ObjectNode) incomplete.at("/confirmed/industrialAccident")).remove("equipment");
        assertEquals(
                List.of("/confirmed/industrialAccident/equipment"),
                file(incomplete).jsonPath().getList("errors.pointer"));
        ObjectNode estimating = amended();
        estimating.set("estimated", company.content().path("estimated"));
        assertEquals(
                List.of("not-part-of-this-correction"),
                file(estimating).jsonPath().getList("errors.code"));
        assertEquals(400, file(amended().put("kind", "SETTLEMENT_AUDIT")).statusCode());
    }

    @Test
    void onlyAnOperatorMayWaiveTheSurchargeForForceMajeure() {
        assertViolation("operators-only", file(amended().put("forceMajeure", true)));
        Response waived =
                operator().body(amended().put("forceMajeure", true).toString()).post(path);
        assertEquals(201, waived.statusCode(), waived.asString());
        assertEquals(0, waived.jsonPath().getInt("adjustment.insurances[0].lines[0].surcharge"));
        assertEquals(376_300, waived.jsonPath().getInt("adjustment.insurances[0].lines[0].additionalDue"));
    }

    @Test
    void aClaimWaitsForAnOperatorAndThenRefundsWithInterest() {
        Response filed = file(claim());
        assertEquals(201, filed.statusCode(), filed.asString());
        assertEquals("RECEIVED", filed.jsonPath().getString("state"));
        assertEquals("2022-08-10", filed.jsonPath().getString("decideBy"));
        assertNull(filed.jsonPath().get("adjustment"));
        assertRefused(409, "correction-pending", file(amended()));
        String decision = path + "/1/decision";
        ObjectNode accepted = decision("ACCEPTED");
        assertEquals(
                403,
                company.request("k").body(accepted.toString()).post(decision).statusCode());

        Response granted = operator().body(accepted.toString()).post(decision);
        assertEquals(200, granted.statusCode(), granted.asString());
        assertEquals("ACCEPTED", granted.jsonPath().getString("state"));
        JsonNode accident = TestReturns.tree(granted.asString()).at("/adjustment/insurances/0");
        assertEquals(376_300, accident.at("/lines/0/overpaid").asLong());
        assertEquals(0, accident.at("/lines/0/surcharge").asLong());
        assertEquals("2022-06-18", accident.path("refundInterestFrom").asText());
        assertTrue(accident.path("dueDate").isMissingNode());
        PublishedEvents.assertFits(events(1).getFirst());
        assertRefused(
                409,
                "correction-already-decided",
                operator().body(accepted.toString()).post(decision));
    }

    @Test
    void aRefusedClaimLeavesTheFiguresAndSaysWhy() {
        file(claim());
        Response refused = operator().body(decision("REFUSED").toString()).post(path + "/1/decision");
        assertEquals("REFUSED", refused.jsonPath().getString("state"));
        assertEquals("급여대장과 일치", refused.jsonPath().getString("decisionReason"));
        JsonPath chain = company.request().get(path).jsonPath();
        assertEquals(0, chain.getInt("inForce"));
        assertEquals(4_885_600, chain.getInt("figures.INDUSTRIAL_ACCIDENT.confirmed"));
        assertEquals(404, company.request().get(path + "/1/trace").statusCode());
        Response next = file(amended());
        assertEquals(2, next.jsonPath().getInt("no"), next.asString());
        assertEquals(1, events(1).size(), "a refusal tells nothing");
    }

    @Test
    void aClaimIsGrantedInPartWithTheFiguresThatAreRight() {
        file(claim());
        ObjectNode part = decision("ACCEPTED_IN_PART");
        assertEquals(
                400, operator().body(part.toString()).post(path + "/1/decision").statusCode());
        part.set("confirmed", with(claim(), 0, 115_000_000).path("confirmed"));
        Response granted = operator().body(part.toString()).post(path + "/1/decision");
        assertEquals("ACCEPTED_IN_PART", granted.jsonPath().getString("state"), granted.asString());
        assertEquals(188_150, granted.jsonPath().getInt("adjustment.insurances[0].lines[0].overpaid"));
        assertEquals(110_000_000, granted.jsonPath().getInt("stated.confirmed.industrialAccident.general"));
        assertEquals(115_000_000, granted.jsonPath().getInt("content.confirmed.industrialAccident.general"));
    }

    @Test
    void aClaimCanBeFiledForOneYearAndOnlyAfterAReturnInTime() {
        company.on("2023-03-31");
        Response lastDay = company.request()
                .queryParam("dryRun", true)
                .body(claim().toString())
                .post(path);
        assertEquals(200, lastDay.statusCode(), lastDay.asString());
        company.on("2023-04-01");
        assertViolation("claim-period-over", file(claim()));

        TestCompany late = TestCompany.inMarch2022().on("2022-04-01");
        String id = late.file(late.content()).jsonPath().getString("id");
        Response refused =
                late.request("k").body(claim().toString()).post("/premium/v1/returns/" + id + "/corrections");
        assertViolation("claim-needs-return-in-time", refused);
    }

    @Test
    void anAmendedReturnIsOpenUntilItsPremiumHasLapsed() {
        company.on("2024-12-31");
        Response lastDay = company.request()
                .queryParam("dryRun", true)
                .body(amended().toString())
                .post(path);
        assertEquals(200, lastDay.statusCode(), lastDay.asString());
        company.on("2025-01-01");
        assertViolation("year-closed", file(amended()));
    }

    @Test
    void aRefundAccountIsEncryptedMaskedAndTheEmployersOwn() {
        ObjectNode claim = claim();
        claim.set("refundAccount", TestReturns.account("SOLE_PROPRIETOR"));
        assertViolation("refund-account-not-the-employers", file(claim));
        claim.set("refundAccount", TestReturns.account("CORPORATION").put("holderName", "백두토건(주)"));
        assertViolation("refund-account-holder-differs", file(claim));
        claim.set("refundAccount", TestReturns.account("CORPORATION"));
        Response filed = file(claim);
        assertEquals("***-**-*****001", filed.jsonPath().getString("refundAccount.accountNo"), filed.asString());
        assertEquals(
                "***-**-*****001", company.request().get(path + "/1").jsonPath().getString("refundAccount.accountNo"));
        Object row = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select cast(c as text) from correction c where return_id = ?1")
                        .setParameter(1, UUID.fromString(returnId))
                        .getSingleResult());
        assertFalse(row.toString().contains("99990001"));
    }

    @Test
    void aLateReturnBearsTheWholeSurchargeOnce() {
        TestCompany late = TestCompany.inMarch2022().on("2022-04-01");
        String id = late.file(late.content()).jsonPath().getString("id");
        String corrections = "/premium/v1/returns/" + id + "/corrections";
        JsonPath before = late.request().get(corrections).jsonPath();
        assertEquals(138_560, before.getInt("lateFiling.surcharge.INDUSTRIAL_ACCIDENT"));
        assertEquals(82_000, before.getInt("lateFiling.surcharge.UNEMPLOYMENT"));
        assertFalse(before.getBoolean("lateFiling.levied"));
        ObjectNode levy = (ObjectNode)
                TestReturns.tree("{\"kind\": \"LATE_FILING\", \"against\": 0, \"reason\": \"법정기한 2022-03-31 경과\"}");
        assertViolation(
                "operators-only", late.request("k").body(levy.toString()).post(corrections));
        Response levied = operator().body(levy.toString()).post(corrections);
        assertEquals(201, levied.statusCode(), levied.asString());
        assertEquals(138_560, levied.jsonPath().getInt("adjustment.insurances[0].lines[0].surcharge"));
        assertEquals(0, levied.jsonPath().getInt("adjustment.insurances[0].lines[0].additionalDue"));
        assertTrue(late.request().get(corrections).jsonPath().getBoolean("lateFiling.levied"));
        assertRefused(
                409,
                "late-filing-already-levied",
                operator().body(levy.put("against", 1).toString()).post(corrections));
        assertViolation(
                "return-was-in-time",
                operator().body(levy.put("against", 0).toString()).post(path));
    }

    @Test
    void anExtensionDeclaredAfterALateFilingMakesItTimely() {
        TestCompany late = TestCompany.inMarch2022().on("2022-04-11");
        String id = late.file(late.content()).jsonPath().getString("id");
        String corrections = "/premium/v1/returns/" + id + "/corrections";
        late.on("2022-04-12");
        extend(late, "2022-03-31", "2022-04-08");
        assertViolation(
                "claim-needs-return-in-time",
                late.request("k1").body(claim().toString()).post(corrections));
        assertFalse(late.request().get(corrections).jsonPath().getBoolean("lateFiling.levied"));

        extend(late, "2022-03-31", "2022-04-11");
        assertNull(late.request().get(corrections).jsonPath().get("lateFiling"), "nothing to levy any more");
        assertViolation(
                "return-was-in-time",
                operator()
                        .body("{\"kind\": \"LATE_FILING\", \"against\": 0, \"reason\": \"법정기한 경과\"}")
                        .post(corrections));
        assertFalse(
                late.request().get("/premium/v1/returns/" + id).jsonPath().getBoolean("calculation.filedInTime"),
                "the return stays as it was filed and signed");
        late.on("2023-04-11");
        Response lastDay = late.request()
                .queryParam("dryRun", true)
                .body(claim().toString())
                .post(corrections);
        assertEquals(200, lastDay.statusCode(), lastDay.asString());
        late.on("2023-04-12");
        assertViolation(
                "claim-period-over", late.request("k2").body(claim().toString()).post(corrections));
        extend(late, "2023-04-11", "2023-04-12");
        Response longer = late.request()
                .queryParam("dryRun", true)
                .body(claim().toString())
                .post(corrections);
        assertEquals(200, longer.statusCode(), "the end of the claim period can be extended too: " + longer.asString());
    }

    @Test
    void draftsStrangersAndOtherKindsOfMembersAreTurnedAway() {
        String draft = company.request("d")
                .body(company.content().put("insuranceYear", 2020).toString())
                .post("/premium/v1/returns")
                .jsonPath()
                .getString("id");
        assertNotNull(draft);
        assertRefused(
                404,
                "not-found",
                company.request("k1").body(amended().toString()).post("/premium/v1/returns/" + draft + "/corrections"));
        assertRefused(
                404,
                "not-found",
                company.request("k2")
                        .body(amended().toString())
                        .post("/premium/v1/returns/" + UUID.randomUUID() + "/corrections"));
        Response stranger =
                operatorAs(Tokens.stranger()).body(amended().toString()).post(path);
        assertRefused(403, "workplace-not-granted", stranger);
    }

    @Test
    void whatWasDecidedCanNeitherBeChangedNorDeletedEvenInTheDatabase() {
        file(amended());
        for (String statement : List.of(
                "update correction set figures = '{}' where return_id = '" + returnId + "'",
                "delete from correction where return_id = '" + returnId + "'")) {
            Exception refused = assertThrows(
                    Exception.class,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(statement).executeUpdate()));
            assertTrue(refused.toString().contains("correction is never"), refused.toString());
        }
    }

    private static void extend(TestCompany whose, String due, String to) {
        ObjectNode body = TestReturns.tree(DeadlineExtensionResource.EXAMPLE).deepCopy();
        body.remove("districts");
        body.put("scope", "WORKPLACES").put("from", due).put("to", due).put("extendedTo", to);
        body.putArray("managementNos").add(whose.workplace.digits());
        Response declared = operator().body(body.toString()).post("/premium/v1/deadline-extensions");
        assertEquals(201, declared.statusCode(), declared.asString());
    }

    private ObjectNode amended() {
        return (ObjectNode) TestReturns.tree(CorrectionExample.AMENDED_RETURN);
    }

    private ObjectNode claim() {
        return (ObjectNode) TestReturns.tree(CorrectionExample.CORRECTION_CLAIM);
    }

    private static ObjectNode with(ObjectNode correction, int against, long base) {
        correction.put("against", against);
        ((ObjectNode) correction.at("/confirmed/industrialAccident")).put("general", base);
        ((ObjectNode) correction.at("/confirmed/employment"))
                .put("unemployment", base)
                .put("stability", base);
        return correction;
    }

    private static ObjectNode decision(String outcome) {
        return (ObjectNode) TestReturns.tree("{\"outcome\": \"" + outcome + "\", \"reason\": \"급여대장과 일치\"}");
    }

    private Response file(JsonNode correction) {
        return company.request(UUID.randomUUID().toString())
                .body(correction.toString())
                .post(path);
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return operatorAs(Tokens.operator());
    }

    private static io.restassured.specification.RequestSpecification operatorAs(String token) {
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    private static void assertRefused(int status, String code, Response response) {
        assertEquals(status, response.statusCode(), response.asString());
        assertEquals(code, response.jsonPath().getString("code"));
    }

    private static void assertViolation(String code, Response response) {
        assertEquals(422, response.statusCode(), response.asString());
        assertEquals("correction-not-acceptable", response.jsonPath().getString("code"));
        assertEquals(List.of(code), response.jsonPath().getList("errors.code"));
        assertFalse(response.jsonPath().getString("errors[0].message").equals(code), "the code has a text");
    }

    private List<JsonNode> events(int count) {
        return TestKafka.await(
                TestKafka.topic("premium"),
                company.workplace.digits(),
                count,
                event -> event.path("type").asText().equals(PremiumAdjusted.TYPE));
    }

    private long count() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number)
                                entities.createNativeQuery("select count(*) from correction where management_no = ?1")
                                        .setParameter(1, company.workplace.digits())
                                        .getSingleResult())
                        .longValue());
    }

    private static List<Response> atOnce(Callable<Response> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Response>> both = threads.invokeAll(List.of(call, call));
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }
}
