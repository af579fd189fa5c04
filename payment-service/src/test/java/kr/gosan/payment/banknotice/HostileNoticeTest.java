package kr.gosan.payment.banknotice;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, one problem document comes back, never a 500, and nothing is kept. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class HostileNoticeTest {

    private static final String GOOD = TestBank.notice("0000-0000-00-0-0-000000", 10);

    @Inject
    Rows rows;

    private long before;

    @BeforeEach
    void count() {
        before = kept();
    }

    @AfterEach
    void nothingIsKept() {
        assertEquals(before, kept());
    }

    static Stream<Arguments> wrongBodies() {
        return Stream.of(
                Arguments.of("", Set.of(" body-required")),
                Arguments.of("x", Set.of(" json-malformed")),
                Arguments.of("null", Set.of(" body-required")),
                Arguments.of("[]", Set.of(" object-expected")),
                Arguments.of(GOOD + "x", Set.of(" json-malformed")),
                Arguments.of("[".repeat(100), Set.of(" json-malformed")),
                Arguments.of(
                        "{}",
                        Set.of(
                                "/bankTransactionId required",
                                "/ePaymentNo required",
                                "/amount required",
                                "/paidAt required",
                                "/channel required")),
                Arguments.of(with("amount", "0"), Set.of("/amount amount-not-positive")),
                Arguments.of(with("amount", "-10"), Set.of("/amount won-negative")),
                Arguments.of(with("amount", "10.5"), Set.of("/amount whole-won-expected")),
                Arguments.of(with("amount", "\"10\""), Set.of("/amount whole-won-expected")),
                Arguments.of(with("amount", "9223372036854775808"), Set.of("/amount won-too-large")),
                Arguments.of(with("ePaymentNo", "\"123\""), Set.of("/ePaymentNo e-payment-number-invalid")),
                Arguments.of(
                        with("ePaymentNo", "\"00000000000000000'\""), Set.of("/ePaymentNo e-payment-number-invalid")),
                Arguments.of(with("ePaymentNo", "null"), Set.of("/ePaymentNo required")),
                Arguments.of(
                        plus("virtualAccountNo", "\"27912345678901\""),
                        Set.of("/virtualAccountNo one-number-expected", "/channel channel-not-of-number")),
                Arguments.of(with("channel", "\"VIRTUAL_ACCOUNT\""), Set.of("/virtualAccountNo required")),
                Arguments.of(
                        GOOD.replace(
                                "\"ePaymentNo\":\"0000-0000-00-0-0-000000\"",
                                "\"virtualAccountNo\":\"27912345678901\""),
                        Set.of("/channel channel-not-of-number")),
                Arguments.of(
                        plus("virtualAccountNo", "\"279\""),
                        Set.of("/virtualAccountNo virtual-account-number-invalid", "/channel channel-not-of-number")),
                Arguments.of(plus("institution", "\"NHIS\""), Set.of("/institution institution-not-for-notices")),
                Arguments.of(plus("fee", "-1"), Set.of("/fee won-negative")),
                Arguments.of(plus("kind", "\"GIFT\""), Set.of("/kind code-unknown")),
                Arguments.of(plus("reversedAt", "\"2022-03-31T15:04:05Z\""), Set.of("/reversedAt not-of-this-kind")),
                Arguments.of(
                        "{\"kind\":\"REVERSAL\"}",
                        Set.of(
                                "/bankTransactionId required",
                                "/originalTransactionId required",
                                "/reversedAt required")),
                Arguments.of(
                        plus("kind", "\"REVERSAL\""),
                        Set.of(
                                "/originalTransactionId required",
                                "/reversedAt required",
                                "/ePaymentNo not-of-this-kind",
                                "/paidAt not-of-this-kind",
                                "/channel not-of-this-kind")),
                Arguments.of(
                        with("bankTransactionId", "\"" + "9".repeat(65) + "\""),
                        Set.of("/bankTransactionId text-too-long")),
                Arguments.of(with("bankTransactionId", "\" \""), Set.of("/bankTransactionId text-empty")),
                Arguments.of(with("bankTransactionId", "\"a\\u0000\""), Set.of("/bankTransactionId text-invalid")),
                Arguments.of(with("paidAt", "\"2022-03-31T15:04:05\""), Set.of("/paidAt time-expected")),
                Arguments.of(with("paidAt", "\"2022-02-30T15:04:05Z\""), Set.of("/paidAt time-expected")),
                Arguments.of(with("paidAt", "\"+999999999-01-01T00:00:00Z\""), Set.of("/paidAt time-expected")),
                Arguments.of(with("paidAt", "1648706645"), Set.of("/paidAt time-expected")),
                Arguments.of(with("channel", "\"PIGEON\""), Set.of("/channel code-unknown")),
                Arguments.of(GOOD.replace("}", ",\"amount\":11}"), Set.of("/amount two-values")),
                Arguments.of(
                        "{\"amount\":\"x\",\"channel\":1,\"more\":[]}",
                        Set.of(
                                "/amount whole-won-expected",
                                "/channel code-unknown",
                                "/more unknown-field",
                                "/bankTransactionId required",
                                "/ePaymentNo required",
                                "/paidAt required")));
    }

    @ParameterizedTest
    @MethodSource("wrongBodies")
    void everythingThatIsWrongIsToldAtOnce(String body, Set<String> errors) {
        Response answer = TestBank.sends(body);
        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals("application/problem+json", answer.contentType().split(";")[0]);
        Set<String> told = new HashSet<>();
        answer.jsonPath()
                .getList("errors", java.util.Map.class)
                .forEach(error -> told.add(error.get("pointer") + " " + error.get("code")));
        assertEquals(errors, told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zz", "00", "not hexadecimal at all"})
    void aMalformedSignatureFitsNothing(String signature) {
        assertRefused(TestBank.sends(GOOD, signature));
    }

    @Test
    void aMissingSignatureFitsNothing() {
        assertRefused(TestBank.sends(GOOD, null));
    }

    @Test
    void theSignatureIsOverTheBytesAsSent() {
        assertRefused(TestBank.sends(GOOD.replace(":10,", ":20,"), TestBank.signature(GOOD)));
        assertRefused(TestBank.sends(GOOD + " ", TestBank.signature(GOOD)));
    }

    @Test
    void theKeyOfTheCollectorOfArrearsSignsNoNotice() {
        assertRefused(TestBank.sends(GOOD, TestBank.signature("nhis", GOOD)));
    }

    @Test
    void giroAndTheCardNetworkTellOfTheirOwnOnly() {
        assertRefused(TestBank.sends(GOOD, TestBank.signature("card", GOOD)));
        String card = with("channel", "\"CREDIT_CARD\"");
        assertRefused(TestBank.sends(card, TestBank.signature("giro", card)));
        String other = plus("institution", "\"BANK_HANA\"");
        assertRefused(TestBank.sends(other, TestBank.signature("giro", other)));
    }

    @Test
    void anUnsignedBodyIsNotEvenRead() {
        assertRefused(TestBank.sends("x", TestBank.signature(GOOD)));
    }

    @Test
    void onlyABankMaySend() {
        for (String token : new String[] {Tokens.stranger(), Tokens.worker("w", "k")}) {
            assertEquals(403, post(token, "application/json", GOOD.getBytes()).statusCode());
        }
        assertEquals(
                401, post(Tokens.expired(), "application/json", GOOD.getBytes()).statusCode());
        assertEquals(
                401,
                post(Tokens.forAnotherAudience(), "application/json", GOOD.getBytes())
                        .statusCode());
    }

    @Test
    void onlyJsonIsTaken() {
        assertEquals(415, post(Tokens.bank(), "text/plain", GOOD.getBytes()).statusCode());
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Response answer = post(Tokens.bank(), "application/json", new byte[(1 << 20) + 1]);
        assertEquals(413, answer.statusCode());
        assertEquals("body-too-large", answer.jsonPath().getString("code"));
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        byte[] bytes = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};
        assertTrue(post(Tokens.bank(), "application/json", bytes).statusCode() < 500);
    }

    @Test
    void theProblemSpeaksKoreanUnlessEnglishIsPreferred() {
        String korean = given().auth()
                .oauth2(Tokens.bank())
                .contentType("application/json")
                .body(GOOD)
                .post("/payment/v1/bank-notices")
                .jsonPath()
                .getString("title");
        assertEquals("통지의 서명이 없거나 올바르지 않습니다.", korean);
    }

    private long kept() {
        return rows.number("select count(*) from bank_notice");
    }

    private static void assertRefused(Response answer) {
        assertEquals(403, answer.statusCode(), answer.asString());
        assertEquals("bank-signature-invalid", answer.jsonPath().getString("code"));
    }

    private static Response post(String token, String contentType, byte[] body) {
        return given().auth()
                .oauth2(token)
                .header("X-Bank-Signature", TestBank.signature("other").toUpperCase(Locale.ROOT))
                .contentType(contentType)
                .body(body)
                .post("/payment/v1/bank-notices");
    }

    private static String plus(String field, String value) {
        return GOOD.replaceAll("}$", ",\"" + field + "\":" + value + "}");
    }

    private static String with(String field, String value) {
        return GOOD.replaceAll(
                "\"" + field + "\":(\"[^\"]*\"|[0-9]+)", "\"" + field + "\":" + value.replace("\\", "\\\\"));
    }
}
