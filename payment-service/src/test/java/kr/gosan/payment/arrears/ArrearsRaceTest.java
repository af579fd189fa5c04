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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.gosan.kernel.money.Fund;
import kr.gosan.payment.correction.plan.Adjustment;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Everything that settles or changes arrears of one insurance at the same instant: nobody waits for ever, nothing is lost. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class ArrearsRaceTest {

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    private TestEmployer employer;

    @BeforeEach
    void itIsJune() {
        employer = TestEmployer.known();
        employer.livesOn(LocalDate.of(2022, 6, 30));
    }

    @RepeatedTest(3)
    void offsetCollectionCorrectionAndLatePaymentAgreeInWhateverOrderTheyCome() throws Exception {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        JsonPath slips = employer.files(filed, 2, mapper);
        String accident = slips.getString("items.find { it.insurance == 'IA' }.ePaymentNo");
        handsOver();
        String refund = proposedRefund();
        Adjustment correction =
                new Corrections(filed).of(LocalDate.of(2022, 6, 30), new Change(Fund.UNEMPLOYMENT, -100_000, 0, 0));
        List<Response> answers = atOnce(
                () -> approves(refund),
                () -> collects("EI", 1_000_000),
                () -> collects(null, 500_000),
                () -> TestBank.sends(TestBank.notice(accident, 6_119_640)),
                () -> {
                    adjusts(correction);
                    return collects("EI", 10_000);
                });
        boolean approved = answers.getFirst().statusCode() == 200;
        assertTrue(approved || answers.getFirst().statusCode() == 409, answers.getFirst()::asString);
        answers.stream().skip(1).forEach(answer -> assertEquals(200, answer.statusCode(), answer.asString()));
        await().until(() -> balance("CONFIRMED_PREMIUM", "EI") == -(820_000 + 50_000 - 100_000) + excess());
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
        assertEquals(0, balance("ARREARS", "IA"));
        // Once for the correction, and once for what was offset.
        assertEquals(
                approved ? 2 : 1,
                rows.number(
                        "select count(*) from arrears_message where management_no = ? and insurance = 'EI'"
                                + " and change = 'REDUCED'",
                        employer.workplace.digits()));
    }

    @Test
    void twoReversalsThatNameEachOtherDoNotWaitForEver() throws Exception {
        for (int i = 0; i < 25; i++) {
            String one = TestCollector.number();
            String other = TestCollector.number();
            atOnce(
                            () -> TestCollector.takesBack(one, other, "2022-05-02"),
                            () -> TestCollector.takesBack(other, one, "2022-05-02"))
                    .forEach(answer -> assertEquals(409, answer.statusCode(), answer.asString()));
        }
    }

    /** What the return of the refund found too much in its own year, on the same account. */
    private static long excess() {
        return 388_000 + 97_000 + 340_320;
    }

    private String proposedRefund() {
        employer.files(
                Filings.coveredByExcess(employer.workplace), UUID.randomUUID().toString(), mapper);
        await().until(() ->
                employer.reads("/payment/v1/refunds").getList("items").size() == 1);
        String refund = employer.reads("/payment/v1/refunds").getString("items[0].refundId");
        assertEquals(200, decides("operator-one", refund, "proposal").statusCode());
        return refund;
    }

    private Response approves(String refund) {
        return decides("operator-two", refund, "approval");
    }

    private Response decides(String operator, String refund, String what) {
        String step =
                employer.asks().get("/payment/v1/refunds/" + refund).jsonPath().getString("step");
        return given().auth()
                .oauth2(Tokens.operator(operator))
                .header("If-Match", "\"" + step + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/payment/v1/refunds/" + refund + "/" + what);
    }

    private Response collects(String insurance, long amount) {
        return TestCollector.tells(
                TestCollector.notice(TestCollector.number(), employer.workplace, insurance, amount, 0, "2022-06-30"));
    }

    private void adjusts(Adjustment correction) throws JsonProcessingException {
        employer.tell(
                "premium",
                "kr.gosan.premium.premium-adjusted.v1",
                UUID.randomUUID().toString(),
                mapper.writeValueAsString(correction));
    }

    private void handsOver() {
        given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"managementNo\":\"%s\"}".formatted(employer.workplace.digits()))
                .post("/payment/v1/arrears-hand-overs")
                .then()
                .statusCode(200);
    }

    private long balance(String account, String insurance) {
        List<Integer> balances = employer.reads("/payment/v1/ledger")
                .getList("balances.findAll { it.account == '%s' && it.insurance == '%s' }.balance"
                        .formatted(account, insurance));
        return balances.stream().mapToLong(Integer::longValue).sum();
    }

    @SafeVarargs
    private static List<Response> atOnce(Callable<Response>... deeds) throws Exception {
        CyclicBarrier start = new CyclicBarrier(deeds.length);
        try (ExecutorService threads = Executors.newFixedThreadPool(deeds.length)) {
            List<Future<Response>> answers = new ArrayList<>();
            for (Callable<Response> deed : deeds) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            List<Response> all = new ArrayList<>();
            for (Future<Response> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
