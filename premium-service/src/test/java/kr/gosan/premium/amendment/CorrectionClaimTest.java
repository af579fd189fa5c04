package kr.gosan.premium.amendment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.util.UUID;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims for correction (경정청구), over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class CorrectionClaimTest {

    @Inject
    EntityManager entities;

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
    void aClaimWaitsForAnOperatorAndThenRefundsWithInterest() {
        Response filed = corrections.file(TestCorrections.claim());
        assertEquals(201, filed.statusCode(), filed.asString());
        assertEquals("RECEIVED", filed.jsonPath().getString("state"));
        assertEquals("2022-08-10", filed.jsonPath().getString("decideBy"));
        assertNull(filed.jsonPath().get("adjustment"));
        TestCorrections.assertRefused(409, "correction-pending", corrections.file(TestCorrections.amended()));
        String decision = corrections.path() + "/1/decision";
        ObjectNode accepted = TestCorrections.decision("ACCEPTED");
        assertEquals(
                403,
                company.request("k").body(accepted.toString()).post(decision).statusCode());

        Response granted = TestCorrections.operator().body(accepted.toString()).post(decision);
        assertEquals(200, granted.statusCode(), granted.asString());
        assertEquals("ACCEPTED", granted.jsonPath().getString("state"));
        JsonNode accident = TestReturns.tree(granted.asString()).at("/adjustment/insurances/0");
        assertEquals(376_300, accident.at("/lines/0/overpaid").asLong());
        assertEquals(0, accident.at("/lines/0/surcharge").asLong());
        assertEquals("2022-06-18", accident.path("refundInterestFrom").asText());
        assertTrue(accident.path("dueDate").isMissingNode());
        JsonNode event = corrections.events(1).getFirst();
        PublishedEvents.assertFits(event);
        assertEquals("gosan-operations", event.at("/data/decidedBy").asText());
        TestCorrections.assertRefused(
                409,
                "correction-already-decided",
                TestCorrections.operator().body(accepted.toString()).post(decision));
    }

    @Test
    void aRefusedClaimLeavesTheFiguresAndSaysWhy() {
        corrections.file(TestCorrections.claim());
        Response refused = TestCorrections.operator()
                .body(TestCorrections.decision("REFUSED").toString())
                .post(corrections.path() + "/1/decision");
        assertEquals("REFUSED", refused.jsonPath().getString("state"));
        assertEquals("급여대장과 일치", refused.jsonPath().getString("decisionReason"));
        JsonPath chain = company.request().get(corrections.path()).jsonPath();
        assertEquals(0, chain.getInt("inForce"));
        assertEquals(4_885_600, chain.getInt("figures.INDUSTRIAL_ACCIDENT.confirmed"));
        assertEquals(404, company.request().get(corrections.path() + "/1/trace").statusCode());
        Response next = corrections.file(TestCorrections.amended());
        assertEquals(2, next.jsonPath().getInt("no"), next.asString());
        assertEquals(1, corrections.events(1).size(), "a refusal tells nothing");
    }

    @Test
    void aClaimIsGrantedInPartWithTheFiguresThatAreRight() {
        corrections.file(TestCorrections.claim());
        ObjectNode part = TestCorrections.decision("ACCEPTED_IN_PART");
        assertEquals(
                400,
                TestCorrections.operator()
                        .body(part.toString())
                        .post(corrections.path() + "/1/decision")
                        .statusCode());
        part.set(
                "confirmed",
                TestCorrections.with(TestCorrections.claim(), 0, 115_000_000).path("confirmed"));
        Response granted = TestCorrections.operator().body(part.toString()).post(corrections.path() + "/1/decision");
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
                .body(TestCorrections.claim().toString())
                .post(corrections.path());
        assertEquals(200, lastDay.statusCode(), lastDay.asString());
        company.on("2023-04-01");
        TestCorrections.assertViolation("claim-period-over", corrections.file(TestCorrections.claim()));

        TestCompany late = TestCompany.inMarch2022().on("2022-04-01");
        String id = late.file(late.content()).jsonPath().getString("id");
        Response refused = late.request("k")
                .body(TestCorrections.claim().toString())
                .post("/premium/v1/returns/" + id + "/corrections");
        TestCorrections.assertViolation("claim-needs-return-in-time", refused);
    }

    @Test
    void aRefundAccountIsEncryptedMaskedAndTheEmployersOwn() {
        ObjectNode claim = TestCorrections.claim();
        claim.set("refundAccount", TestReturns.account("SOLE_PROPRIETOR"));
        TestCorrections.assertViolation("refund-account-not-the-employers", corrections.file(claim));
        claim.set("refundAccount", TestReturns.account("CORPORATION").put("holderName", "백두토건(주)"));
        TestCorrections.assertViolation("refund-account-holder-differs", corrections.file(claim));
        claim.set("refundAccount", TestReturns.account("CORPORATION"));
        Response filed = corrections.file(claim);
        assertEquals("***-**-*****001", filed.jsonPath().getString("refundAccount.accountNo"), filed.asString());
        assertEquals(
                "***-**-*****001",
                company.request().get(corrections.path() + "/1").jsonPath().getString("refundAccount.accountNo"));
        Object row = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select cast(c as text) from correction c where return_id = ?1")
                        .setParameter(1, UUID.fromString(returnId))
                        .getSingleResult());
        assertFalse(row.toString().contains("99990001"));
    }
}
