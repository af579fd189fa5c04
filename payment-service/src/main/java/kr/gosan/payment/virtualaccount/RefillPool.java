package kr.gosan.payment.virtualaccount;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.VirtualAccountAllotment;
import org.jboss.logging.Logger;

/** Keeps enough account numbers in the pool, and fills in slips that were issued without. Several instances do no harm. */
@Singleton
public class RefillPool {

    private static final Logger LOG = Logger.getLogger(RefillPool.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 500;

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
        Optional<UUID> last = pool.fillIn(FIRST, PAGE);
        while (last.isPresent()) {
            last = pool.fillIn(last.get(), PAGE);
        }
    }

    private void refill(Institution bank) {
        try {
            Optional<PoolStore.Order> order = pool.order(bank, settings.low(), settings.block());
            order.ifPresent(it -> allotment
                    .allot(it.requestId(), bank, it.size())
                    .ifPresentOrElse(
                            numbers -> pool.add(bank, it.requestId(), numbers),
                            () -> LOG.warnf("%s allots no account numbers now", bank)));
        } catch (RuntimeException e) {
            // A bank whose answer cannot be read keeps neither the other bank nor the slips waiting.
            LOG.errorf(e, "%s allots no account numbers", bank);
        }
    }
}
