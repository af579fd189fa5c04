package kr.gosan.premium.filing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a return shows, and what counts as paid of its estimate, when its slips fall overdue. The IA slip is 1,385,600 of
 * confirmed premium and 4,885,600 of estimate less 146,560; overdue it is 6,271,200.
 */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ArrearsEventsTest {

    private static final long WHOLE = 6_271_200;
    private static final long ESTIMATE = 4_885_600;
    private static final String FUND = "INDUSTRIAL_ACCIDENT";

    private TestCompany company;
    private String returnId;

    @BeforeEach
    void aReturnWhoseOtherSlipIsPaid() {
        company = TestCompany.inMarch2022();
        returnId = company.file(company.content()).jsonPath().getString("id");
        pay("EI", 3_134_800, "2022-03-15");
        awaitState("PARTLY_PAID");
    }

    @Test
    void theWholeEstimateCountsOnceNhisHasCollectedItAndTheLateChargeDoesNot() {
        handOver();
        await().until(() -> shown().getLong("slips[0].overdue") == WHOLE);
        assertEquals(0, paidOfEstimate());
        ObjectNode collection = collected(WHOLE);
        assertEquals("LATE_CHARGE", collection.at("/data/items/1/item").asText());
        send(collection);
        send(again(collection));
        awaitState("SETTLED");
        assertEquals(WHOLE, shown().getLong("slips[0].paid"));
        assertEquals("2022-04-30", shown().getString("slips[0].paidOn"));
        assertEquals(0, shown().getLong("slips[0].overdue"));
        assertEquals(ESTIMATE, paidOfEstimate());
    }

    @Test
    void aPartGoesToTheConfirmedPremiumFirstAndIsOwedAgainWhenItIsTakenBack() {
        handOver();
        ObjectNode part = collected(1_385_600 + 100_000);
        send(part);
        await().until(() -> paidOfEstimate() == 100_000);
        assertEquals("PARTLY_PAID", shown().getString("state"));
        ObjectNode rest = collected(WHOLE - 1_485_600);
        send(rest);
        awaitState("SETTLED");
        ObjectNode reversal =
                (ObjectNode) PublishedEvents.exampleTree("kr.gosan.payment.arrears-collection-reversed.v1");
        ObjectNode data = (ObjectNode) reversal.path("data");
        ofThis(reversal);
        data.put("collectionId", UUID.randomUUID().toString());
        data.set("items", rest.at("/data/items").deepCopy());
        send(reversal);
        send(again(reversal));
        awaitState("PARTLY_PAID");
        assertEquals(WHOLE - 1_485_600, shown().getLong("slips[0].overdue"));
        assertEquals(100_000, paidOfEstimate());
    }

    @Test
    void whatIsTakenBackIsPaidAtTheBankWithItsDiscount() {
        handOver();
        await().until(() -> shown().get("slips[0].overdue") != null);
        takeBack();
        await().until(() -> shown().get("slips[0].overdue") == null);
        assertEquals("PARTLY_PAID", shown().getString("state"));
        pay("IA", 6_119_640, "2022-03-31");
        awaitState("SETTLED");
        assertEquals(ESTIMATE, paidOfEstimate());
    }

    @Test
    void theDiscountOfASlipPaidLateIsStillOwed() {
        pay("IA", 6_119_640, "2022-04-01");
        awaitState("SETTLED");
        send(moved("arrears-handed-over", 146_560));
        awaitState("PARTLY_PAID");
        assertEquals(ESTIMATE - 146_560, paidOfEstimate());
        send(collected(146_560));
        awaitState("SETTLED");
        assertEquals(ESTIMATE, paidOfEstimate());
    }

    @Test
    void whatALaterReturnMadeNobodyOweIsSettledAndNotPaid() {
        handOver();
        send(collected(1_385_600 + 1_000_000));
        await().until(() -> paidOfEstimate() == 1_000_000);
        ObjectNode settled = reduced("SETTLED", 3_885_600, 3_885_600);
        send(settled);
        send(again(settled));
        awaitState("SETTLED");
        assertEquals(1_000_000, paidOfEstimate());
    }

    @Test
    void whatAnOverpaymentPaidOfItCountsAsPaid() {
        handOver();
        send(reduced("OFFSET", WHOLE, 0));
        awaitState("SETTLED");
        assertEquals(ESTIMATE, paidOfEstimate());
    }

    @Test
    void aSurchargeThatAnOverpaymentPaidIsNotOwedAnyMore() {
        ObjectNode handedOver = moved("arrears-handed-over", WHOLE);
        ((ObjectNode) handedOver.at("/data/funds/0")).put("surcharge", 5_000);
        send(handedOver);
        send(collected(WHOLE));
        await().until(() -> Integer.valueOf(5_000).equals(shown().get("slips[0].overdue")));
        assertEquals("PARTLY_PAID", shown().getString("state"));
        ObjectNode offset = reduced("OFFSET", 0, 0);
        ((ObjectNode) offset.at("/data/funds/0")).put("surcharge", 5_000);
        send(offset);
        send(again(offset));
        awaitState("SETTLED");
    }

    @Test
    void aSlipOfACorrectionHasToBePaidTooAndItsEstimateCounts() {
        pay("IA", 6_119_640, "2022-03-15");
        awaitState("SETTLED");
        String adjustment = UUID.randomUUID().toString();
        ObjectNode slip = correction("slip-issued", adjustment);
        ((ObjectNode) slip.path("data"))
                .put("slipId", UUID.randomUUID().toString())
                .put("payable", 110)
                .put("correctionNo", 1);
        ((ObjectNode) slip.at("/data/funds/0"))
                .put("confirmedAdditional", 100)
                .put("estimate", 0)
                .put("lumpSumDiscount", 0)
                .put("charge", 10);
        send(slip);
        awaitState("PARTLY_PAID");
        assertEquals(adjustment, shown().getString("slips[2].adjustmentId"));
        ObjectNode payment = correction("payment-received", adjustment);
        ((ObjectNode) payment.path("data"))
                .put("paymentId", UUID.randomUUID().toString())
                .put("amount", 110);
        send(payment);
        awaitState("SETTLED");
        assertNull(shown().getString("slips[0].adjustmentId"));
    }

    @Test
    void whatIsTooSmallToCollectIsNotOwedAndNotPaid() {
        ObjectNode dropped = (ObjectNode) PublishedEvents.exampleTree("kr.gosan.payment.small-amount-dropped.v1");
        ofThis(dropped);
        ((ObjectNode) dropped.path("data")).put("returnId", returnId).put("insurance", "IA");
        send(dropped);
        awaitState("SETTLED");
        assertEquals("DROPPED", shown().getString("slips[0].ended"));
        assertEquals(0, paidOfEstimate());
    }

    private void handOver() {
        send(moved("arrears-handed-over", WHOLE));
    }

    private void takeBack() {
        send(moved("arrears-taken-back", WHOLE));
    }

    private ObjectNode moved(String type, long principal) {
        ObjectNode event = about(type);
        ArrayNode funds = (ArrayNode) event.at("/data/funds");
        funds.remove(1);
        ((ObjectNode) funds.get(0)).put("fund", FUND).put("principal", principal);
        return event;
    }

    private ObjectNode reduced(String reason, long amount, long ofEstimate) {
        ObjectNode event = about("arrears-reduced");
        ((ObjectNode) event.path("data"))
                .put("reason", reason)
                .put("causeId", UUID.randomUUID().toString());
        ((ObjectNode) event.at("/data/funds/0")).put("amount", amount).put("ofEstimate", ofEstimate);
        return event;
    }

    private ObjectNode collected(long premium) {
        ObjectNode event = (ObjectNode) PublishedEvents.exampleTree("kr.gosan.payment.arrears-collected.v1");
        ofThis(event);
        ((ObjectNode) event.path("data")).put("collectionId", UUID.randomUUID().toString());
        event.at("/data/items")
                .forEach(item -> ((ObjectNode) item).put("originId", returnId).put("returnId", returnId));
        ((ObjectNode) event.at("/data/items/0")).put("amount", premium);
        return event;
    }

    private void pay(String insurance, long amount, String on) {
        ObjectNode event = about("payment-received");
        ((ObjectNode) event.path("data"))
                .put("insurance", insurance)
                .put("paymentId", UUID.randomUUID().toString())
                .put("amount", amount)
                .put("paidOn", on);
        send(event);
    }

    private ObjectNode correction(String type, String adjustment) {
        ObjectNode event = about(type);
        ((ObjectNode) event.path("data")).put("debtKind", "CORRECTION").put("originId", adjustment);
        return event;
    }

    /** The published example, told about the IA slip of our return. */
    private ObjectNode about(String type) {
        ObjectNode event = (ObjectNode) PublishedEvents.exampleTree("kr.gosan.payment." + type + ".v1");
        ofThis(event);
        ((ObjectNode) event.path("data"))
                .put("originId", returnId)
                .put("returnId", returnId)
                .put("insurance", "IA")
                .put("period", 0);
        return event;
    }

    private void ofThis(ObjectNode event) {
        event.put("id", UUID.randomUUID().toString()).put("subject", company.workplace.digits());
        ((ObjectNode) event.path("data")).put("managementNo", company.workplace.digits());
    }

    private static ObjectNode again(ObjectNode event) {
        return event.deepCopy().put("id", UUID.randomUUID().toString());
    }

    private void send(JsonNode event) {
        TestKafka.send(TestKafka.topic("payment"), company.workplace.digits(), event.toString());
    }

    private void awaitState(String state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state.equals(shown().getString("state")));
    }

    private long paidOfEstimate() {
        return company.request()
                .get("/premium/v1/returns/prefill?managementNo=" + company.workplace + "&insuranceYear=2022")
                .jsonPath()
                .getLong("previousEstimate.industrialAccident.paid");
    }

    private JsonPath shown() {
        return company.request().get("/premium/v1/returns/" + returnId).jsonPath();
    }
}
