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
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Amended returns, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class CorrectionTest {

    @Inject
    EntityManager entities;

    @Inject
    CorrectionStore store;

    private TestCompany company;
    private String returnId;
    private TestCorrections corrections;

    @BeforeEach
    void aReturnFiledInTimeAndItIsJune() {
        company = TestCompany.inMarch2022();
        returnId = company.file(company.content()).jsonPath().getString("id");
        corrections = new TestCorrections(company, returnId);
        company.on("2022-06-10");
    }

    @Test
    void anAmendedReturnIsInForceAtOnceWithHalfTheSurcharge() {
        Response filed = corrections.file(TestCorrections.amended());
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

        JsonNode event = corrections.events(1).getFirst();
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

        JsonNode chain =
                TestReturns.tree(company.request().get(corrections.path()).asString());
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
                .body(TestCorrections.amended().toString())
                .post(corrections.path());
        assertEquals(200, tried.statusCode(), tried.asString());
        assertNull(tried.jsonPath().get("receipt"));
        assertEquals(0, count());
        String key = UUID.randomUUID().toString();
        Response first =
                company.request(key).body(TestCorrections.amended().toString()).post(corrections.path());
        Response again =
                company.request(key).body(TestCorrections.amended().toString()).post(corrections.path());
        assertEquals(201, first.statusCode());
        assertEquals(first.asString(), again.asString());
        assertEquals(1, count());
        assertEquals(1, corrections.events(1).size());
        assertEquals(
                tried.jsonPath().<Object>get("adjustment"), first.jsonPath().<Object>get("adjustment"));
    }

    @Test
    void theChainGoesOnFromTheFiguresInForce() {
        corrections.file(TestCorrections.amended());
        TestCorrections.assertRefused(409, "figures-changed", corrections.file(TestCorrections.amended()));
        Response second = corrections.file(TestCorrections.with(TestCorrections.amended(), 1, 131_000_000));
        assertEquals(201, second.statusCode(), second.asString());
        JsonNode line = TestReturns.tree(second.asString()).at("/adjustment/insurances/0/lines/0");
        assertEquals(5_261_900, line.path("confirmedBefore").asLong());
        assertEquals(37_630, line.path("additionalDue").asLong());
        assertEquals(1_880, line.path("surcharge").asLong());
        long owed = 4_885_600;
        for (JsonNode event : corrections.events(2)) {
            JsonNode each = event.at("/data/insurances/0/lines/0");
            owed += each.path("additionalDue").asLong() - each.path("overpaid").asLong();
        }
        assertEquals(line.path("confirmedAfter").asLong(), owed);
    }

    @Test
    void ofTwoAtOnceOneWinsAndTheOtherIsToldToLookAgain() throws Exception {
        List<Response> both = atOnce(() -> corrections.file(TestCorrections.amended()));
        assertEquals(
                List.of(201, 409),
                both.stream().map(Response::statusCode).sorted().toList());
        assertEquals(1, count());
        assertEquals(1, corrections.events(1).size());
    }

    @Test
    void whatIsFiledOrDecidedElsewhereIsRefusedByName() {
        for (String kind : List.of("ESTIMATE_REDUCTION", "RATE_CHANGE", "SETTLEMENT_AUDIT")) {
            Response elsewhere = corrections.file(TestCorrections.amended().put("kind", kind));
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
                    .post(corrections.path() + "/1/decision");
            assertEquals(400, decided.statusCode(), decided.asString());
            assertEquals("not-a-decision", decided.jsonPath().getString("errors[0].code"));
        }
    }

    @Test
    void whatDoesNotGoTheWayOfItsKindIsRefused() {
        TestCorrections.assertViolation(
                "amendment-changes-nothing",
                corrections.file(TestCorrections.with(TestCorrections.amended(), 0, 120_000_000)));
        TestCorrections.assertViolation(
                "amendment-lowers", corrections.file(TestCorrections.with(TestCorrections.amended(), 0, 110_000_000)));
        TestCorrections.assertViolation(
                "claim-raises", corrections.file(TestCorrections.with(TestCorrections.claim(), 0, 130_000_000)));
        assertEquals(0, count());
    }

    @Test
    void badFieldsAreAllToldAtOnce() {
        ObjectNode bad = TestCorrections.amended();
        ((ObjectNode) bad.at("/confirmed/industrialAccident")).remove("equipment");
        ((ObjectNode) bad.at("/confirmed/employment")).put("stability", -1);
        bad.remove("reason");
        bad.put("surprise", 1);
        Response refused = corrections.file(bad);
        assertEquals(400, refused.statusCode());
        List<String> pointers = refused.jsonPath().getList("errors.pointer");
        assertTrue(
                pointers.containsAll(List.of("/confirmed/employment/stability", "/reason", "/surprise")),
                pointers.toString());
        ObjectNode incomplete = TestCorrections.amended();
        ((ObjectNode) incomplete.at("/confirmed/industrialAccident")).remove("equipment");
        assertEquals(
                List.of("/confirmed/industrialAccident/equipment"),
                corrections.file(incomplete).jsonPath().getList("errors.pointer"));
        ObjectNode estimating = TestCorrections.amended();
        estimating.set("estimated", company.content().path("estimated"));
        assertEquals(
                List.of("not-part-of-this-correction"),
                corrections.file(estimating).jsonPath().getList("errors.code"));
        assertEquals(
                400,
                corrections
                        .file(TestCorrections.amended().put("kind", "SETTLEMENT_AUDIT"))
                        .statusCode());
    }

    @Test
    void onlyAnOperatorMayWaiveTheSurchargeForForceMajeure() {
        TestCorrections.assertViolation(
                "operators-only", corrections.file(TestCorrections.amended().put("forceMajeure", true)));
        Response waived = TestCorrections.operator()
                .body(TestCorrections.amended().put("forceMajeure", true).toString())
                .post(corrections.path());
        assertEquals(201, waived.statusCode(), waived.asString());
        assertEquals(0, waived.jsonPath().getInt("adjustment.insurances[0].lines[0].surcharge"));
        assertEquals(376_300, waived.jsonPath().getInt("adjustment.insurances[0].lines[0].additionalDue"));
    }

    @Test
    void draftsStrangersAndOtherKindsOfMembersAreTurnedAway() {
        String draft = company.request("d")
                .body(company.content().put("insuranceYear", 2020).toString())
                .post("/premium/v1/returns")
                .jsonPath()
                .getString("id");
        assertNotNull(draft);
        TestCorrections.assertRefused(
                404,
                "not-found",
                company.request("k1")
                        .body(TestCorrections.amended().toString())
                        .post("/premium/v1/returns/" + draft + "/corrections"));
        TestCorrections.assertRefused(
                404,
                "not-found",
                company.request("k2")
                        .body(TestCorrections.amended().toString())
                        .post("/premium/v1/returns/" + UUID.randomUUID() + "/corrections"));
        Response stranger = TestCorrections.operatorAs(Tokens.stranger())
                .body(TestCorrections.amended().toString())
                .post(corrections.path());
        TestCorrections.assertRefused(403, "workplace-not-granted", stranger);
    }

    @Test
    void whatWasDecidedCanNeitherBeChangedNorDeletedEvenInTheDatabase() {
        corrections.file(TestCorrections.amended());
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
