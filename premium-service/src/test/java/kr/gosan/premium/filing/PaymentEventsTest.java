package kr.gosan.premium.filing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What payment-service tells, taken from its published examples, and what the return shows of it. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class PaymentEventsTest {

    private static final String SLIP_ISSUED = "kr.gosan.payment.slip-issued.v1";
    private static final String SLIP_CANCELLED = "kr.gosan.payment.slip-cancelled.v1";
    private static final String PAYMENT_RECEIVED = "kr.gosan.payment.payment-received.v1";

    private TestCompany company;
    private String returnId;

    @BeforeEach
    void aFiledReturn() {
        company = TestCompany.inMarch2022();
        returnId = company.file(company.content()).jsonPath().getString("id");
    }

    @Test
    void theReturnShowsItsSlipsAndWhatIsPaidUntilItIsSettled() {
        issue("IA", 0, 6_119_640);
        issue("EI", 0, 3_134_800);
        await().until(() -> shown().getString("slips[1].ePaymentNo") != null);
        assertEquals("FILED", shown().getString("state"));
        assertEquals("2022-03-31", shown().getString("slips[0].dueDate"));
        assertEquals(0, shown().getInt("slips[0].paid"));

        pay("IA", 0, 6_119_640);
        awaitState("PARTLY_PAID");
        assertEquals(6_119_640, shown().getInt("slips[0].paid"));
        assertEquals("2022-03-15", shown().getString("slips[0].paidOn"));
        assertEquals(0, shown().getInt("slips[1].paid"));
        assertNull(shown().get("slips[1].paidOn"));

        pay("EI", 0, 3_134_800);
        awaitState("SETTLED");
    }

    @Test
    void theReturnShowsTheExtendedDueDateOfASlip() {
        issue("IA", 0, 6_119_640);
        send(about("kr.gosan.payment.slip-due-date-moved.v1", "IA", 0));
        await().until(() -> "2022-06-30".equals(shown().getString("slips[0].dueDate")));
        assertEquals("2022-03-31", shown().getString("slips[0].statutoryDueDate"));
    }

    @Test
    void aPaymentToldBeforeItsSlipCountsAllTheSame() {
        pay("IA", 0, 6_119_640);
        awaitState("PARTLY_PAID");
        assertNull(shown().get("slips[0].ePaymentNo"));
        issue("IA", 0, 6_119_640);
        await().until(() -> shown().getString("slips[0].ePaymentNo") != null);
        assertEquals(6_119_640, shown().getInt("slips[0].paid"));
        assertEquals("PARTLY_PAID", shown().getString("state"));
    }

    @Test
    void theSamePaymentToldTwiceCountsOnce() {
        ObjectNode event = payment("IA", 0, 3_000_000);
        send(event);
        send(event);
        ObjectNode underAnotherId = event.deepCopy().put("id", UUID.randomUUID().toString());
        send(underAnotherId);
        pay("EI", 0, 1_000_000);
        await().until(() -> shown().getInt("slips[1].paid") == 1_000_000);
        assertEquals(3_000_000, shown().getInt("slips[0].paid"));
        assertEquals("PARTLY_PAID", shown().getString("state"));
    }

    @Test
    void oneInsurancePaidTwiceOverDoesNotSettleTheOther() {
        pay("IA", 0, 6_119_640);
        pay("IA", 0, 6_119_640);
        await().until(() -> shown().getInt("slips[0].paid") == 12_239_280);
        assertEquals("PARTLY_PAID", shown().getString("state"));
    }

    @Test
    void moreThanPayableLeavesASettledReturnSettled() {
        pay("IA", 0, 6_119_640);
        pay("EI", 0, 3_134_800);
        awaitState("SETTLED");
        pay("EI", 0, 10);
        await().until(() -> shown().getInt("slips[1].paid") == 3_134_810);
        assertEquals("SETTLED", shown().getString("state"));
    }

    @Test
    void aSlipOfAChargeIsNoSlipOfTheReturn() {
        ObjectNode charge = about(SLIP_ISSUED, "IA", 0);
        ((ObjectNode) charge.path("data"))
                .put("debtKind", "BENEFIT_RECOVERY")
                .put("payable", 10)
                .remove("returnId");
        send(charge);
        ObjectNode paid = payment("IA", 0, 10);
        ((ObjectNode) paid.path("data")).put("debtKind", "BENEFIT_RECOVERY").remove("returnId");
        send(paid);
        pay("EI", 0, 3_134_800);
        awaitState("PARTLY_PAID");
        assertEquals(6_119_640, shown().getInt("slips[0].payable"));
        assertEquals(0, shown().getInt("slips[0].paid"));
    }

    @Test
    void anotherSlipInItsPlaceIsShownAndHasToBePaid() {
        issue("IA", 0, 6_119_640);
        pay("EI", 0, 3_134_800);
        send(about(SLIP_CANCELLED, "IA", 0));
        ObjectNode another = about(SLIP_ISSUED, "IA", 0);
        ((ObjectNode) another.path("data"))
                .put("payable", 4_000_000)
                .put("replaces", UUID.randomUUID().toString());
        send(another);
        await().until(() -> shown().getInt("slips[0].payable") == 4_000_000);
        assertEquals("PARTLY_PAID", shown().getString("state"));
        pay("IA", 0, 4_000_000);
        awaitState("SETTLED");
    }

    @Test
    void aSlipCancelledWithoutAnotherInItsPlaceOwesNothing() {
        issue("IA", 0, 6_119_640);
        pay("EI", 0, 3_134_800);
        awaitState("PARTLY_PAID");
        ObjectNode offset = about(SLIP_CANCELLED, "IA", 0);
        ObjectNode data = (ObjectNode) offset.path("data");
        data.put("slipId", shown().getString("slips[0].slipId"))
                .put("reason", "OFFSET")
                .remove("replacedBy");
        send(offset);
        awaitState("SETTLED");
        assertEquals("OFFSET", shown().getString("slips[0].ended"));
        assertEquals(0, shown().getInt("slips[0].payable"));
    }

    @Test
    void aPaymentTakenBackIsOwedAgain() {
        ObjectNode accident = payment("IA", 0, 6_119_640);
        send(accident);
        ObjectNode employment = payment("EI", 0, 3_134_800);
        send(employment);
        awaitState("SETTLED");
        send(reversal(accident));
        send(reversal(accident).put("id", UUID.randomUUID().toString()));
        awaitState("PARTLY_PAID");
        assertEquals(0, shown().getInt("slips[0].paid"));
        assertNull(shown().get("slips[0].paidOn"));
        send(reversal(employment));
        awaitState("FILED");
        pay("IA", 0, 6_119_640);
        pay("EI", 0, 3_134_800);
        awaitState("SETTLED");
    }

    @Test
    void whatIsLetOffForAutomaticDebitCountsAsPaid() {
        ObjectNode debited = payment("IA", 0, 6_119_390);
        ((ObjectNode) debited.path("data")).put("autoDebitReduction", 250);
        send(debited);
        pay("EI", 0, 3_134_800);
        awaitState("SETTLED");
    }

    @Test
    void whatConcernsNoReturnOfOursGoesToTheDeadLettersAndTheNextIsConsumed() {
        ObjectNode unknownReturn = payment("IA", 0, 10);
        ((ObjectNode) unknownReturn.path("data"))
                .put("returnId", UUID.randomUUID().toString());
        ObjectNode unknownPeriod = payment("IA", 3, 10);
        send(unknownReturn);
        send(unknownPeriod);
        pay("IA", 0, 6_119_640);
        awaitState("PARTLY_PAID");
        assertEquals(
                2,
                TestKafka.await(TestKafka.topic("payment") + ".dead", company.workplace.digits(), 2, e -> true)
                        .size());
    }

    @Test
    void instalmentsAreShownInTheOrderTheyFallDue() {
        TestCompany other = TestCompany.inMarch2022();
        ObjectNode content = other.content();
        ((ObjectNode) content.path("payment")).put("industrialAccident", "INSTALLMENT");
        JsonPath filed = other.file(content).jsonPath();
        assertEquals(
                "[IA 1 2022-03-31, IA 2 2022-05-15, IA 3 2022-08-15, IA 4 2022-11-15, EI 0 2022-03-31]",
                filed.getList("slips").stream()
                        .map(slip -> (java.util.Map<?, ?>) slip)
                        .map(slip ->
                                slip.get("insurance") + " " + slip.get("period") + " " + slip.get("statutoryDueDate"))
                        .toList()
                        .toString());
    }

    @Test
    void aReturnWithNothingPayableIsSettledWithItsFiling() {
        TestCompany other = TestCompany.inMarch2022();
        ObjectNode content = other.content();
        for (String fund : new String[] {"industrialAccident", "unemployment", "stability"}) {
            ((ObjectNode) content.at("/previousEstimate/" + fund))
                    .put("reported", 20_000_000)
                    .put("paid", 20_000_000);
        }
        content.set("refundAccount", TestReturns.account("CORPORATION"));
        JsonPath filed = other.file(content).jsonPath();
        assertEquals("SETTLED", filed.getString("state"));
        assertEquals(0, filed.getList("slips").size());
    }

    private void issue(String insurance, int period, long payable) {
        ObjectNode event = about(SLIP_ISSUED, insurance, period);
        ((ObjectNode) event.path("data"))
                .put("slipId", UUID.randomUUID().toString())
                .put("payable", payable)
                .put("dueDate", "2022-03-31");
        send(event);
    }

    private void pay(String insurance, int period, long amount) {
        send(payment(insurance, period, amount));
    }

    private ObjectNode payment(String insurance, int period, long amount) {
        ObjectNode event = about(PAYMENT_RECEIVED, insurance, period);
        ((ObjectNode) event.path("data"))
                .put("paymentId", UUID.randomUUID().toString())
                .put("amount", amount)
                .put("paidOn", "2022-03-15");
        return event;
    }

    /** The payment taken back: what payment-service tells of it names the payment and the debt. */
    private ObjectNode reversal(ObjectNode payment) {
        ObjectNode event = payment.deepCopy();
        event.put("id", UUID.randomUUID().toString()).put("type", "kr.gosan.payment.payment-reversed.v1");
        ((ObjectNode) event.path("data")).put("reversedOn", "2022-03-20");
        return event;
    }

    /** The published example, told about our return. */
    private ObjectNode about(String type, String insurance, int period) {
        ObjectNode event = (ObjectNode) PublishedEvents.exampleTree(type);
        event.put("id", UUID.randomUUID().toString()).put("subject", company.workplace.digits());
        ((ObjectNode) event.path("data"))
                .put("managementNo", company.workplace.digits())
                .put("returnId", returnId)
                .put("insurance", insurance)
                .put("period", period);
        return event;
    }

    private void send(JsonNode event) {
        TestKafka.send(TestKafka.topic("payment"), company.workplace.digits(), event.toString());
    }

    private void awaitState(String state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state.equals(shown().getString("state")));
    }

    private JsonPath shown() {
        return company.request().get("/premium/v1/returns/" + returnId).jsonPath();
    }
}
