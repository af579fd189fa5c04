package kr.gosan.payment.arrears;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.payment.arrears.ArrearsMessageStore.Untold;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.institution.ArrearsHandOver;
import org.jboss.logging.Logger;

/**
 * Tells the National Health Insurance Service what was left for it, in order and as often as it takes: a message whose answer
 * was lost is told again under its own number, which the receiver knows.
 */
@Singleton
public class TellCollector {

    private static final Logger LOG = Logger.getLogger(TellCollector.class);
    private static final int LONGEST = 600;

    /** After so many without an answer nobody seems to be there; the next run tries again. */
    private static final int PATIENCE = 3;

    private final ArrearsMessageStore messages;
    private final ArrearsHandOver collector;

    TellCollector(ArrearsMessageStore messages, ArrearsHandOver collector) {
        this.messages = messages;
        this.collector = collector;
    }

    @Scheduled(every = "10s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void byTheClock() {
        // The lock of the telling instance is held as long as it tells; its receipts commit one by one.
        QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> {
            if (messages.mayTell()) {
                tell();
            }
        });
    }

    /** Tells what was not told yet; a debt whose message stays unanswered waits with its later ones. Returns how many were told. */
    int tell() {
        int told = 0;
        Set<Debt> waiting = new HashSet<>();
        long after = 0;
        List<Untold> page;
        do {
            long last = after;
            page = QuarkusTransaction.requiringNew().call(() -> messages.untold(last));
            for (Untold each : page) {
                if (!waiting.contains(each.message().debt()) && tell(each)) {
                    told++;
                } else {
                    waiting.add(each.message().debt());
                }
                after = each.no();
            }
        } while (!page.isEmpty() && waiting.size() < PATIENCE);
        return told;
    }

    private boolean tell(Untold each) {
        try {
            Optional<String> receipt = collector.tell(each.message());
            receipt.ifPresent(number -> QuarkusTransaction.requiringNew()
                    .run(() -> messages.told(each.message().requestId(), number)));
            return receipt.isPresent();
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "message %s to the collector of arrears failed",
                    each.message().requestId());
            return false;
        }
    }
}
