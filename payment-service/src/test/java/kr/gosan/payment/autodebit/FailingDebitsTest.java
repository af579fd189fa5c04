package kr.gosan.payment.autodebit;

import static kr.gosan.payment.autodebit.DebitWorld.ACCOUNT;
import static kr.gosan.payment.autodebit.DebitWorld.APRIL_20;
import static kr.gosan.payment.autodebit.DebitWorld.MAY_16;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.Statement;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong with one order, one line or one day keeps no other waiting. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class FailingDebitsTest {

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
    AnnounceDebits announceDebits;

    @Inject
    WorkplaceClock clock;

    @Inject
    GosanConfig config;

    @BeforeEach
    void aRunWithoutOpenOrders() {
        QuarkusTransaction.requiringNew().run(() -> runs.start(MAY_16, "test", Instant.now()));
        runDebits.pass(MAY_16);
    }

    @Test
    void anAccountNumberThatCannotBeReadStaysOpenAndTheOthersAreDebited() throws SQLException {
        TestEmployer broken = world.inInstalments();
        world.registers(broken, "CORPORATION");
        TestEmployer employer = world.debited(ACCOUNT);
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(employer);
        assertEquals(List.of("SENT", "SENT"), world.orders(broken));
        TestEmployer next = world.debited(ACCOUNT);
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(next);
        broken.livesOn(MAY_16.plusDays(1));
        runDebits.pass(MAY_16);
        assertEquals(List.of("REFUSED NOT_DEBITED", "REFUSED NOT_DEBITED"), world.orders(broken));
    }

    @Test
    void manyAccountsThatCannotBeReadAreNotTakenForAnInstitutionThatIsAway() throws SQLException {
        List<TestEmployer> broken = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            broken.add(world.inInstalments());
            world.registers(broken.getLast(), "CORPORATION");
        }
        List<TestEmployer> others = List.of(world.debited(ACCOUNT), world.debited(ACCOUNT));
        runDebits.pass(MAY_16);
        for (TestEmployer employer : broken) {
            assertEquals(List.of("SENT", "SENT"), world.orders(employer));
        }
        others.forEach(world::assertDebitedOnce);
        broken.forEach(employer -> employer.livesOn(MAY_16.plusDays(1)));
        runDebits.pass(MAY_16);
    }

    @Test
    void anOrderThatCannotBePreparedStaysPlannedAndTheOthersAreDebited() throws SQLException {
        TestEmployer broken = world.inInstalments();
        world.registers(broken, "NOBODY");
        TestEmployer employer = world.debited(ACCOUNT);
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(employer);
        assertEquals(List.of("PLANNED", "PLANNED"), world.orders(broken));
        world.wish(broken, "DEBIT_ACCOUNT", "START", 2, ACCOUNT, APRIL_20.plusDays(1));
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(broken);
    }

    @Test
    void whatIsNotFoundInAFileWithAnUnreadableLineIsNotTakenForRefused() {
        TestEmployer employer = world.debited(ACCOUNT);
        runDebits.plan(MAY_16);
        List<DebitOrder> sent = new ArrayList<>();
        Set<UUID> failed = new HashSet<>();
        SendDebit.Next next;
        while (!((next = sendDebit.next(MAY_16, failed)) instanceof SendDebit.Next.None)) {
            if (next instanceof SendDebit.Next.Ready(DebitOrder order)) {
                sent.add(order);
            }
        }
        assertInstanceOf(AskInstitution.Told.Unknown.class, lookUp(sent.getFirst(), List.of("T-1")));
        assertEquals(new AskInstitution.Told.Refused(AskInstitution.NOT_DEBITED), lookUp(sent.getFirst(), List.of()));
        runDebits.pass(MAY_16);
        world.assertDebitedOnce(employer);
    }

    @Test
    void aDayThatFailsKeepsNoLaterDayWaiting() {
        TestEmployer employer = world.debited(ACCOUNT);
        LocalDate old = MAY_16.minusMonths(2);
        List<LocalDate> looked = new ArrayList<>();
        RunDebits failing = new RunDebits(null, null, null, null, null, null, null, null) {
            @Override
            public void pass(LocalDate dueDate) {
                looked.add(dueDate);
                if (dueDate.equals(old)) {
                    throw new IllegalStateException("an old day that cannot be read");
                }
                runDebits.pass(dueDate);
            }
        };
        DebitRunStore days = new DebitRunStore(null) {
            @Override
            List<LocalDate> unfinished() {
                return List.of(old, MAY_16);
            }

            @Override
            List<LocalDate> maybeDue(LocalDate today) {
                return List.of();
            }

            @Override
            Run start(LocalDate dueDate, String startedBy, Instant now) {
                return null;
            }
        };
        new DebitJobs(days, failing, announceDebits, clock, config).runWhatIsDue();
        assertEquals(List.of(old, MAY_16), looked);
        world.assertDebitedOnce(employer);
    }

    private AskInstitution.Told lookUp(DebitOrder order, List<String> unreadable) {
        return institution.lookUp(
                order,
                new HashMap<>(Map.of(
                        new AskInstitution.File(
                                Institution.GIRO,
                                KoreanTime.dateOf(order.message().orElseThrow().orderedAt())),
                        Optional.of(new Statement.Told(List.of(), unreadable)))));
    }
}
