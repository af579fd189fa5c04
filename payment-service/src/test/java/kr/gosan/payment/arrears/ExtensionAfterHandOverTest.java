package kr.gosan.payment.arrears;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.payment.correction.plan.Adjustment;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Corrections;
import kr.gosan.payment.testing.Corrections.Change;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slips of the printed example, due 2022-03-31, whose day is extended to 2022-06-30 after something happened to their arrears. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class ExtensionAfterHandOverTest {

    @Inject
    ObjectMapper mapper;

    private TestEmployer employer;

    @BeforeEach
    void anEmployerIsKnown() {
        employer = TestEmployer.known();
    }

    @AfterEach
    void allBooksAgree() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity::prettify);
    }

    @Test
    void aSlipWhoseArrearsShrankIsReplacedByOneForWhatIsOpen() throws JsonProcessingException {
        employer.livesOn(LocalDate.parse("2022-04-20"));
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        handsOver("2022-04-01");
        Adjustment lower = new Corrections(filed)
                .of(LocalDate.parse("2022-04-10"), new Change(Fund.INDUSTRIAL_ACCIDENT, -100_000, 0, 0));
        employer.tell(
                "premium",
                "kr.gosan.premium.premium-adjusted.v1",
                lower.adjustmentId().toString(),
                mapper.writeValueAsString(lower));
        await().until(() -> balance("ARREARS") == 6_266_200 - 100_000 + 3_205_000);
        extend();
        String live = "items.find { it.insurance == 'IA' && it.state == 'ISSUED' }";
        await().until(() -> employer.slips(filed.returnId()).get(live) != null);
        JsonPath slips = employer.slips(filed.returnId());
        assertEquals(6_119_640 - 100_000, slips.getLong(live + ".payable"));
        assertEquals("2022-06-30", slips.getString(live + ".dueDate"));
        assertEquals(
                slips.getString("items.find { it.insurance == 'IA' && it.state == 'CANCELLED' }.slipId"),
                slips.getString(live + ".replaces"));
        pay(slips, live, "2022-04-20T12:00:00+09:00");
        assertEquals(0, balance("ARREARS"));
        assertEquals(3_205_000, balance("RECEIVABLE"), "of the other insurance");
    }

    @Test
    void aDiscountThatWasCollectedBeforeTheExtensionGrantsItIsRefunded() {
        FiledReturn filed = Filings.filedOn(LocalDate.of(2022, 4, 20), Filings.atOnce(employer.workplace));
        employer.files(filed, 2, mapper);
        pay(employer.slips(filed.returnId()), "items.find { it.insurance == 'EI' }", "2022-04-20T12:00:00+09:00");
        handsOver("2022-04-22");
        TestCollector.tells(
                        TestCollector.notice(TestCollector.number(), employer.workplace, "EI", 70_200, 0, "2022-04-30"))
                .then()
                .statusCode(200);
        assertEquals(6_266_200, balance("ARREARS"), "of the other insurance");
        extend();
        await().until(() ->
                employer.reads("/payment/v1/refunds").getList("items").size() == 1);
        assertEquals(70_200, employer.reads("/payment/v1/refunds").getInt("items[0].owed"));
        assertEquals(70_200, balance("LUMP_SUM_DISCOUNT"));
        assertEquals(-70_200, balance("REFUND_PAYABLE"));
        assertEquals(0, balance("RECEIVABLE"));
    }

    private void handsOver(String on) {
        given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"managementNo\":\"%s\",\"on\":\"%s\"}".formatted(employer.workplace.digits(), on))
                .post("/payment/v1/arrears-hand-overs")
                .then()
                .statusCode(200);
    }

    private void extend() {
        employer.tell(
                "premium",
                "kr.gosan.premium.deadline-extended.v1",
                UUID.randomUUID().toString(),
                """
                {"extensionId":"%s","scope":"WORKPLACES","managementNos":["%s"],"from":"2022-03-31","to":"2022-03-31",
                 "extendedTo":"2022-06-30","reason":"산불","stopsLateCharge":true}""".formatted(UUID.randomUUID(), employer.workplace.digits()));
    }

    private void pay(JsonPath slips, String slip, String at) {
        TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(),
                        slips.getString(slip + ".ePaymentNo"),
                        slips.getLong(slip + ".payable"),
                        at,
                        "GIRO"))
                .then()
                .statusCode(200);
    }

    private long balance(String account) {
        List<Integer> balances = employer.reads("/payment/v1/ledger")
                .getList("balances.findAll { it.account == '" + account + "' }.balance");
        return balances.stream().mapToLong(Integer::longValue).sum();
    }
}
