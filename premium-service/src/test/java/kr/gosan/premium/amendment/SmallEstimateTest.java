package kr.gosan.premium.amendment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.Test;

/** An estimate that changes by less than is refunded. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class SmallEstimateTest {

    @Inject
    CorrectedEstimates estimates;

    @Test
    void aChangeTooSmallToRefundMovesNeitherInstalmentsNorWhatTheNextReturnSettles() {
        TestCompany company = TestCompany.inMarch2022().on("2025-03-10");
        ObjectNode content = company.content().put("insuranceYear", 2024);
        for (String section : List.of("/confirmed", "/estimated")) {
            ((ObjectNode) content.at(section + "/industrialAccident"))
                    .put("general", 0)
                    .put("equipment", 0);
            ((ObjectNode) content.at(section + "/employment"))
                    .put("unemployment", 120_000_000)
                    .put("stability", 120_000_000)
                    .remove("unemploymentPeriods");
        }
        ((ObjectNode) content.at("/previousEstimate/industrialAccident"))
                .put("reported", 0)
                .put("paid", 0);
        ((ObjectNode) content.path("payment")).put("employment", "INSTALLMENT");
        Response filed = company.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        company.on("2025-06-10");
        ObjectNode claim = (ObjectNode) TestReturns.tree(CorrectionExample.CORRECTION_CLAIM);
        claim.remove("confirmed");
        ObjectNode estimated = ((ObjectNode) content.path("estimated")).deepCopy();
        String corrections = filed.header("Location") + "/corrections";
        ((ObjectNode) estimated.path("employment")).put("unemployment", 119_950_000);
        claim.set("estimated", estimated);
        // The estimate is made on the confirmed base, so that falls too: 900 won each.
        claim.set("confirmed", TestReturns.tree("""
                {"industrialAccident": {"general": 0, "equipment": 0},
                 "employment": {"unemployment": 119950000, "stability": 120000000}}
                """));
        Response claimed = company.request("c").body(claim.toString()).post(corrections);
        assertEquals(201, claimed.statusCode(), claimed.asString());
        Response granted = io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"outcome\": \"ACCEPTED\", \"reason\": \"확인\"}")
                .post(corrections + "/1/decision");
        assertEquals(200, granted.statusCode(), granted.asString());
        assertTrue(granted.jsonPath().getBoolean("adjustment.insurances[0].smallAmount"), granted.asString());
        assertNull(granted.jsonPath().get("adjustment.insurances[0].periods"));
        assertEquals(2_159_100, granted.jsonPath().getInt("figures.UNEMPLOYMENT.estimated"));
        Won reported = QuarkusTransaction.requiringNew()
                .call(() -> estimates
                        .of(UUID.fromString(filed.jsonPath().getString("id")))
                        .get(Fund.UNEMPLOYMENT));
        assertEquals(Won.of(2_160_000), reported);
    }
}
