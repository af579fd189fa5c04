package kr.gosan.payment.virtualaccount;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Corrections;
import kr.gosan.payment.testing.Corrections.Change;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deposits that name the account they went to, as both banks tell and ask of them. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class VirtualAccountDepositTest {

    private static final long PAYABLE = 3_134_800;
    private static final String NOON = "2022-03-30T12:00:00+09:00";

    @Inject
    RefillPool refill;

    @Inject
    Rows rows;

    @Inject
    ObjectMapper mapper;

    private final String transaction = UUID.randomUUID().toString();
    private TestEmployer employer;
    private FiledReturn filed;
    private String woori;
    private String hana;

    @BeforeEach
    void aSlipWithTwoAccountsIsOpen() {
        refill.run();
        employer = TestEmployer.known();
        filed = Filings.atOnce(employer.workplace);
        JsonPath slips = employer.files(filed, 2, mapper);
        woori = slips.getString(
                "items.find { it.insurance == 'EI' }.virtualAccounts.find { it.bank == '우리은행' }.accountNo");
        hana = slips.getString(
                "items.find { it.insurance == 'EI' }.virtualAccounts.find { it.bank == '하나은행' }.accountNo");
    }

    @AfterEach
    void allBooksAgree() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity::prettify);
    }

    @Test
    void aDepositIsInTheBooksOfTheBankWhoseAccountItIs() {
        outcome("ACCEPTED", deposits(transaction, hana, PAYABLE, NOON));
        assertEquals(
                1,
                rows.number(
                        "select count(*) from bank_notice where bank_transaction_id = ? and institution = 'BANK_HANA'",
                        transaction));
        assertEquals("PAID", state());
    }

    @Test
    void eachAccountTakesOneDepositWhateverBecameOfIt() {
        outcome("WRONG_AMOUNT", deposits(transaction, woori, 10, NOON));
        assertEquals("VIRTUAL_ACCOUNT_USED", asks(woori).getString("items[0].refusal.code"));
        assertNull(asks(hana).get("items[0].refusal"));
        JsonPath again = outcome("CHANNEL_REFUSED", deposits("2-" + transaction, woori, PAYABLE, NOON));
        assertEquals("VIRTUAL_ACCOUNT_USED", again.getString("refusal"));
        outcome("ACCEPTED", deposits("3-" + transaction, hana, PAYABLE, NOON));
    }

    @Test
    void aDepositThatWasTakenBackLeavesItsAccountFree() {
        outcome("WRONG_AMOUNT", deposits(transaction, woori, 10, NOON));
        outcome("SUSPENSE_REVERSED", TestBank.sends("""
                {"kind":"REVERSAL","bankTransactionId":"R-%s","originalTransactionId":"%s","reversedAt":"2022-03-30T13:00:00+09:00"}""".formatted(transaction, transaction)));
        assertNull(asks(woori).get("items[0].refusal"));
        outcome("ACCEPTED", deposits("2-" + transaction, woori, PAYABLE, "2022-03-30T14:00:00+09:00"));
    }

    @Test
    void aDepositToTheAccountOfAReplacedSlipIsToldWhichTookItsPlace() throws JsonProcessingException {
        employer.tell(
                "premium",
                "kr.gosan.premium.premium-adjusted.v1",
                UUID.randomUUID().toString(),
                mapper.writeValueAsString(new Corrections(filed)
                        .of(LocalDate.of(2022, 3, 21), new Change(Fund.STABILITY, 10_000, 0, 0))));
        await().until(() -> renewed() != null);
        String renewed = renewed();
        // Made before the slip was replaced, told after it.
        JsonPath old = outcome("SLIP_CANCELLED", deposits(transaction, woori, PAYABLE, "2022-03-18T12:00:00+09:00"));
        assertEquals(renewed, old.getString("replacedBy"));
        outcome(
                "BEFORE_ISSUE",
                TestBank.sends(TestBank.notice(
                        "2-" + transaction, renewed, PAYABLE + 10_000, "2022-03-18T12:00:00+09:00", "COUNTER")));
        outcome(
                "ACCEPTED",
                TestBank.sends(TestBank.notice("3-" + transaction, renewed, PAYABLE + 10_000, NOON, "COUNTER")));
    }

    @Test
    void whatWasPaidUnderAnEarlierNumberMaySettleTheSlipThatTookItsPlace() throws JsonProcessingException {
        employer.tell(
                "premium",
                "kr.gosan.premium.premium-adjusted.v1",
                UUID.randomUUID().toString(),
                mapper.writeValueAsString(new Corrections(filed)
                        .of(LocalDate.of(2022, 3, 21), new Change(Fund.STABILITY, 10_000, 0, 0))));
        await().until(() -> renewed() != null);
        String money = outcome(
                        "SLIP_CANCELLED", deposits(transaction, woori, PAYABLE + 10_000, "2022-03-18T12:00:00+09:00"))
                .getString("noticeId");
        Response applied = given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"way\":\"SLIP\",\"ePaymentNo\":\"" + renewed() + "\",\"reason\":\"replaced\"}")
                .post("/payment/v1/suspense/" + money + "/resolutions");
        assertEquals(201, applied.statusCode(), applied.asString());
    }

    @Test
    void aDepositToAClosedSlipIsForWhoeverCollectsItNow() {
        given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"managementNo\":\"" + employer.workplace.digits() + "\",\"on\":\"2022-04-01\"}")
                .post("/payment/v1/arrears-hand-overs")
                .then()
                .statusCode(200);
        assertEquals("CLOSED", state());
        outcome("SLIP_CLOSED", deposits(transaction, woori, PAYABLE, "2022-04-01T12:00:00+09:00"));
        assertEquals("CLOSED", state());
    }

    private String renewed() {
        return employer.slips(filed.returnId())
                .getString("items.find { it.insurance == 'EI' && it.replaces != null }.ePaymentNo");
    }

    private String state() {
        return employer.slips(filed.returnId()).getString("items.find { it.insurance == 'EI' }.state");
    }

    private static Response deposits(String transaction, String account, long amount, String at) {
        return TestBank.sends("""
                {"bankTransactionId":"%s","virtualAccountNo":"%s","amount":%d,"paidAt":"%s","channel":"VIRTUAL_ACCOUNT"}""".formatted(transaction, account, amount, at));
    }

    private static JsonPath asks(String account) {
        Response answer = TestBank.inquires(
                "{\"virtualAccountNo\":\"" + account + "\",\"channel\":\"VIRTUAL_ACCOUNT\",\"at\":\"" + NOON + "\"}");
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    private static JsonPath outcome(String expected, Response answer) {
        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals(expected, answer.jsonPath().getString("outcome"), answer.asString());
        return answer.jsonPath();
    }
}
