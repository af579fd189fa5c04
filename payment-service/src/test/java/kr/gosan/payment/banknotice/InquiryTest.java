package kr.gosan.payment.banknotice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class InquiryTest {

    private static final long PAYABLE = 3_134_800;

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    private TestEmployer employer;
    private String number;

    @BeforeEach
    void twoSlipsAreOpen() {
        employer = TestEmployer.known();
        number = employer.files(Filings.atOnce(employer.workplace), 2, mapper)
                .getString("items.find { it.insurance == 'EI' }.ePaymentNo");
    }

    @Test
    void aCardPaysAFeeOnTop() {
        JsonPath slip = slip("\"ePaymentNo\":\"" + number + "\"", "CREDIT_CARD", "2022-03-31T23:59:59+09:00");
        assertEquals(PAYABLE, slip.getLong("payable"));
        assertEquals(25_078, slip.getLong("fee"));
        assertEquals(PAYABLE + 25_078, slip.getLong("total"));
        assertEquals("2022-03-31", slip.getString("lastDay"));
        assertNull(slip.get("refusal"));
    }

    @Test
    void aMobileFeeIsToldBetweenItsBounds() {
        JsonPath slip = slip("\"ePaymentNo\":\"" + number + "\"", "MOBILE", "2022-03-31T12:00:00+09:00");
        assertNull(slip.get("fee"));
        assertEquals(110, slip.getLong("feeAtLeast"));
        assertEquals(1_100, slip.getLong("feeAtMost"));
        assertEquals("NO_MOBILE_NOTICE", slip.getString("refusal.code"));
    }

    @Test
    void theRefusalComesBeforeTheMoneyWithItsReasonAndSource() {
        JsonPath slip = slip("\"ePaymentNo\":\"" + number + "\"", "GIRO", "2022-03-31T23:30:00+09:00");
        assertEquals("OUTSIDE_HOURS", slip.getString("refusal.code"));
        assertFalse(slip.getString("refusal.reason").isBlank());
        assertTrue(slip.getString("refusal.source").contains("인터넷지로"));
        JsonPath late = slip("\"ePaymentNo\":\"" + number + "\"", "GIRO", "2022-04-01T12:00:00+09:00");
        assertEquals("AFTER_LAST_DAY", late.getString("refusal.code"));
    }

    @Test
    void aWorkplaceNumberLeadsToEverythingThatIsOpen() {
        String workplace = "\"managementNo\":\"" + employer.workplace.digits() + "\"";
        JsonPath both = ask(workplace, "INTERNET_BANKING", "2022-03-31T12:00:00+09:00");
        assertEquals(
                List.of("EI", "IA"),
                both.getList("items.insurance").stream().sorted().toList());
        TestBank.sends(TestBank.notice(number, PAYABLE));
        JsonPath one = ask(workplace, "INTERNET_BANKING", "2022-03-31T12:00:00+09:00");
        assertEquals(List.of("IA"), one.getList("items.insurance"));
    }

    @Test
    void aPaidSlipSaysSo() {
        TestBank.sends(TestBank.notice(number, PAYABLE));
        JsonPath slip = slip("\"ePaymentNo\":\"" + number + "\"", "GIRO", "2022-03-31T12:00:00+09:00");
        assertEquals("ALREADY_PAID", slip.getString("refusal.code"));
    }

    @Test
    void anotherAmountThanTheSlipsIsRefused() {
        JsonPath slip = ask("\"amount\":10,\"ePaymentNo\":\"" + number + "\"", "GIRO", "2022-03-31T12:00:00+09:00");
        assertEquals("AMOUNT_DIFFERS", slip.getString("items[0].refusal.code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ePaymentNo\":\"000000000000000000\"", "\"virtualAccountNo\":\"99999999999999\""})
    void aNumberOfNobodyLeadsNowhere(String unknown) {
        assertEquals(
                List.of(),
                ask(unknown, "VIRTUAL_ACCOUNT", "2022-03-31T12:00:00+09:00").getList("items"));
    }

    @Test
    void aVirtualAccountIsAskedForByItsOwnChannel() {
        var answer = TestBank.inquires("{\"virtualAccountNo\":\"99999999999999\",\"channel\":\"GIRO\"}");
        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals("channel-not-of-number", answer.jsonPath().getString("errors[0].code"));
    }

    @Test
    void aFeeThatIsToldIsTheOneThatIsDue() {
        String what = "\"ePaymentNo\":\"" + number + "\",\"fee\":";
        String noon = "2022-03-31T12:00:00+09:00";
        assertNull(slip(what + 25_078, "CREDIT_CARD", noon).get("refusal"));
        assertEquals("FEE_DIFFERS", slip(what + 25_077, "CREDIT_CARD", noon).getString("refusal.code"));
        assertEquals("FEE_ABOVE_CAP", slip(what + 31_349, "CREDIT_CARD", noon).getString("refusal.code"));
    }

    @Test
    void exactlyOneNumberIsAskedFor() {
        for (String body : List.of(
                "{\"channel\":\"GIRO\"}",
                "{\"channel\":\"GIRO\",\"ePaymentNo\":\"000000000000000000\",\"virtualAccountNo\":\"99999999999999\"}")) {
            assertEquals(400, TestBank.inquires(body).statusCode());
        }
    }

    @Test
    void askingLeavesNothing() {
        long before = rows.number("select count(*) from bank_notice");
        ask("\"ePaymentNo\":\"" + number + "\"", "GIRO", "2022-03-31T12:00:00+09:00");
        assertEquals(before, rows.number("select count(*) from bank_notice"));
    }

    @Test
    void anUnsignedInquiryIsNotRead() {
        assertEquals(
                403,
                TestBank.posts("/payment/v1/bank-inquiries", "x", TestBank.signature("y"))
                        .statusCode());
    }

    private static JsonPath slip(String what, String channel, String at) {
        JsonPath answer = ask(what, channel, at);
        assertEquals(1, answer.getList("items").size(), answer.prettify());
        return answer.setRootPath("items[0]");
    }

    private static JsonPath ask(String what, String channel, String at) {
        return TestBank.inquires("{%s,\"channel\":\"%s\",\"at\":\"%s\"}".formatted(what, channel, at))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
