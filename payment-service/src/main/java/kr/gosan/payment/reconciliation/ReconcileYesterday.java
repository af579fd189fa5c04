package kr.gosan.payment.reconciliation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.reconciliation.ReconciliationStore.Reconciliation;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.jboss.logging.Logger;

/**
 * Holds yesterday's file of every institution against our notices without being asked. A day is compared by itself once; a
 * file that could not be had is asked for again in the next round. Two instances at the same instant may both compare: the
 * later comparison counts, and both say the same.
 */
@Singleton
class ReconcileYesterday {

    private static final Logger LOG = Logger.getLogger(ReconcileYesterday.class);
    private static final String MEMBER = "gosan-clock";

    /** The collector of arrears signs what it collected by itself and keeps no file for us. */
    private static final Set<Institution> WITH_FILES = EnumSet.complementOf(EnumSet.of(Institution.NHIS));

    private final ReconcileDay reconcileDay;
    private final ReconciliationStore store;
    private final WorkplaceClock clock;

    ReconcileYesterday(ReconcileDay reconcileDay, ReconciliationStore store, WorkplaceClock clock) {
        this.reconcileDay = reconcileDay;
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(
            identity = "reconciliation",
            every = "15m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        of(KoreanTime.dateOf(clock.systemNow()).minusDays(1));
    }

    /** Compares the day at every institution where that was not done yet; no institution is asked inside a transaction. */
    void of(LocalDate day) {
        for (Institution institution : WITH_FILES) {
            try {
                if (!store.isCompared(institution, day)) {
                    reconcileDay.fetch(institution, day).ifPresent(this::compare);
                }
            } catch (RuntimeException e) {
                // What one institution sends does not keep the files of the others waiting.
                LOG.errorf(e, "the file of %s for %s was not compared", institution, day);
            }
        }
    }

    private void compare(DailyFile file) {
        Reconciliation kept = QuarkusTransaction.requiringNew().call(() -> reconcileDay.compare(file, MEMBER));
        if (kept.differences() > 0) {
            LOG.warnf(
                    "the file of %s for %s differs from our notices %d times: reconciliation %s",
                    kept.institution(), kept.day(), kept.differences(), kept.reconciliationId());
        }
    }
}
