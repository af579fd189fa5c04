package kr.gosan.payment.autodebit;

import static kr.gosan.payment.autodebit.DebitWorld.ACCOUNT;
import static kr.gosan.payment.autodebit.DebitWorld.APRIL_20;
import static kr.gosan.payment.autodebit.DebitWorld.MAY_16;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class DebitRunTest {

    @Inject
    DebitWorld world;

    @Inject
    RunDebits runDebits;

    @Inject
    SendDebit sendDebit;

    @Inject
    AskInstitution institution;

    @Inject
    DebitRunStore runs;

    @Inject
    EntityManager entities;

    /** What other tests left open is closed first. */
    @BeforeEach
    void aRunWithoutOpenOrders() {
        QuarkusTransaction.requiringNew().run(() -> runs.start(MAY_16, "test", Instant.now()));
        runDebits.pass(MAY_16);
    }

    @Test
    void theSecondInstalmentIsDebitedLessTheReductionAndTheSlipIsPaid() {
        TestEmployer employer = world.debited(ACCOUNT);
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(employer);
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(employer);
        List<JsonNode> received = events(employer, "payment-received", 2);
        received.forEach(PublishedEvents::assertFits);
        assertEquals(
                List.of("170890 250 DEBIT_ACCOUNT 2022-05-16", "564970 250 DEBIT_ACCOUNT 2022-05-16"),
                received.stream()
                        .map(event -> event.path("data"))
                        .map(data -> data.path("amount").asLong() + " "
                                + data.path("autoDebitReduction").asLong() + " "
                                + data.path("channel").asText() + " "
                                + data.path("paidOn").asText())
                        .sorted()
                        .toList());
        assertEquals(
                List.of(250L, 250L),
                employer
                        .reads("/payment/v1/ledger")
                        .<Integer>getList("balances.findAll { it.account == 'AUTO_DEBIT_REDUCTION' }.balance")
                        .stream()
                        .map(Integer::longValue)
                        .toList());
    }

    @Test
    void otherInstalmentsAndWhoHasNoMandateAreLeftAlone() {
        TestEmployer without = world.inInstalments();
        TestEmployer later = world.inInstalments();
        world.wish(later, "DEBIT_ACCOUNT", "START", 3, ACCOUNT, APRIL_20);
        TestEmployer elsewhere = world.debited(ACCOUNT);
        elsewhere.livesOn(MAY_16.minusDays(1));
        runDebits.pass(MAY_16);
        for (TestEmployer employer : List.of(without, later, elsewhere)) {
            assertEquals(List.of(), world.orders(employer));
            assertEquals(List.of("ISSUED", "ISSUED"), world.states(employer));
        }
        elsewhere.livesOn(MAY_16);
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(elsewhere);
    }

    @Test
    void aCardIsChargedWithItsFeeOnTop() {
        TestEmployer employer = world.inInstalments();
        world.wish(employer, "DEBIT_CARD", "START", 2, "4111-1111-1111-1111", APRIL_20);
        runDebits.pass(MAY_16);
        assertEquals(List.of("PAID", "PAID"), world.states(employer));
        assertEquals(List.of(564_970L, 170_890L), world.taken(employer, "card"));
        // 0.8 % of 564,970 is 4,519.76, of 170,890 1,367.12: the fraction of a won is dropped
        assertEquals(
                List.of(1367, 4519),
                employer.reads("/payment/v1/debits").<Integer>getList("items.fee").stream()
                        .sorted()
                        .toList());
        world.assertAgrees(employer);
    }

    @Test
    void aRefusedDebitIsToldAndTheSlipIsStillPayableInFull() {
        TestEmployer employer = world.debited("1002-333-449903");
        runDebits.pass(MAY_16);
        runDebits.pass(MAY_16);
        assertEquals(List.of("REFUSED INSUFFICIENT_FUNDS", "REFUSED INSUFFICIENT_FUNDS"), world.orders(employer));
        List<JsonNode> refused = events(employer, "debit-refused", 2);
        refused.forEach(PublishedEvents::assertFits);
        assertEquals("INSUFFICIENT_FUNDS", refused.getFirst().at("/data/reason").asText());
        for (Map<String, Object> slip : world.slips(employer)) {
            assertEquals("ACCEPTED", pay(slip).getString("outcome"));
        }
        assertEquals(List.of("PAID", "PAID"), world.states(employer));
        world.assertAgrees(employer);
    }

    @Test
    void whatHappensBetweenPlanAndDebitDecides() {
        TestEmployer paid = world.debited(ACCOUNT);
        TestEmployer stopped = world.debited(ACCOUNT);
        TestEmployer moved = world.debited(ACCOUNT);
        TestEmployer stays = world.debited(ACCOUNT);
        assertTrue(runDebits.plan(MAY_16) >= 8);
        assertEquals(0, runDebits.plan(MAY_16), "once");
        world.slips(paid).forEach(this::pay);
        world.wish(stopped, "DEBIT_ACCOUNT", "STOP", 2, ACCOUNT, APRIL_20.plusDays(1));
        moved.livesOn(MAY_16.plusDays(1));
        runDebits.pass(MAY_16);
        assertEquals(List.of("SKIPPED SLIP_PAID", "SKIPPED SLIP_PAID"), world.orders(paid));
        assertEquals(List.of("SKIPPED MANDATE_STOPPED", "SKIPPED MANDATE_STOPPED"), world.orders(stopped));
        assertEquals(List.of("SKIPPED NOT_ON_THE_DAY", "SKIPPED NOT_ON_THE_DAY"), world.orders(moved));
        Stream.of(paid, stopped, moved).forEach(employer -> assertEquals(List.of(), world.taken(employer, "giro")));
        world.assertDebitedOnce(stays);
        world.assertAgrees(paid);
    }

    @Test
    void cutOffAfterPlanningItGoesOnThere() {
        TestEmployer employer = world.debited(ACCOUNT);
        runDebits.plan(MAY_16);
        assertEquals(List.of("PLANNED", "PLANNED"), world.orders(employer));
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(employer);
    }

    @Test
    void cutOffBeforeTheBankHeardItIsSent() {
        TestEmployer employer = world.debited(ACCOUNT);
        runDebits.plan(MAY_16);
        sendAll();
        assertEquals(List.of("SENT", "SENT"), world.orders(employer));
        assertEquals(List.of(), world.taken(employer, "giro"));
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(employer);
    }

    @Test
    void cutOffAfterTheBankDebitedAndBeforeItsAnswerWasStoredNobodyIsDebitedTwice() {
        TestEmployer employer = world.debited(ACCOUNT);
        runDebits.plan(MAY_16);
        sendAll().forEach(institution::tell);
        assertEquals(List.of("SENT", "SENT"), world.orders(employer));
        assertEquals(List.of(564_970L, 170_890L), world.taken(employer, "giro"));
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(employer);
    }

    @Test
    void anAnswerThatIsLostIsAskedForUnderTheSameId() {
        TestEmployer employer = world.debited(ACCOUNT);
        // each question is repeated a few times by itself
        world.goesWrong("giro", "LOSE_ANSWER", 12);
        runDebits.pass(MAY_16);
        for (int i = 0; i < 5 && world.orders(employer).contains("SENT"); i++) {
            runDebits.pass(MAY_16);
        }
        world.assertDebitedOnce(employer);
    }

    @Test
    void onceTheDayIsOverTheDailyFileTellsWhatNobodyAnswered() {
        TestEmployer debited = world.debited(ACCOUNT);
        runDebits.plan(MAY_16);
        sendAll().forEach(institution::tell);
        TestEmployer never = world.debited(ACCOUNT);
        runDebits.plan(MAY_16);
        sendAll();
        debited.livesOn(MAY_16.plusDays(1));
        never.livesOn(MAY_16.plusDays(1));
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(debited);
        assertEquals(List.of("REFUSED NOT_DEBITED", "REFUSED NOT_DEBITED"), world.orders(never));
        assertEquals(List.of(), world.taken(never, "giro"), "asked too late, it is not debited at all");
    }

    @Test
    void aSlipPaidWhileTheAnswerIsOutIsNotDebitedASecondTime() {
        TestEmployer employer = world.debited(ACCOUNT);
        runDebits.plan(MAY_16);
        sendAll();
        world.slips(employer).forEach(this::pay);
        runDebits.pass(MAY_16);
        assertEquals(List.of(), world.taken(employer, "giro"));
        employer.livesOn(MAY_16.plusDays(1));
        runDebits.pass(MAY_16);
        assertEquals(List.of("REFUSED NOT_DEBITED", "REFUSED NOT_DEBITED"), world.orders(employer));
        world.assertAgrees(employer);
    }

    @Test
    void moneyDebitedForASlipThatWasPaidMeanwhileIsSuspendedAndLeavesATrace() {
        TestEmployer employer = world.debited(ACCOUNT);
        runDebits.plan(MAY_16);
        List<DebitOrder> sent = sendAll();
        sent.forEach(institution::tell);
        world.slips(employer).forEach(this::pay);
        employer.livesOn(MAY_16.plusDays(1));
        runDebits.pass(MAY_16);
        assertEquals(List.of("DEBITED", "DEBITED"), world.orders(employer));
        assertEquals(
                -(564_970 + 170_890),
                employer
                        .reads("/payment/v1/ledger")
                        .<Integer>getList("balances.findAll { it.account == 'SUSPENSE' }.balance")
                        .stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        world.assertAgrees(employer);
    }

    @Test
    void twoPassesAtTheSameTimeDebitEverybodyOnce() throws Exception {
        List<TestEmployer> employers =
                IntStream.range(0, 6).mapToObj(i -> world.debited(ACCOUNT)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Void> pass = () -> {
                runDebits.pass(MAY_16);
                return null;
            };
            for (var done : threads.invokeAll(List.of(pass, pass))) {
                done.get();
            }
        }
        employers.forEach(world::assertDebitedOnce);
    }

    @Test
    void whatWasSentCannotBeChangedInTheDatabase() {
        TestEmployer employer = world.debited(ACCOUNT);
        runDebits.pass(MAY_16);
        String request = employer.reads("/payment/v1/debits").getString("items[0].requestId");
        for (String change : List.of(
                "update debit_order set amount = 1 where request_id = cast(?1 as uuid)",
                "update debit_order set state = 'PLANNED' where request_id = cast(?1 as uuid)",
                "update debit_order set due_date = '2022-08-16' where request_id = cast(?1 as uuid)",
                "delete from debit_order where request_id = cast(?1 as uuid)")) {
            assertThrows(
                    RuntimeException.class,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(change)
                                    .setParameter(1, request)
                                    .executeUpdate()),
                    change);
        }
        assertFalse(employer.reads("/payment/v1/debits").prettify().contains("444555"));
    }

    /** Takes every planned order to the point where the institution would be told, and stops there. */
    private List<DebitOrder> sendAll() {
        List<DebitOrder> sent = new ArrayList<>();
        Set<UUID> failed = new HashSet<>();
        SendDebit.Next next;
        while (!((next = sendDebit.next(MAY_16, failed)) instanceof SendDebit.Next.None)) {
            if (next instanceof SendDebit.Next.Ready(DebitOrder order)) {
                sent.add(order);
            }
        }
        return sent;
    }

    private io.restassured.path.json.JsonPath pay(Map<String, Object> slip) {
        return TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(),
                        slip.get("ePaymentNo").toString(),
                        ((Number) slip.get("payable")).longValue(),
                        "2022-05-16T11:00:00+09:00",
                        "GIRO"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<JsonNode> events(TestEmployer employer, String name, int count) {
        return TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                count,
                event -> event.path("type").asText().equals("kr.gosan.payment." + name + ".v1"));
    }
}
