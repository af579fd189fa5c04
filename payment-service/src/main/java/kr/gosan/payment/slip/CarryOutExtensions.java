package kr.gosan.payment.slip;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.DueDateExtension;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.slip.DueSlips.Due;
import org.jboss.logging.Logger;

/**
 * Moves the slips of an extension, a workplace a transaction, once it is kept. It may be cut off anywhere and run twice at once:
 * no due date moves forward, so what was moved already is left alone, and an extension counts as carried out only when none of
 * its workplaces failed. Slips that are issued meanwhile are issued with the extension.
 */
@Singleton
public class CarryOutExtensions {

    private static final Logger LOG = Logger.getLogger(CarryOutExtensions.class);

    /** More days than the business calendar ever moves a due date by. */
    private static final int LONGEST_MOVE = 15;

    private final DueDateExtensionStore extensions;
    private final DueSlips slips;
    private final ExtendDueDates extendDueDates;

    CarryOutExtensions(DueDateExtensionStore extensions, DueSlips slips, ExtendDueDates extendDueDates) {
        this.extensions = extensions;
        this.slips = slips;
        this.extendDueDates = extendDueDates;
    }

    /** An extension was kept, in the transaction that goes on. */
    record Declared(UUID extensionId) {}

    /** Nobody who told of an extension waits for its slips. */
    void afterwards(@Observes(during = TransactionPhase.AFTER_SUCCESS) Declared declared) {
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            try {
                run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "extension %s waits for the next run", declared.extensionId());
            }
        });
    }

    /** Takes up what another instance, or a fault, left. */
    @Scheduled(every = "5m", delayed = "45s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void run() {
        for (DueDateExtension extension : QuarkusTransaction.requiringNew().call(extensions::notDone)) {
            if (movesAll(extension)) {
                QuarkusTransaction.requiringNew().run(() -> extensions.done(extension));
            }
        }
    }

    private boolean movesAll(DueDateExtension extension) {
        boolean all = true;
        UUID after = null;
        List<Due> page;
        do {
            UUID last = after;
            page = QuarkusTransaction.requiringNew()
                    .call(() -> slips.due(extension.from().minusDays(LONGEST_MOVE), extension.to(), last));
            for (WorkplaceNumber workplace : stillToMove(page, extension)) {
                try {
                    QuarkusTransaction.requiringNew().run(() -> extendDueDates.carryOut(extension, workplace));
                } catch (RuntimeException e) {
                    // The others are moved all the same; this one is tried again by the next run.
                    LOG.errorf(e, "due dates of workplace %s were not extended", workplace);
                    all = false;
                }
            }
            after = page.isEmpty() ? null : page.getLast().slipId();
        } while (!page.isEmpty());
        return all;
    }

    private static Set<WorkplaceNumber> stillToMove(List<Due> page, DueDateExtension extension) {
        DueDates dueDates = new DueDates(List.of(extension));
        Set<WorkplaceNumber> workplaces = new LinkedHashSet<>();
        page.stream()
                .filter(due -> dueDates.of(due.statutoryDueDate()).isAfter(due.dueDate()))
                .filter(due -> extension.scope() != DueDateExtension.Scope.WORKPLACES
                        || extension.isFor(due.managementNo(), null))
                .forEach(due -> workplaces.add(due.managementNo()));
        return workplaces;
    }
}
