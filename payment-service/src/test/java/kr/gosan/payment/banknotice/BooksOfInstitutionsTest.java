package kr.gosan.payment.banknotice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each institution numbers its own movements, and takes back nobody else's. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class BooksOfInstitutionsTest {

    private static final long PAYABLE = 3_134_800;
    private static final long ACCIDENT = 6_119_640;
    private static final String NOON = "2022-03-30T12:00:00+09:00";

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    private final String transaction = UUID.randomUUID().toString();
    private TestEmployer employer;
    private UUID returnId;
    private String number;
    private String accident;

    @BeforeEach
    void twoSlipsAreOpen() {
        employer = TestEmployer.known();
        var filed = Filings.atOnce(employer.workplace);
        returnId = filed.returnId();
        JsonPath slips = employer.files(filed, 2, mapper);
        number = slips.getString("items.find { it.insurance == 'EI' }.ePaymentNo");
        accident = slips.getString("items.find { it.insurance == 'IA' }.ePaymentNo");
    }

    @ParameterizedTest
    @CsvSource({"giro, COUNTER", "card, COUNTER", "giro, CREDIT_CARD", "card, GIRO"})
    void nobodyTakesBackWhatAnotherTook(String other, String channel) {
        outcome("ACCEPTED", TestBank.sends(TestBank.notice(transaction, number, PAYABLE, NOON, channel)));
        outcome("REVERSAL_AHEAD", signed(other, reversal("R-" + transaction, null, "\"amount\":" + PAYABLE + ",")));
        assertEquals("PAID", state("EI"));
        assertAgrees();
    }

    @ParameterizedTest
    @CsvSource({"giro, COUNTER", "card, GIRO"})
    void aReversalPlantedByAnotherSwallowsNoPayment(String other, String channel) {
        outcome("REVERSAL_AHEAD", signed(other, reversal("R-" + transaction, null, "")));
        outcome("ACCEPTED", TestBank.sends(TestBank.notice(transaction, number, PAYABLE, NOON, channel)));
        assertAgrees();
    }

    @Test
    void whoeverTookThePaymentTakesItBack() {
        String notice = TestBank.notice(transaction, number, PAYABLE, NOON, "CREDIT_CARD");
        outcome("ACCEPTED", TestBank.sends(notice, TestBank.signature("card", notice)));
        outcome("REVERSED", signed("card", reversal("R-" + transaction, null, "")));
        assertEquals("ISSUED", state("EI"));
        assertAgrees();
    }

    @Test
    void giroAndTheCardNetworkMayUseTheSameNumber() {
        outcome("ACCEPTED", TestBank.sends(TestBank.notice(transaction, number, PAYABLE, NOON, "GIRO")));
        String card = TestBank.notice(transaction, accident, ACCIDENT, NOON, "CREDIT_CARD");
        outcome("ACCEPTED", TestBank.sends(card));
        assertEquals(
                TestBank.sends(card).jsonPath().getString("paymentId"),
                TestBank.sends(card).jsonPath().getString("paymentId"));
        outcome("REVERSED", signed("bank-woori", reversal("R-" + transaction, "CARD", "")));
        assertEquals("PAID", state("EI"));
        assertEquals("ISSUED", state("IA"));
        assertAgrees();
    }

    @Test
    void aBankSaysWhoseNumberItMeansWhereThatIsNotClear() {
        assertInstitutionRequired(signed("bank-woori", reversal("R-" + transaction, null, "")));
        outcome("ACCEPTED", TestBank.sends(TestBank.notice(transaction, number, PAYABLE, NOON, "GIRO")));
        outcome("ACCEPTED", TestBank.sends(TestBank.notice(transaction, accident, ACCIDENT, NOON, "COUNTER")));
        assertInstitutionRequired(signed("bank-woori", reversal("R-" + transaction, null, "")));
        outcome("REVERSED", signed("bank-woori", reversal("R-" + transaction, "BANK_WOORI", "")));
        assertEquals("PAID", state("EI"));
        assertEquals("ISSUED", state("IA"));
    }

    @ParameterizedTest
    @CsvSource({"50000, 2022-03-31T09:30:00+09:00, AMOUNT_DIFFERS", "3134800, 2022-03-29T23:59:59+09:00, BEFORE_PAYMENT"
    })
    void aReversalAheadThatDoesNotFitItsPaymentIsRefusedWhenThatComes(long amount, String at, String fault) {
        String wrong = """
                {"kind":"REVERSAL","institution":"GIRO","bankTransactionId":"R-%s","originalTransactionId":"%s","amount":%d,"reversedAt":"%s"}""".formatted(transaction, transaction, amount, at);
        outcome("REVERSAL_AHEAD", TestBank.sends(wrong));
        outcome("ACCEPTED", TestBank.sends(TestBank.notice(transaction, number, PAYABLE, NOON, "GIRO")));
        assertEquals("PAID", state("EI"));
        assertEquals(
                1,
                rows.number(
                        "select count(*) from bank_notice back join bank_notice paid on paid.notice_id = back.original_notice_id"
                                + " where back.bank_transaction_id = ? and back.outcome = 'REVERSAL_REFUSED'"
                                + " and back.detail = ? and paid.bank_transaction_id = ?",
                        "R-" + transaction,
                        fault,
                        transaction));
        Response again = TestBank.sends(wrong);
        assertEquals(409, again.statusCode(), again.asString());
        assertTrue(again.jsonPath().getString("title").contains(fault), again.asString());
        // Told right it is taken, under whichever number.
        outcome("REVERSED", signed("giro", reversal("R-" + transaction, "GIRO", "\"amount\":" + PAYABLE + ",")));
        assertEquals("ISSUED", state("EI"));
        assertAgrees();
    }

    @Test
    void aReversalAheadThatFitsCountsWhateverOtherIsThere() {
        outcome("REVERSAL_AHEAD", signed("giro", reversal("R1-" + transaction, null, "\"amount\":50000,")));
        outcome("REVERSAL_AHEAD", signed("giro", reversal("R2-" + transaction, null, "\"amount\":3134800,")));
        outcome("ALREADY_REVERSED", signed("giro", reversal("R3-" + transaction, null, "\"amount\":3134800,")));
        outcome("REVERSED_BEFORE", TestBank.sends(TestBank.notice(transaction, number, PAYABLE, NOON, "GIRO")));
        assertEquals("ISSUED", state("EI"));
        assertAgrees();
    }

    private String reversal(String id, String institution, String amount) {
        return """
                {"kind":"REVERSAL",%s"bankTransactionId":"%s","originalTransactionId":"%s",%s"reversedAt":"2022-03-31T09:30:00+09:00"}""".formatted(
                        institution == null ? "" : "\"institution\":\"" + institution + "\",", id, transaction, amount);
    }

    private static Response signed(String institution, String body) {
        return TestBank.sends(body, TestBank.signature(institution, body));
    }

    private static void outcome(String expected, Response answer) {
        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals(expected, answer.jsonPath().getString("outcome"), answer.asString());
    }

    private static void assertInstitutionRequired(Response answer) {
        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals("/institution", answer.jsonPath().getString("errors[0].pointer"), answer.asString());
    }

    private String state(String insurance) {
        return employer.slips(returnId).getString("items.find { it.insurance == '" + insurance + "' }.state");
    }

    private void assertAgrees() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity.prettify());
    }
}
