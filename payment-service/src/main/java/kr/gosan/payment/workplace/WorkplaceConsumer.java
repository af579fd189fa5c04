package kr.gosan.payment.workplace;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.notice.RaiseNotice;
import kr.gosan.payment.slip.ExtendDueDates;
import kr.gosan.platform.event.Inbox;
import kr.gosan.platform.workplace.Workplaces;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the replica of workplaces: who may see their slips, and what day it is for them. */
@Singleton
public class WorkplaceConsumer {

    private final Inbox inbox;
    private final Workplaces workplaces;
    private final ExtendDueDates extendDueDates;
    private final RaiseNotice raiseNotice;

    WorkplaceConsumer(Inbox inbox, Workplaces workplaces, ExtendDueDates extendDueDates, RaiseNotice raiseNotice) {
        this.inbox = inbox;
        this.workplaces = workplaces;
        this.extendDueDates = extendDueDates;
        this.raiseNotice = raiseNotice;
    }

    @Incoming("coverage")
    @Blocking
    public void consume(String json) {
        inbox.once(json, event -> {
            workplaces.apply(event);
            if (event.type().equals(Workplaces.ESTABLISHED)) {
                WorkplaceNumber workplace = WorkplaceNumber.of(event.key());
                extendDueDates.onKnown(workplace);
                raiseNotice.onKnown(workplace);
            }
        });
    }
}
