package kr.gosan.payment.slip;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.platform.workplace.Workplaces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ReadsTest {

    @Inject
    ObjectMapper mapper;

    private TestEmployer employer;

    @BeforeEach
    void anEmployerIsKnown() {
        employer = TestEmployer.known();
    }

    @Test
    void allSlipsOfAWorkplaceComeInPages() {
        for (int i = 0; i < 8; i++) {
            employer.files(Filings.inInstalments(employer.workplace), 7, mapper);
        }
        List<String> seen = new ArrayList<>();
        JsonPath page = employer.reads("/payment/v1/slips");
        assertEquals(50, page.getList("items").size());
        seen.addAll(page.getList("items.slipId"));
        page = next("/payment/v1/slips", page);
        seen.addAll(page.getList("items.slipId"));
        assertNull(page.getString("nextCursor"));
        assertEquals(56, new HashSet<>(seen).size());
        assertEquals(seen.stream().sorted().toList(), seen);

        JsonPath ledger = employer.reads("/payment/v1/ledger");
        assertEquals(50, ledger.getList("items").size());
        JsonPath rest = next("/payment/v1/ledger", ledger);
        assertEquals(14, rest.getList("items").size());
        assertEquals(ledger.getList("balances"), rest.getList("balances"));
    }

    @Test
    void theLedgerShowsTransactionsThatBalance() {
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        JsonPath ledger = employer.reads("/payment/v1/ledger");
        assertEquals(2, ledger.getList("items").size());
        for (int i = 0; i < 2; i++) {
            String entries = "items[" + i + "].entries.findAll { it.side == '%s' }.amount.sum()";
            assertEquals(ledger.getLong(entries.formatted("DEBIT")), ledger.getLong(entries.formatted("CREDIT")));
        }
        assertEquals(
                6_119_640 + 146_560,
                ledger.getLong("balances.find { it.insurance == 'IA' && it.account == 'RECEIVABLE' }.balance"));
    }

    @ParameterizedTest
    @CsvSource({
        "/payment/v1/slips, return-or-workplace",
        "/payment/v1/slips?returnId=nonsense, parameter-invalid",
        "/payment/v1/slips?managementNo=123, parameter-invalid",
        "/payment/v1/slips?managementNo=12345678916&cursor=1, parameter-invalid",
        "/payment/v1/slips/nonsense, parameter-invalid",
        "/payment/v1/payments, required",
        "/payment/v1/payments?managementNo=, parameter-invalid",
        "/payment/v1/ledger, required",
        "/payment/v1/ledger?managementNo=%00, parameter-invalid",
        "/payment/v1/ledger/parity, required",
        "/payment/v1/workplaces/1, parameter-invalid",
        "/payment/v1/arrears?managementNo=12345678916&on=%2B999999999-12-31, parameter-invalid",
        "/payment/v1/arrears?managementNo=12345678916&on=-0001-12-31, parameter-invalid",
        "/payment/v1/arrears?managementNo=12345678916&on=2022-02-30, parameter-invalid"
    })
    void aWrongParameterIsAProblem(String path, String code) {
        Response answer = employer.asks().urlEncodingEnabled(false).get(path);
        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals("invalid-request", answer.jsonPath().getString("code"));
        assertEquals(code, answer.jsonPath().getString("errors[0].code"));
    }

    @Test
    void bothParametersAtOnceAreAProblem() {
        Response answer = employer.asks()
                .queryParam("returnId", UUID.randomUUID().toString())
                .queryParam("managementNo", employer.workplace.digits())
                .get("/payment/v1/slips");
        assertEquals(400, answer.statusCode());
        assertEquals("return-or-workplace", answer.jsonPath().getString("errors[0].code"));
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertEquals(
                404,
                employer.asks().get("/payment/v1/slips/" + UUID.randomUUID()).statusCode());
        assertEquals(List.of(), employer.slips(UUID.randomUUID()).getList("items"));
    }

    @Test
    void anUntouchedWorkplaceAgreesWithItself() {
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
        assertEquals(List.of(), employer.reads("/payment/v1/ledger").getList("balances"));
    }

    @Test
    void openSlipsShowNoPaymentAndPaidOnesDo() {
        FiledReturn filed = Filings.inInstalments(employer.workplace);
        JsonPath slips = employer.files(filed, 7, mapper);
        TestBank.sends(TestBank.notice(slips.getString("items[0].ePaymentNo"), slips.getLong("items[0].payable")))
                .then()
                .statusCode(200);
        JsonPath after = employer.slips(filed.returnId());
        assertNotNull(after.getString("items[0].payment.paymentId"));
        assertFalse(after.getBoolean("items[0].payment.late"));
        assertNull(after.getString("items[1].payment"));
    }

    @Test
    void theReplicaFollowsTheSandboxClock() {
        employer.tell(
                "coverage",
                Workplaces.SANDBOX_CLOCK_SET,
                UUID.randomUUID().toString(),
                "{\"managementNo\":\"" + employer.workplace.digits() + "\",\"today\":\"2022-03-10\"}");
        await().until(() -> employer.asks()
                .get("/payment/v1/workplaces/" + employer.workplace.digits())
                .jsonPath()
                .getString("today")
                .equals("2022-03-10"));
    }

    @Test
    void theMandatedAgencyReadsTheSlipsUntilTheMandateEndsAndOperatorsReadAll() {
        String agency = UUID.randomUUID().toString();
        String token = Tokens.agency(agency, TestNumbers.business());
        String mandate = "\"mandateId\":\"%s\",\"managementNo\":\"%s\",\"agencyMemberId\":\"%s\""
                .formatted(UUID.randomUUID(), employer.workplace.digits(), agency);
        assertEquals(403, slipsAs(token));
        assertEquals(200, slipsAs(Tokens.operator()));
        employer.tell(
                "coverage",
                Workplaces.MANDATE_GIVEN,
                UUID.randomUUID().toString(),
                "{" + mandate + ",\"agencyName\":\"한빛노무법인\",\"from\":\"2022-01-03\"}");
        await().until(() -> slipsAs(token) == 200);
        employer.tell(
                "coverage",
                Workplaces.MANDATE_ENDED,
                UUID.randomUUID().toString(),
                "{" + mandate + ",\"on\":\"2022-07-01\"}");
        await().until(() -> slipsAs(token) == 403);
    }

    private int slipsAs(String token) {
        return given().auth()
                .oauth2(token)
                .queryParam("managementNo", employer.workplace.digits())
                .get("/payment/v1/slips")
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kr.gosan.payment.slip-issued.v1", "kr.gosan.payment.payment-received.v1"})
    void thePublishedExamplesFitTheirSchemas(String type) {
        PublishedEvents.assertFits(PublishedEvents.exampleTree(type));
    }

    private JsonPath next(String path, JsonPath page) {
        return employer.asks()
                .queryParam("managementNo", employer.workplace.digits())
                .queryParam("cursor", page.getString("nextCursor"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
