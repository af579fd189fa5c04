package kr.gosan.payment.virtualaccount;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.Optional;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.VirtualAccountAllotment;
import org.jboss.logging.Logger;

/** Keeps enough account numbers in the pool, and fills in slips that were issued without. Several instances do no harm. */
@Singleton
public class RefillPool {

    private static final Logger LOG = Logger.getLogger(RefillPool.class);

    private final PoolStore pool;
    private final VirtualAccountAllotment allotment;
    private final PoolSettings settings;

    RefillPool(PoolStore pool, VirtualAccountAllotment allotment, PoolSettings settings) {
        this.pool = pool;
        this.allotment = allotment;
        this.settings = settings;
    }

    /** Asks no bank inside a transaction. A bank that is away is asked again the next time. */
    @Scheduled(every = "{gosan.virtual-accounts.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        Banks.ALL.forEach(this::refill);
        while (pool.fillIn() > 0) {
            // page after page, until nothing waits or nothing is left to give
        }
    }

    private void refill(Institution bank) {
        Optional<PoolStore.Order> order = pool.order(bank, settings.low(), settings.block());
        order.ifPresent(it -> allotment
                .allot(it.requestId(), bank, it.size())
                .ifPresentOrElse(
                        numbers -> pool.add(bank, it.requestId(), numbers),
                        () -> LOG.warnf("%s allots no account numbers now", bank)));
    }
}
