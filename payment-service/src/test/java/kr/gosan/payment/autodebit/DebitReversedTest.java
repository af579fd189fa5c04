package kr.gosan.payment.autodebit;

import static kr.gosan.payment.autodebit.DebitWorld.ACCOUNT;
import static kr.gosan.payment.autodebit.DebitWorld.APRIL_20;
import static kr.gosan.payment.autodebit.DebitWorld.MAY_16;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.SandboxPlayer;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bank and card network debited by order, and take back. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class DebitReversedTest {

    @Inject
    DebitWorld world;

    @Inject
    RunDebits runDebits;

    @Inject
    DebitRunStore runs;

    @BeforeEach
    void aRun() {
        QuarkusTransaction.requiringNew().run(() -> runs.start(MAY_16, "test", Instant.now()));
    }

    @Test
    void aDebitTakenBackOpensTheSlipAtItsWholeAmountAndTheReductionGoesBack() {
        TestEmployer employer = world.debited(ACCOUNT);
        takenBack(employer);
    }

    @Test
    void aChargedCardTakenBackOpensTheSlipAtItsWholeAmountAndTheReductionGoesBack() {
        TestEmployer employer = world.inInstalments();
        world.wish(employer, "DEBIT_CARD", "START", 2, "4111-1111-1111-1111", APRIL_20);
        takenBack(employer);
    }

    private void takenBack(TestEmployer employer) {
        runDebits.pass(MAY_16);
        assertEquals(List.of("PAID", "PAID"), world.states(employer));
        assertEquals(500, reductions(employer));
        for (String transaction : employer.reads("/payment/v1/debits").<String>getList("items.transactionId")) {
            SandboxPlayer.plays(
                            "/reversals",
                            "{\"transactionId\":\"" + transaction + "\",\"at\":\"2022-05-16T23:59:00+09:00\"}")
                    .then()
                    .statusCode(200);
        }
        assertEquals(List.of("ISSUED", "ISSUED"), world.states(employer));
        assertEquals(0, reductions(employer));
        world.assertAgrees(employer);
        runDebits.pass(MAY_16);
        assertEquals(List.of("ISSUED", "ISSUED"), world.states(employer), "it is not debited a second time");
        for (Map<String, Object> slip : world.slips(employer)) {
            TestBank.sends(TestBank.notice(
                            UUID.randomUUID().toString(),
                            slip.get("ePaymentNo").toString(),
                            ((Number) slip.get("payable")).longValue(),
                            "2022-05-16T11:00:00+09:00",
                            "INTERNET_BANKING"))
                    .then()
                    .statusCode(200);
        }
        assertEquals(List.of("PAID", "PAID"), world.states(employer));
        world.assertAgrees(employer);
    }

    private static long reductions(TestEmployer employer) {
        return employer
                .reads("/payment/v1/ledger")
                .<Integer>getList("balances.findAll { it.account == 'AUTO_DEBIT_REDUCTION' }.balance")
                .stream()
                .mapToLong(Integer::longValue)
                .sum();
    }
}
