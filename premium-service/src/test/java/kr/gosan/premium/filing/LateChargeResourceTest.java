package kr.gosan.premium.filing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.extension.DeadlineExtensionResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slips of the documented example: 6,119,640 won with 146,560 of discount, 3,134,800 with 70,200; due 2022-03-31. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class LateChargeResourceTest {

    private TestCompany company;
    private String returnId;

    @BeforeEach
    void aFiledReturn() {
        company = TestCompany.inMarch2022();
        returnId = company.file(company.content()).jsonPath().getString("id");
    }

    @Test
    void onTheLastDayNothingIsChargedAndOnTheNextTheDiscountIsOwedToo() {
        JsonPath lastDay = on("2022-03-31");
        assertEquals(0, lastDay.getInt("lateCharge"));
        assertEquals(9_254_440, lastDay.getInt("unpaid"));
        assertEquals(0, lastDay.getInt("slips[0].parts[0].daysLate"));
        JsonPath next = on("2022-04-01");
        assertEquals(returnId, next.getString("returnId"));
        assertEquals(146_560, next.getInt("slips[0].lostDiscount"));
        assertEquals(6_266_200, next.getInt("slips[0].unpaid"));
        // 6,266,200 × 1/1500 = 4,177.47; 3,205,000 × 1/1500 = 2,136.67
        assertEquals(4_170, next.getInt("slips[0].lateCharge"));
        assertEquals(2_130, next.getInt("slips[1].lateCharge"));
        assertEquals(6_300, next.getInt("lateCharge"));
        assertEquals(1, next.getInt("slips[0].parts[0].daysLate"));
        assertEquals("ia.period-0.late-charge.unpaid", next.getString("slips[0].parts[0].trace.step"));
        assertEquals(5, next.getList("slips[0].parts[0].trace.parameters").size());
    }

    @Test
    void withoutADayItIsTodayAtTheWorkplace() {
        company.on("2022-04-30");
        JsonPath today = shown(company.request(), "");
        assertEquals("2022-04-30", today.getString("on"));
        // 6,266,200 × 30/1500 = 125,324
        assertEquals(125_320, today.getInt("slips[0].lateCharge"));
    }

    @Test
    void aLatePaymentIsChargedUpToItsDayAndTheLostDiscountOn() {
        pay("IA", 6_119_640, "2022-04-05");
        await().until(() -> on("2022-04-30").getInt("slips[0].paid") == 6_119_640);
        JsonPath after = on("2022-04-30");
        assertEquals(146_560, after.getInt("slips[0].unpaid"));
        // 6,119,640 × 5/1500 = 20,398.80; 146,560 × 30/1500 = 2,931.20
        assertEquals(List.of(20_390, 2_930), after.getList("slips[0].parts.lateCharge", Integer.class));
        assertEquals("2022-04-05", after.getString("slips[0].parts[0].paidOn"));
        assertNull(after.get("slips[0].parts[1].paidOn"));
        assertEquals(0, on("2022-04-04").getInt("slips[0].paid"), "as it stood the day before");
    }

    @Test
    void anExtensionThatStopsLateChargesMovesTheirFirstDay() {
        extend(true);
        JsonPath lastDay = on("2022-06-30");
        assertEquals(0, lastDay.getInt("lateCharge"));
        assertEquals("2022-06-30", lastDay.getString("slips[0].dueDate"));
        assertEquals("2022-06-30", lastDay.getString("slips[0].chargedAfter"));
        assertEquals("2022-03-31", lastDay.getString("slips[0].statutoryDueDate"));
        assertEquals(6_300, on("2022-07-01").getInt("lateCharge"));
    }

    @Test
    void anExtensionThatDoesNotStopThemKeepsTheDiscountOnly() {
        extend(false);
        JsonPath first = on("2022-04-01");
        assertEquals("2022-06-30", first.getString("slips[0].dueDate"));
        assertEquals("2022-03-31", first.getString("slips[0].chargedAfter"));
        assertEquals(0, first.getInt("slips[0].lostDiscount"));
        // 6,119,640 × 1/1500 = 4,079.76
        assertEquals(4_070, first.getInt("slips[0].lateCharge"));
    }

    @Test
    void anOperatorReadsItAndAStrangerDoesNot() {
        assertEquals(6_300, shown(as(Tokens.operator()), "?on=2022-04-01").getInt("lateCharge"));
        assertEquals(403, as(Tokens.stranger()).get(path(returnId)).statusCode());
    }

    @Test
    void whatHasNoChargesIsRefusedByName() {
        Response outside = company.request().get(path(returnId) + "?on=2050-01-01");
        assertEquals(422, outside.statusCode());
        assertTrue(outside.jsonPath().getString("type").endsWith("calendar-not-covered"), outside.asString());
        assertEquals(
                400, company.request().get(path(returnId) + "?on=yesterday").statusCode());
        assertEquals(
                404, company.request().get(path(UUID.randomUUID().toString())).statusCode());
    }

    @Test
    void aDraftHasNoCharges() {
        TestCompany other = TestCompany.inMarch2022();
        String draft = other.request(UUID.randomUUID().toString())
                .body(other.content().toString())
                .post("/premium/v1/returns")
                .jsonPath()
                .getString("id");
        assertEquals(404, other.request().get(path(draft)).statusCode());
    }

    private JsonPath on(String day) {
        return shown(company.request(), "?on=" + day);
    }

    private JsonPath shown(RequestSpecification request, String query) {
        Response response = request.get(path(returnId) + query);
        assertEquals(200, response.statusCode(), response.asString());
        return response.jsonPath();
    }

    private static String path(String id) {
        return "/premium/v1/returns/" + id + "/late-charges";
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    private void extend(boolean stopsLateCharge) {
        ObjectNode body = TestReturns.tree(DeadlineExtensionResource.EXAMPLE).deepCopy();
        body.remove("districts");
        body.put("scope", "WORKPLACES").put("extendedTo", "2022-06-30").put("stopsLateCharge", stopsLateCharge);
        body.putArray("managementNos").add(company.workplace.digits());
        Response declared = as(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.toString())
                .post("/premium/v1/deadline-extensions");
        assertEquals(201, declared.statusCode(), declared.asString());
    }

    private void pay(String insurance, long amount, String day) {
        ObjectNode event = (ObjectNode) PublishedEvents.exampleTree("kr.gosan.payment.payment-received.v1");
        event.put("id", UUID.randomUUID().toString()).put("subject", company.workplace.digits());
        ((ObjectNode) event.path("data"))
                .put("managementNo", company.workplace.digits())
                .put("returnId", returnId)
                .put("insurance", insurance)
                .put("period", 0)
                .put("paymentId", UUID.randomUUID().toString())
                .put("amount", amount)
                .put("paidOn", day);
        TestKafka.send(TestKafka.topic("payment"), company.workplace.digits(), event.toString());
    }
}
