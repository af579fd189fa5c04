package kr.gosan.payment.arrears;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.slip.DueSlips;
import kr.gosan.payment.slip.DueSlips.Found;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.jboss.logging.Logger;

/**
 * Hands over whatever is overdue, a debt a transaction and a page at a time. It may be cut off anywhere, and two instances may
 * run it at once: each debt is taken under its lock and found done by whoever comes second.
 */
@Singleton
public class HandOverRun {

    private static final Logger LOG = Logger.getLogger(HandOverRun.class);

    private final DueSlips slips;
    private final HandOverArrears handOver;
    private final InsuranceLock lock;
    private final WorkplaceClock clock;
    private final boolean sandbox;

    HandOverRun(
            DueSlips slips, HandOverArrears handOver, InsuranceLock lock, WorkplaceClock clock, GosanConfig config) {
        this.slips = slips;
        this.handOver = handOver;
        this.lock = lock;
        this.clock = clock;
        this.sandbox = config.sandbox();
    }

    /** What a run did. */
    public record Done(int handedOver, int failed) {}

    /** Every ten minutes: a day ends at midnight for most, and in the sandbox whenever its workplace says. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void byTheClock() {
        Done done = everywhere();
        if (done.handedOver() + done.failed() > 0) {
            LOG.infof("%d debts handed over, %d failed", done.handedOver(), done.failed());
        }
    }

    /** Every workplace, by its own day. */
    Done everywhere() {
        int handedOver = 0;
        int failed = 0;
        // In the sandbox a workplace may live on a later day than this machine.
        LocalDate before = sandbox ? null : KoreanTime.dateOf(clock.systemNow());
        UUID after = null;
        List<Found> page;
        do {
            UUID last = after;
            page = QuarkusTransaction.requiringNew().call(() -> slips.toHandOver(null, before, last));
            for (Found found : over(page)) {
                try {
                    boolean done = QuarkusTransaction.requiringNew()
                            .call(() -> handOver.of(found, clock.today(found.managementNo())));
                    handedOver += done ? 1 : 0;
                } catch (RuntimeException e) {
                    // The others are handed over all the same; this one is tried again by the next run.
                    LOG.errorf(e, "slip %s was not handed over", found.slipId());
                    failed++;
                }
            }
            after = page.isEmpty() ? null : page.getLast().slipId();
        } while (!page.isEmpty());
        return new Done(handedOver, failed);
    }

    /** Where workplaces have days of their own most of a page is not due yet: that is seen without holding anything. */
    private List<Found> over(List<Found> page) {
        if (!sandbox) {
            return page;
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<WorkplaceNumber, LocalDate> days = new HashMap<>();
            return page.stream()
                    .filter(found -> found.isOverOn(days.computeIfAbsent(found.managementNo(), clock::today)))
                    .toList();
        });
    }

    /** One workplace within the caller's transaction, as of a day that has come for it. */
    int of(WorkplaceNumber workplace, LocalDate on) {
        // Before its slips ask for them in their own order.
        lock.hold(workplace);
        int handedOver = 0;
        UUID after = null;
        List<Found> page;
        do {
            page = slips.toHandOver(workplace, on, after);
            for (Found found : page) {
                handedOver += handOver.of(found, on) ? 1 : 0;
            }
            after = page.isEmpty() ? null : page.getLast().slipId();
        } while (!page.isEmpty());
        return handedOver;
    }
}
