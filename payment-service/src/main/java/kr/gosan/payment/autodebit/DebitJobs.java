package kr.gosan.payment.autodebit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.jboss.logging.Logger;

/**
 * Starts what nobody asks for: the run of a due date on its morning, again until nothing is open in it, also after a crash;
 * and the announcements before it. A run an operator starts works beside the request, one pass after the other.
 */
@Singleton
class DebitJobs {

    private static final Logger LOG = Logger.getLogger(DebitJobs.class);
    private static final String BY_THE_CLOCK = "gosan-payment";

    private final DebitRunStore runs;
    private final RunDebits runDebits;
    private final AnnounceDebits announceDebits;
    private final WorkplaceClock clock;
    private final boolean sandbox;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("debit-run").daemon().factory());

    DebitJobs(
            DebitRunStore runs,
            RunDebits runDebits,
            AnnounceDebits announceDebits,
            WorkplaceClock clock,
            GosanConfig config) {
        this.runs = runs;
        this.runDebits = runDebits;
        this.announceDebits = announceDebits;
        this.clock = clock;
        this.sandbox = config.sandbox();
    }

    /** Banks debit in the morning; what stays open is asked about again and again. */
    @Scheduled(
            identity = "auto-debit-run",
            every = "{gosan.debit.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void runWhatIsDue() {
        LocalDate today = KoreanTime.dateOf(clock.systemNow());
        Set<LocalDate> days = new TreeSet<>(QuarkusTransaction.requiringNew().call(runs::unfinished));
        days.addAll(QuarkusTransaction.requiringNew().call(() -> runs.maybeDue(today)));
        for (LocalDate day : days) {
            try {
                QuarkusTransaction.requiringNew().run(() -> runs.start(day, BY_THE_CLOCK, clock.systemNow()));
                runDebits.pass(day);
            } catch (RuntimeException e) {
                // Later days do not wait for an old one; it is looked at again in the next round.
                LOG.errorf(e, "the debit run of %s was cut off", day);
            }
        }
    }

    @Scheduled(
            identity = "auto-debit-announcements",
            every = "{gosan.debit.announcements-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void announce() {
        LocalDate today = KoreanTime.dateOf(clock.systemNow());
        // A sandbox workplace may live on any day.
        announceDebits.announce(
                sandbox ? LocalDate.of(1970, 1, 1) : today, sandbox ? LocalDate.of(9999, 12, 31) : today.plusMonths(1));
    }

    /** Works on the run of the day as soon as no other pass does. */
    void begin(LocalDate dueDate) {
        worker.execute(() -> {
            try {
                runDebits.pass(dueDate);
            } catch (RuntimeException e) {
                // the run stays as it is, and the next pass goes on
                LOG.errorf(e, "the debit run of %s was cut off", dueDate);
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        worker.shutdownNow();
    }
}
