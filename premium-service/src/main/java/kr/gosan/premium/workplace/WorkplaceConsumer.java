package kr.gosan.premium.workplace;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import kr.gosan.platform.event.Inbox;
import kr.gosan.platform.workplace.Workplaces;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps this service's own picture of the workplaces, from what coverage-service tells. */
@Singleton
public class WorkplaceConsumer {

    private final Inbox inbox;
    private final Workplaces workplaces;

    public WorkplaceConsumer(Inbox inbox, Workplaces workplaces) {
        this.inbox = inbox;
        this.workplaces = workplaces;
    }

    @Incoming("coverage")
    @Blocking
    public void consume(String json) {
        inbox.once(json, workplaces::apply);
    }
}
