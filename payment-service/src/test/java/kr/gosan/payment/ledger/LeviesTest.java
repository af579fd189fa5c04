package kr.gosan.payment.ledger;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.LevyWeights;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Industrial-accident money belongs to three purses; whoever books it need not know of them. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class LeviesTest {

    /** Confirmed: all in thirds. Estimated: the source's 4,810,000, 72,000 and 3,600. */
    private static final String LEVIES = """
            {"confirmed":{"accidentPremium":"1","wageClaim":"1","asbestos":"1"},
             "estimated":{"accidentPremium":"4810000","wageClaim":"72000","asbestos":"3600"}}""";

    @Inject
    ObjectMapper mapper;

    @Inject
    LedgerStore ledger;

    @Inject
    LevyStore levies;

    private TestEmployer employer;
    private FiledReturn filed;

    @BeforeEach
    void anEmployerIsKnown() {
        employer = TestEmployer.known();
        filed = Filings.atOnce(employer.workplace);
    }

    @Test
    void whatTheSlipDemandsForTheYearGoneByAndForTheNextIsDividedEachByItsOwnWeights() throws Exception {
        files(LEVIES);
        pays("IA");
        // 1,385,600 in thirds; 4,885,600 − 146,560 − 5,000 = 4,734,040 by the rates; mixed before anything is rounded.
        assertEquals(Map.of("ACCIDENT_PREMIUM", 5_122_652L, "WAGE_CLAIM", 531_633L, "ASBESTOS", 465_355L), received());
        assertEquals(
                6_119_640, received().values().stream().mapToLong(sum -> sum).sum());
        assertTrue(ledger().getString("levies.explanation").contains("31(3)"));
    }

    @Test
    void employmentInsuranceHasNoLevies() throws Exception {
        files(LEVIES);
        pays("EI");
        assertEquals(List.of(), ledger().getList("levies.items"));
        assertEquals(List.of(), ledger().getList("items.entries.flatten().levy.findAll { it != null }"));
    }

    @Test
    void whereTheReturnToldNoWeightsAllIsPremium() throws Exception {
        files(null);
        pays("IA");
        assertEquals(Map.of("ACCIDENT_PREMIUM", 6_119_640L), received());
    }

    @Test
    void whatGoesOutTakesFromEachLevyWhatCameIn() throws Exception {
        files(LEVIES);
        pays("IA");
        Map<String, Long> in = received();
        UUID cause = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.book(Posting.of(
                        Posting.Kind.PAYMENT_REVERSED,
                        filed.debt(accident(), accident().periods().getFirst()),
                        cause,
                        LocalDate.of(2022, 4, 1),
                        new Posting.Draft()
                                .move(Account.RECEIVABLE, Account.CASH, Fund.INDUSTRIAL_ACCIDENT, Won.of(6_119_640)))));
        assertEquals(in, sums("givenBack"));
        assertEquals(Map.of("ACCIDENT_PREMIUM", 0L, "WAGE_CLAIM", 0L, "ASBESTOS", 0L), sums("balance"));
    }

    @Test
    void anExcessThatTheNextReturnFindsGoesBackAsTheYearsMoneyCameIn() throws Exception {
        files(LEVIES);
        pays("IA");
        UUID next = UUID.randomUUID();
        employer.files(
                new FiledReturn(next, "P-" + next, employer.workplace, 2022, filed.filedOn(), filed.insurances()),
                2,
                mapper);
        refunds(Debt.ofPeriod(employer.workplace, 2022, next, Insurance.IA, 0), next, 2022);
        // 300,000 by 5,122,652 : 531,633 : 465,355, not by the next year's weights, which are all premium
        assertEquals(
                Map.of("ACCIDENT_PREMIUM", 251_125L, "WAGE_CLAIM", 26_062L, "ASBESTOS", 22_813L), sums("givenBack"));
    }

    @Test
    void aRefundOfACorrectionGoesBackAsTheMoneyOfItsReturnCameIn() throws Exception {
        files(LEVIES);
        pays("IA");
        UUID adjustment = UUID.randomUUID();
        refunds(
                Debt.ofCorrection(employer.workplace, 2021, adjustment, filed.returnId(), Insurance.IA),
                filed.returnId(),
                2021);
        assertEquals(
                Map.of("ACCIDENT_PREMIUM", 251_125L, "WAGE_CLAIM", 26_062L, "ASBESTOS", 22_813L), sums("givenBack"));
    }

    private void refunds(Debt debt, UUID returnId, int year) {
        QuarkusTransaction.requiringNew().run(() -> {
            levies.take(new LevyNews(
                    returnId,
                    UUID.randomUUID(),
                    employer.workplace,
                    year,
                    List.of(new LevyNews.OfInsurance(
                            Insurance.IA, new LevyNews.Levies(LevyWeights.PREMIUM_ONLY, LevyWeights.PREMIUM_ONLY)))));
            ledger.book(Posting.of(
                    Posting.Kind.REFUND_PAID,
                    debt,
                    UUID.randomUUID(),
                    LocalDate.of(2022, 4, 1),
                    new Posting.Draft()
                            .move(Account.REFUND_IN_TRANSIT, Account.CASH, Fund.INDUSTRIAL_ACCIDENT, Won.of(300_000))));
        });
    }

    @Test
    void aCorrectionsWeightsCountFromThenOn() throws Exception {
        files(LEVIES);
        QuarkusTransaction.requiringNew()
                .run(() -> levies.take(new LevyNews(
                        filed.returnId(),
                        UUID.randomUUID(),
                        employer.workplace,
                        2021,
                        List.of(new LevyNews.OfInsurance(
                                Insurance.IA,
                                new LevyNews.Levies(LevyWeights.PREMIUM_ONLY, LevyWeights.PREMIUM_ONLY))))));
        pays("IA");
        assertEquals(Map.of("ACCIDENT_PREMIUM", 6_119_640L), received());
    }

    @Test
    void theFundsSettleByMonthOverAllWorkplaces() throws Exception {
        Map<String, Long> before = month("2022-03");
        files(LEVIES);
        pays("IA");
        Map<String, Long> after = month("2022-03");
        received()
                .forEach((levy, sum) ->
                        assertTrue(after.get(levy) >= before.getOrDefault(levy, 0L) + sum, levy + " " + after));
        assertEquals(
                400,
                given().auth()
                        .oauth2(Tokens.operator())
                        .get("/payment/v1/ledger/levies")
                        .statusCode());
        assertEquals(
                400,
                given().auth()
                        .oauth2(Tokens.operator())
                        .get("/payment/v1/ledger/levies?month=2022-13")
                        .statusCode());
    }

    private void files(String weights) throws Exception {
        JsonNode event = mapper.valueToTree(filed);
        if (weights != null) {
            ((ObjectNode) event.at("/insurances/0")).set("levies", mapper.readTree(weights));
        }
        employer.tell("premium", TestEmployer.RETURN_FILED, UUID.randomUUID().toString(), event.toString());
        Awaitility.await()
                .until(() -> employer.slips(filed.returnId()).getList("items").size() == 2);
    }

    private void pays(String insurance) {
        JsonPath slip = employer.slips(filed.returnId());
        String at = "items.find { it.insurance == '" + insurance + "' }.";
        TestBank.sends(TestBank.notice(slip.getString(at + "ePaymentNo"), slip.getLong(at + "payable")))
                .then()
                .statusCode(200);
    }

    private FiledInsurance accident() {
        return filed.insurances().stream()
                .filter(part -> part.insurance() == Insurance.IA)
                .findFirst()
                .orElseThrow();
    }

    private JsonPath ledger() {
        return employer.reads("/payment/v1/ledger");
    }

    private Map<String, Long> received() {
        return sums("received");
    }

    private Map<String, Long> sums(String of) {
        return sums(ledger().getList("levies.items"), of);
    }

    private static Map<String, Long> month(String month) {
        return sums(
                given().auth()
                        .oauth2(Tokens.operator())
                        .get("/payment/v1/ledger/levies?month=" + month)
                        .jsonPath()
                        .getList("items"),
                "received");
    }

    private static Map<String, Long> sums(List<Map<String, Object>> items, String of) {
        return items.stream()
                .collect(Collectors.toMap(
                        item -> (String) item.get("levy"), item -> ((Number) item.get(of)).longValue()));
    }
}
