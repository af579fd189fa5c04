package kr.gosan.payment.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.jboss.logging.Logger;

/**
 * Tells ahead of due dates, some business days before, each slip once for each mark. A transaction for each slip, which its row
 * puts in line with a payment: killed half-way it goes on where it was, and two instances tell nobody twice.
 */
@Singleton
public class TellDueSoon {

    private static final Logger LOG = Logger.getLogger(TellDueSoon.class);
    private static final int PAGE = 200;

    /** No calendar puts more than as many days again between business days, and a week for the longest holidays. */
    private static final int HOLIDAYS = 7;

    private final EmployerNoticeStore store;
    private final SlipStore slips;
    private final Outbox outbox;
    private final WorkplaceClock clock;
    private final List<Integer> marks;

    TellDueSoon(EmployerNoticeStore store, SlipStore slips, Outbox outbox, WorkplaceClock clock, NoticeConfig config) {
        this.store = store;
        this.slips = slips;
        this.outbox = outbox;
        this.clock = clock;
        this.marks = config.businessDaysAhead();
    }

    @Scheduled(
            identity = "payment-due-soon",
            every = "${gosan.notices.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        run();
    }

    /** Looks at every open slip that is due soon; how many were told. */
    public int run() {
        int furthest = 2 * marks.stream().mapToInt(mark -> mark).max().orElse(0) + HOLIDAYS;
        LocalDate systemToday = KoreanTime.dateOf(clock.systemNow());
        int told = 0;
        UUID after = new UUID(0, 0);
        List<UUID> page;
        do {
            UUID from = after;
            page = QuarkusTransaction.requiringNew().call(() -> store.dueWithin(systemToday, furthest, from, PAGE));
            for (UUID slipId : page) {
                try {
                    told += QuarkusTransaction.requiringNew().call(() -> tell(slipId)) ? 1 : 0;
                } catch (RuntimeException e) {
                    // The others are told all the same; this one is looked at again by the next run.
                    LOG.errorf(e, "of slip %s, which may be due soon, nobody was told", slipId);
                }
                after = slipId;
            }
        } while (page.size() == PAGE);
        if (told > 0) {
            LOG.infof("told of %d slips that are due soon", told);
        }
        return told;
    }

    private boolean tell(UUID slipId) {
        Slip slip = slips.lockSlip(slipId).orElseThrow();
        LocalDate today = clock.today(slip.debt().managementNo());
        if (slip.state() != SlipState.ISSUED || today.isAfter(slip.dueDate())) {
            return false;
        }
        int left = DaysAhead.left(today, slip.dueDate(), BusinessCalendar.korea()::isBusinessDay);
        List<Integer> reached = DaysAhead.reached(left, marks);
        if (reached.isEmpty() || !store.mark(slip, reached.getFirst(), today)) {
            return false;
        }
        // Marks that passed unseen are not told afterwards.
        reached.stream().skip(1).forEach(mark -> store.mark(slip, mark, today));
        outbox.publish(
                PaymentDueSoon.TYPE,
                slip.debt().managementNo().digits(),
                clock.now(slip.debt().managementNo()),
                PaymentDueSoon.of(slip, left));
        return true;
    }
}
