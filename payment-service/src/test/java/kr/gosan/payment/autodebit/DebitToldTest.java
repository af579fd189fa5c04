package kr.gosan.payment.autodebit;

import static kr.gosan.payment.autodebit.DebitWorld.ACCOUNT;
import static kr.gosan.payment.autodebit.DebitWorld.MAY_16;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An ordered debit that is told twice, by the institution's answer and by a notice or file of its own, in every order. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class DebitToldTest {

    private static final String TOLD_AT = "2022-05-16T09:30:00+09:00";
    private static final String ANSWERED_AT = "2022-05-16T09:30:07+09:00";

    /** One thread for each, so that they really meet. */
    private static final Executor THREADS = task -> new Thread(task).start();

    @Inject
    DebitWorld world;

    @Inject
    RunDebits runDebits;

    @Inject
    SendDebit sendDebit;

    @Inject
    TakeDebitAnswer takeAnswer;

    @Inject
    DebitRunStore runs;

    @Inject
    EntityManager entities;

    private TestEmployer employer;

    /** What other tests left open is closed first. */
    @BeforeEach
    void twoOrdersArePlanned() {
        QuarkusTransaction.requiringNew().run(() -> runs.start(MAY_16, "test", Instant.now()));
        runDebits.pass(MAY_16);
        employer = world.debited(ACCOUNT);
        runDebits.plan(MAY_16);
    }

    @AfterEach
    void nothingIsLeftOpen() {
        runDebits.pass(MAY_16);
    }

    @Test
    void aNoticeThatComesBeforeTheAnswerSettlesTheSlipOnTheTermsOfItsOrder() {
        for (DebitOrder order : sendAll()) {
            String transaction = UUID.randomUUID().toString();
            assertEquals("ACCEPTED", outcome(tells(order, transaction, TOLD_AT)));
            takeAnswer.take(order.requestId(), answered(transaction));
            assertEquals("ACCEPTED", outcome(tells(order, transaction, TOLD_AT)), "told again");
        }
        assertSettledOnce();
    }

    @Test
    void anAnswerThatComesBeforeTheNoticeSettlesTheSlipAndTheNoticeIsTheSameDebit() {
        for (DebitOrder order : sendAll()) {
            String transaction = UUID.randomUUID().toString();
            takeAnswer.take(order.requestId(), answered(transaction));
            assertEquals("ACCEPTED", outcome(tells(order, transaction, TOLD_AT)));
        }
        assertSettledOnce();
    }

    @Test
    void answerAndNoticeAtTheSameInstantSettleTheSlipOnce() {
        for (DebitOrder order : sendAll()) {
            String transaction = UUID.randomUUID().toString();
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Void> answer = CompletableFuture.runAsync(
                    () -> {
                        meet(start);
                        takeAnswer.take(order.requestId(), answered(transaction));
                    },
                    THREADS);
            CompletableFuture<Response> notice = CompletableFuture.supplyAsync(
                    () -> {
                        meet(start);
                        return tells(order, transaction, TOLD_AT);
                    },
                    THREADS);
            answer.join();
            assertEquals("ACCEPTED", outcome(notice.join()));
        }
        assertSettledOnce();
    }

    @Test
    void aDebitThatWasSuspendedBeforeItsOrderWasKnownSettlesTheSlipFromThere() {
        Map<String, String> transactions = new HashMap<>();
        for (Map<String, Object> slip : world.slips(employer)) {
            String transaction = UUID.randomUUID().toString();
            transactions.put(slip.get("slipId").toString(), transaction);
            assertEquals("WRONG_AMOUNT", outcome(tells(slip, 250, transaction, TOLD_AT)));
        }
        for (DebitOrder order : sendAll()) {
            takeAnswer.take(
                    order.requestId(), answered(transactions.get(order.slipId().toString())));
        }
        assertSettledOnce();
        assertEquals(
                List.of(),
                DebitWorld.operator()
                        .queryParam("managementNo", employer.workplace.digits())
                        .get("/payment/v1/suspense")
                        .jsonPath()
                        .getList("items"));
    }

    @Test
    void anotherAmountOrAnotherWayIsNotTheOrdersDebit() {
        for (DebitOrder order : sendAll()) {
            Map<String, Object> slip = slip(order);
            assertEquals(
                    "WRONG_AMOUNT", outcome(tells(slip, 260, UUID.randomUUID().toString(), TOLD_AT)));
            assertEquals(
                    "WRONG_AMOUNT",
                    outcome(TestBank.sends(TestBank.notice(
                            UUID.randomUUID().toString(),
                            slip.get("ePaymentNo").toString(),
                            payable(slip) - 250,
                            TOLD_AT,
                            "GIRO"))));
        }
        assertEquals(List.of("SENT", "SENT"), world.orders(employer));
        assertEquals(List.of("ISSUED", "ISSUED"), world.states(employer));
        world.assertAgrees(employer);
    }

    /** The answer waits for the other payment's transaction; then it must see what that one did. */
    @Test
    void anAnswerThatWaitsForAnotherPaymentFindsTheSlipPaid() {
        DebitOrder order = sendAll().getFirst();
        CompletableFuture<Void> answer = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("select 1 from slip where slip_id = ?1 for update")
                    .setParameter(1, order.slipId())
                    .getSingleResult();
            CompletableFuture<Response> other = CompletableFuture.supplyAsync(
                    () -> TestBank.sends(TestBank.notice(
                            UUID.randomUUID().toString(),
                            slip(order).get("ePaymentNo").toString(),
                            payable(slip(order)),
                            TOLD_AT,
                            "INTERNET_BANKING")),
                    THREADS);
            await().until(() -> waiting() >= 1);
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(
                    () -> takeAnswer.take(
                            order.requestId(), answered(UUID.randomUUID().toString())),
                    THREADS);
            await().until(() -> waiting.isDone() || waiting() >= 2);
            return CompletableFuture.allOf(other, waiting);
        });
        answer.join();
        assertEquals(1, world.states(employer).stream().filter("PAID"::equals).count());
        world.assertAgrees(employer);
    }

    /** How many transactions wait for one another. */
    private int waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery("select count(*) from pg_stat_activity"
                                        + " where datname = current_database() and wait_event_type = 'Lock'")
                                .getSingleResult())
                        .intValue());
    }

    private void assertSettledOnce() {
        assertEquals(List.of("DEBITED", "DEBITED"), world.orders(employer));
        assertEquals(List.of("PAID", "PAID"), world.states(employer));
        assertEquals(
                List.of(250, 250),
                employer.reads("/payment/v1/ledger")
                        .getList("balances.findAll { it.account == 'AUTO_DEBIT_REDUCTION' }.balance"));
        assertEquals(
                0,
                employer
                        .reads("/payment/v1/ledger")
                        .<Integer>getList("balances.findAll { it.account == 'SUSPENSE' }.balance")
                        .stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        world.assertAgrees(employer);
    }

    private List<DebitOrder> sendAll() {
        List<DebitOrder> sent = new ArrayList<>();
        SendDebit.Next next;
        while (!((next = sendDebit.next(MAY_16, Set.of())) instanceof SendDebit.Next.None)) {
            if (next instanceof SendDebit.Next.Ready(DebitOrder order)) {
                sent.add(order);
            }
        }
        return sent;
    }

    private Map<String, Object> slip(DebitOrder order) {
        return world.slips(employer).stream()
                .filter(it -> it.get("slipId").equals(order.slipId().toString()))
                .findFirst()
                .orElseThrow();
    }

    private Response tells(DebitOrder order, String transaction, String at) {
        return tells(slip(order), 250, transaction, at);
    }

    private static Response tells(Map<String, Object> slip, long less, String transaction, String at) {
        String notice = TestBank.notice(
                transaction, slip.get("ePaymentNo").toString(), payable(slip) - less, at, "DEBIT_ACCOUNT");
        return TestBank.sends(notice, TestBank.signature("giro", notice));
    }

    private static long payable(Map<String, Object> slip) {
        return ((Number) slip.get("payable")).longValue();
    }

    private static String outcome(Response answer) {
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath().getString("outcome");
    }

    private static AskInstitution.Told answered(String transaction) {
        return new AskInstitution.Told.Debited(transaction, OffsetDateTime.parse(ANSWERED_AT));
    }

    private static void meet(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
