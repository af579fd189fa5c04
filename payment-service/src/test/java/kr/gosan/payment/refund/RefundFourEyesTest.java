package kr.gosan.payment.refund;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Corrections;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

/** Two operators decide about a refund, and neither of them alone about what it follows from. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class RefundFourEyesTest extends RefundWorld {

    private static final LocalDate MAY = LocalDate.of(2022, 5, 10);

    @Test
    void whoDecidedACorrectionDoesNotApproveItsRefund() {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        pays(employer.files(filed, 2, mapper));
        ObjectNode told = mapper.valueToTree(
                new Corrections(filed).of(MAY, new Corrections.Change(Fund.INDUSTRIAL_ACCIDENT, -100_000, 0, 0)));
        employer.tell(
                "premium",
                "kr.gosan.premium.premium-adjusted.v1",
                UUID.randomUUID().toString(),
                told.put("decidedBy", OTHER).toString());
        approvedByAThirdOnly("CORRECTION");
    }

    @Test
    void whoFoundThatMoneyWasPaidTwiceDoesNotApproveItsRefund() {
        JsonPath slips = employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        pays(slips);
        String notice = pays(slips).getString("noticeId");
        assertEquals(
                201,
                operator(OTHER)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .body("{\"way\":\"OVERPAYMENT\",\"reason\":\"paid twice\"}")
                        .post("/payment/v1/suspense/" + notice + "/resolutions")
                        .statusCode());
        approvedByAThirdOnly("MISTAKEN_PAYMENT");
    }

    private void approvedByAThirdOnly(String cause) {
        await().until(() ->
                employer.reads("/payment/v1/refunds").getList("items").size() == 1);
        JsonPath refund = employer.reads("/payment/v1/refunds");
        assertEquals(cause, refund.getString("items[0].cause"));
        String id = refund.getString("items[0].refundId");
        register("1002-111-222333", "2022-05-01");
        assertEquals(200, decide(ONE, id, "proposal").statusCode());
        Response refused = decide(OTHER, id, "approval");
        assertEquals(403, refused.statusCode(), refused.asString());
        assertEquals("approver-decided-cause", refused.jsonPath().getString("code"));
        assertEquals("PROPOSED", read(id).getString("state"));
        assertEquals(200, decide("operator-three", id, "approval").statusCode());
    }

    /** The slip of industrial-accident insurance, in time. */
    private static JsonPath pays(JsonPath slips) {
        return TestBank.sends(TestBank.notice(
                        slips.getString("items.find { it.insurance == 'IA' }.ePaymentNo"),
                        slips.getLong("items.find { it.insurance == 'IA' }.payable")))
                .jsonPath();
    }
}
