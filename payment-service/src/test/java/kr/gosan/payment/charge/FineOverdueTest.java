package kr.gosan.payment.charge;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fine of 1,000,000 won that nobody paid by its due date. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class FineOverdueTest {

    @Inject
    SurchargeFines surchargeFines;

    private TestEmployer employer;
    private String fine;
    private LocalDate due;

    @BeforeEach
    void aFineIsDueInMay() {
        employer = TestEmployer.known();
        employer.livesOn(LocalDate.of(2026, 3, 2));
        JsonPath assessed = posts(
                        "/payment/v1/fines", FineRequest.EXAMPLE.replace("123-45-67891-6", employer.workplace.digits()))
                .jsonPath();
        fine = assessed.getString("charge.chargeId");
        due = LocalDate.parse(assessed.getString("charge.dueDate"));
    }

    @Test
    void onItsDueDateNothingIsAdded() {
        employer.livesOn(due);
        surchargeFines.everywhere();
        assertEquals(1_000_000, slip().getInt("payable"));
        assertNull(employer.reads("/payment/v1/fines").get("items[0].surcharge"));
    }

    @Test
    void afterItsDueDateItIsPaidWithWhatIsAddedByAnotherSlip() {
        JsonPath first = slip();
        employer.livesOn(due.plusDays(1));
        surchargeFines.everywhere();
        surchargeFines.everywhere();
        JsonPath second = slip();
        assertEquals(1_030_000, second.getInt("payable"));
        assertEquals(first.getString("slipId"), second.getString("replaces"));
        assertEquals(due.toString(), second.getString("dueDate"));
        assertEquals(due.plusMonths(1).toString(), second.getString("lastDay"));
        JsonPath surcharge = employer.reads("/payment/v1/fines");
        assertEquals(30_000, surcharge.getInt("items[0].surcharge.amount"));
        assertEquals(due.plusMonths(1).toString(), surcharge.getString("items[0].surcharge.until"));
        assertTrue(surcharge.getString("items[0].surcharge.trace").contains("질서위반행위규제법 §24①"));
        assertEquals(
                1_030_000,
                employer.reads("/payment/v1/arrears").getInt("totals.find { it.insurance == 'IA' }.total"),
                "it is overdue");
        assertEquals(1_030_000, certificate().jsonPath().getInt("arrears[0].items.FINE"));
        assertEquals("SLIP_CANCELLED", pays(first, 1_000_000));
        assertEquals("ACCEPTED", pays(second, 1_030_000));
        assertEquals(0, balance("FINE_DUE"));
        assertEquals(-1_030_000, balance("FINE"));
        assertEquals(201, certificate().statusCode());
        agrees();
    }

    @Test
    void itGrowsEachMonthUntilItIsPaid() {
        employer.livesOn(due.plusDays(1));
        surchargeFines.everywhere();
        employer.livesOn(due.plusMonths(1));
        surchargeFines.everywhere();
        assertEquals(1_030_000, slip().getInt("payable"));
        employer.livesOn(due.plusMonths(1).plusDays(1));
        surchargeFines.everywhere();
        assertEquals(1_042_000, slip().getInt("payable"));
        // nobody looked for two months
        employer.livesOn(due.plusMonths(3).plusDays(1));
        surchargeFines.everywhere();
        assertEquals(1_066_000, slip().getInt("payable"));
        assertEquals(1_066_000, balance("FINE_DUE"));
        assertEquals("ACCEPTED", pays(slip(), 1_066_000));
        surchargeFines.everywhere();
        assertEquals("PAID", slip().getString("state"));
        agrees();
    }

    @Test
    void aFineThatIsTakenBackTakesWhatWasAddedWithIt() {
        employer.livesOn(due.plusDays(1));
        surchargeFines.everywhere();
        assertEquals(
                200,
                posts("/payment/v1/fines/" + fine + "/cancellation", "{\"reason\":\"사실 확인 결과 취소\"}")
                        .statusCode());
        assertEquals(0, balance("FINE_DUE"));
        assertEquals(0, balance("FINE"));
        agrees();
    }

    private String pays(JsonPath slip, long amount) {
        return TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(),
                        slip.getString("ePaymentNo"),
                        amount,
                        LocalDate.parse(today()) + "T14:05:09+09:00",
                        "INTERNET_BANKING"))
                .jsonPath()
                .getString("outcome");
    }

    private String today() {
        return employer.asks()
                .get("/payment/v1/workplaces/" + employer.workplace.digits())
                .jsonPath()
                .getString("today");
    }

    /** The slip that counts. */
    private JsonPath slip() {
        JsonPath slips = employer.reads("/payment/v1/slips");
        slips.setRootPath("items.find { it.state != 'CANCELLED' }");
        return slips;
    }

    private Response certificate() {
        return employer.asks()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(
                        "{\"managementNo\":\"%s\",\"insurances\":[\"EI\",\"IA\"],\"purpose\":\"PUBLIC_CONTRACT\",\"submittedTo\":\"조달청\"}"
                                .formatted(employer.workplace.digits()))
                .post("/payment/v1/payment-certificates");
    }

    private static Response posts(String path, String body) {
        return given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private long balance(String account) {
        return employer
                .reads("/payment/v1/ledger")
                .<Integer>getList("balances.findAll { it.account == '" + account + "' }.balance")
                .stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private void agrees() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity.prettify());
    }
}
