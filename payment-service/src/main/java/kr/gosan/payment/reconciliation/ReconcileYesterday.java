package kr.gosan.payment.reconciliation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.reconciliation.ReconciliationStore.Reconciliation;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.jboss.logging.Logger;

/**
 * Holds the daily file of every institution against our notices without being asked. A day is compared by itself once, when
 * it is over; a file that could not be had is asked for again in the next round, for a month. Two instances at the same
 * instant may both compare: the later comparison counts, and both say the same.
 */
@Singleton
class ReconcileYesterday {

    private static final Logger LOG = Logger.getLogger(ReconcileYesterday.class);
    private static final String MEMBER = "gosan-clock";
    private static final int DAYS_ASKED_FOR_AGAIN = 31;

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
        upTo(KoreanTime.dateOf(clock.systemNow()).minusDays(1));
    }

    /**
     * Compares the day at every institution where that was not done yet, and the days before it that were left out since
     * the first comparison; no institution is asked inside a transaction.
     */
    void upTo(LocalDate last) {
        for (Institution institution : WITH_FILES) {
            SortedSet<LocalDate> done = store.compared(institution, last.minusDays(DAYS_ASKED_FOR_AGAIN - 1), last);
            LocalDate first = done.isEmpty() ? last : done.first();
            first.datesUntil(last.plusDays(1))
                    .filter(day -> !done.contains(day))
                    .forEach(day -> of(institution, day));
        }
    }

    private void of(Institution institution, LocalDate day) {
        try {
            reconcileDay.fetch(institution, day).ifPresent(this::compare);
        } catch (RuntimeException e) {
            // What one institution sends of one day keeps no other file waiting.
            LOG.errorf(e, "the file of %s for %s was not compared", institution, day);
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
