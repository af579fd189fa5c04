package kr.gosan.payment.notice;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import kr.gosan.platform.event.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what this service itself tells, to tell the people concerned. */
@Singleton
public class NoticeConsumer {

    private final Inbox inbox;
    private final RaiseNotice raiseNotice;

    NoticeConsumer(Inbox inbox, RaiseNotice raiseNotice) {
        this.inbox = inbox;
        this.raiseNotice = raiseNotice;
    }

    @Incoming("payment")
    @Blocking
    public void consume(String json) {
        inbox.once(json, NoticeKind::tells, raiseNotice::on);
    }
}
