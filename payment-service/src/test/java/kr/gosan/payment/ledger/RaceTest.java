package kr.gosan.payment.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
import java.util.stream.Stream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.payment.arrears.HandOverArrears;
import kr.gosan.payment.arrears.TestCollector;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.slip.DueSlips;
import kr.gosan.payment.slip.ReplaceSlips;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everything that wants a slip at the same instant, seven slips after each other: who comes first wins, the others find what he
 * left, and the books agree whoever it was.
 */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class RaceTest {

    @Inject
    ObjectMapper mapper;

    @Inject
    SlipStore slips;

    @Inject
    ReplaceSlips replace;

    @Inject
    HandOverArrears handOver;

    @Inject
    Rows rows;

    private TestEmployer employer;
    private List<UUID> open;

    @BeforeEach
    void sevenSlipsAreOpen() {
        employer = TestEmployer.known();
        FiledReturn filed = Filings.inInstalments(employer.workplace);
        JsonPath issued = employer.files(filed, 7, mapper);
        open = issued.getList("items.slipId", String.class).stream()
                .map(UUID::fromString)
                .toList();
    }

    @Test
    void twoChannelsAtTheSameInstantPayOnce() throws Exception {
        for (UUID slipId : open) {
            List<String> outcomes = atOnce(
                    () -> pays(slipId, "GIRO"),
                    () -> pays(slipId, "COUNTER"),
                    () -> pays(slipId, "GIRO"),
                    () -> pays(slipId, "COUNTER"));
            assertEquals(1, outcomes.stream().filter("ACCEPTED"::equals).count(), outcomes.toString());
            assertEquals(3, outcomes.stream().filter("ALREADY_PAID"::equals).count(), outcomes.toString());
        }
        booksAgree();
    }

    @Test
    void aSlipIsEitherPaidOrReplaced() throws Exception {
        for (UUID slipId : open) {
            List<String> outcomes = atOnce(() -> replaces(slipId), () -> pays(slipId, "GIRO"), () -> replaces(slipId));
            boolean paid = outcomes.get(1).equals("ACCEPTED");
            long replaced = outcomes.stream().filter("REPLACED"::equals).count();
            assertEquals(paid ? 0 : 1, replaced, outcomes.toString());
        }
        booksAgree();
    }

    @Test
    void aSlipIsEitherPaidOrHandedOver() throws Exception {
        for (UUID slipId : open) {
            List<String> outcomes =
                    atOnce(() -> handsOver(slipId), () -> pays(slipId, "GIRO"), () -> handsOver(slipId));
            SlipState state = state(slipId);
            long handedOver = outcomes.stream().filter("HANDED_OVER"::equals).count();
            assertTrue(handedOver <= 1, outcomes.toString());
            assertTrue(state == SlipState.PAID || state == SlipState.CLOSED, state + " " + outcomes);
            assertEquals(state == SlipState.PAID, outcomes.get(1).equals("ACCEPTED"), state + " " + outcomes);
        }
        booksAgree();
    }

    @Test
    void whoReadASlipBeforeHoldingItFindsWhatBecameOfItMeanwhile() {
        UUID slipId = open.getFirst();
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(SlipState.ISSUED, slips.find(slipId).orElseThrow().state());
            QuarkusTransaction.requiringNew()
                    .run(() -> slips.close(slips.lockSlip(slipId).orElseThrow()));
            assertEquals(SlipState.CLOSED, slips.lockSlip(slipId).orElseThrow().state());
        });
    }

    @Test
    void aPaymentIsTakenBackOnceAndPaidAgainOrNot() throws Exception {
        for (UUID slipId : open) {
            String first = UUID.randomUUID().toString();
            assertEquals("ACCEPTED", pays(first, slipId, "GIRO"));
            List<String> outcomes = atOnce(() -> reverses(first), () -> pays(slipId, "COUNTER"), () -> reverses(first));
            assertEquals(
                    List.of("ALREADY_REVERSED", "REVERSED"),
                    Stream.of(outcomes.get(0), outcomes.get(2)).sorted().toList());
            boolean paidAgain = outcomes.get(1).equals("ACCEPTED");
            assertEquals(paidAgain ? SlipState.PAID : SlipState.ISSUED, state(slipId), outcomes.toString());
        }
        booksAgree();
    }

    @Test
    void aPaymentAndItsReversalLeaveNothingWhicheverComesFirst() throws Exception {
        for (UUID slipId : open) {
            String number = UUID.randomUUID().toString();
            List<String> outcomes = atOnce(() -> pays(number, slipId, "GIRO"), () -> reverses(number));
            assertTrue(
                    outcomes.equals(List.of("ACCEPTED", "REVERSED"))
                            || outcomes.equals(List.of("REVERSED_BEFORE", "REVERSAL_AHEAD")),
                    outcomes.toString());
            assertEquals(SlipState.ISSUED, state(slipId));
        }
        booksAgree();
    }

    @Test
    void aPaymentToldOfLateAndCollectionsNeverSettleTheSameArrears() throws Exception {
        open.forEach(this::handsOver);
        for (UUID slipId : open) {
            Slip slip = slip(slipId);
            List<String> outcomes = atOnce(
                    () -> collects(slip.debt().insurance(), 50_000),
                    () -> pays(slipId, "GIRO"),
                    () -> collects(slip.debt().insurance(), 50_000));
            assertEquals(List.of("ACCEPTED", "ACCEPTED", "ACCEPTED"), outcomes);
            assertEquals(SlipState.PAID, state(slipId));
        }
        booksAgree();
    }

    private String reverses(String original) {
        return TestBank.sends("""
                        {"kind":"REVERSAL","institution":"GIRO","bankTransactionId":"%s","originalTransactionId":"%s","reversedAt":"2022-03-31T09:30:00+09:00"}""".formatted(UUID.randomUUID(), original))
                .jsonPath()
                .getString("outcome");
    }

    private String collects(Insurance insurance, long amount) {
        return TestCollector.tells(TestCollector.notice(
                        TestCollector.number(), employer.workplace, insurance.name(), amount, 0, "2022-12-31"))
                .jsonPath()
                .getString("outcome");
    }

    private Slip slip(UUID slipId) {
        return QuarkusTransaction.requiringNew().call(() -> slips.find(slipId).orElseThrow());
    }

    private SlipState state(UUID slipId) {
        return slip(slipId).state();
    }

    private String pays(UUID slipId, String channel) {
        return pays(UUID.randomUUID().toString(), slipId, channel);
    }

    private String pays(String number, UUID slipId, String channel) {
        Slip slip = slip(slipId);
        return TestBank.sends(TestBank.notice(
                        number,
                        slip.ePaymentNo().toString(),
                        slip.figures().payable().amount(),
                        "2022-03-30T14:05:09+09:00",
                        channel))
                .jsonPath()
                .getString("outcome");
    }

    private String replaces(UUID slipId) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Slip slip = slips.lockSlip(slipId).orElseThrow();
            if (slip.state() != SlipState.ISSUED) {
                return slip.state().name();
            }
            replace.replace(
                    slip,
                    slip.figures(),
                    LocalDate.of(2022, 3, 30),
                    ReplaceSlips.Reason.REPLACED,
                    SlipReason.adjusted(UUID.randomUUID(), 1));
            return "REPLACED";
        });
    }

    private String handsOver(UUID slipId) {
        Slip slip = slip(slipId);
        return QuarkusTransaction.requiringNew()
                .call(() -> handOver.of(
                                new DueSlips.Found(
                                        slipId, employer.workplace, slip.debt().insurance(), null),
                                slip.lastDay().plusDays(1))
                        ? "HANDED_OVER"
                        : "NOT");
    }

    @SafeVarargs
    private static List<String> atOnce(Callable<String>... deeds) throws Exception {
        CyclicBarrier start = new CyclicBarrier(deeds.length);
        try (ExecutorService threads = Executors.newFixedThreadPool(deeds.length)) {
            List<Future<String>> answers = new ArrayList<>();
            for (Callable<String> deed : deeds) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            List<String> all = new ArrayList<>();
            for (Future<String> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private void booksAgree() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity.prettify());
        assertEquals(
                0,
                rows.number(
                        "select count(*) from (select 1 from slip where management_no = ? and state <> 'CANCELLED'"
                                + " group by origin_id, insurance, period, debt_kind having count(*) > 1) as twice",
                        employer.workplace.digits()));
    }
}
