package kr.gosan.payment.arrears;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kr.gosan.payment.arrears.ArrearsMessageStore.Untold;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.institution.ArrearsHandOver;
import kr.gosan.payment.institution.InstitutionFault;
import org.jboss.logging.Logger;

/**
 * Tells the National Health Insurance Service what was left for it, in order and as often as it takes: a message whose answer
 * was lost is told again under its own number, which the receiver knows. A run that gives up goes on behind those it could not
 * tell, so that no number of them keeps the others waiting for ever.
 */
@Singleton
public class TellCollector {

    private static final Logger LOG = Logger.getLogger(TellCollector.class);
    private static final int LONGEST = 600;

    /** After so many without an answer nobody seems to be there; the next run tries again. */
    private static final int PATIENCE = 3;

    private final ArrearsMessageStore messages;
    private final ArrearsHandOver collector;

    /** Debts that stayed unanswered since the last run that came to the end; forgotten with the process, and then tried again. */
    private final Set<Debt> unanswered = ConcurrentHashMap.newKeySet();

    TellCollector(ArrearsMessageStore messages, ArrearsHandOver collector) {
        this.messages = messages;
        this.collector = collector;
    }

    /**
     * @param mine whether this instance was the one to tell
     * @param last the last place that was looked at; empty when this was the end
     */
    private record Page(boolean mine, OptionalLong last, int told) {}

    @Scheduled(every = "10s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void byTheClock() {
        tell();
    }

    /**
     * Tells what was not told yet; a debt whose message stays unanswered waits with its later ones, and one that is refused is put
     * aside. Returns how many were told.
     */
    int tell() {
        int told = 0;
        Set<Debt> waiting = new HashSet<>(unanswered);
        int patience = waiting.size() + PATIENCE;
        boolean mine = true;
        OptionalLong last = OptionalLong.of(0);
        while (last.isPresent() && waiting.size() < patience) {
            long after = last.getAsLong();
            // One instance tells at a time, for a page at most; its receipts commit one by one.
            Page page = QuarkusTransaction.requiringNew()
                    .timeout(LONGEST)
                    .call(() -> messages.mayTell()
                            ? tellPage(after, waiting, patience)
                            : new Page(false, OptionalLong.empty(), 0));
            told += page.told();
            last = page.last();
            mine = page.mine();
        }
        if (waiting.size() >= patience) {
            unanswered.addAll(waiting);
        } else if (mine) {
            unanswered.clear();
        }
        return told;
    }

    private Page tellPage(long after, Set<Debt> waiting, int patience) {
        int told = 0;
        OptionalLong last = OptionalLong.empty();
        for (Untold each : messages.untold(after)) {
            if (waiting.size() >= patience) {
                break;
            }
            if (!waiting.contains(each.message().debt())) {
                switch (tell(each)) {
                    case TOLD -> told++;
                    case UNANSWERED -> waiting.add(each.message().debt());
                    case REFUSED -> {}
                }
            }
            last = OptionalLong.of(each.no());
        }
        return new Page(true, last, told);
    }

    private enum Result {
        TOLD,
        UNANSWERED,
        REFUSED
    }

    private Result tell(Untold each) {
        UUID message = each.message().requestId();
        try {
            Optional<String> receipt = collector.tell(each.message());
            receipt.ifPresent(number -> QuarkusTransaction.requiringNew().run(() -> messages.told(message, number)));
            return receipt.isPresent() ? Result.TOLD : Result.UNANSWERED;
        } catch (InstitutionFault e) {
            LOG.errorf(e, "message %s was refused by the collector of arrears and is put aside", message);
            QuarkusTransaction.requiringNew().run(() -> messages.refused(message, e.getMessage()));
            return Result.REFUSED;
        } catch (RuntimeException e) {
            LOG.errorf(e, "message %s to the collector of arrears failed", message);
            return Result.UNANSWERED;
        }
    }
}
