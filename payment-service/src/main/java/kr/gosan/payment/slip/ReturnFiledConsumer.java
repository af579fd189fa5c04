package kr.gosan.payment.slip;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.platform.event.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of filed returns. */
@Singleton
public class ReturnFiledConsumer {

    static final String RETURN_FILED = "kr.gosan.premium.return-filed.v1";

    private final Inbox inbox;
    private final ObjectMapper mapper;
    private final IssueSlips issueSlips;

    ReturnFiledConsumer(Inbox inbox, ObjectMapper mapper, IssueSlips issueSlips) {
        this.inbox = inbox;
        this.mapper = mapper;
        this.issueSlips = issueSlips;
    }

    @Incoming("premium")
    @Blocking
    public void consume(String json) {
        inbox.once(json, event -> {
            if (event.type().equals(RETURN_FILED)) {
                issueSlips.on(event.data(mapper, FiledReturn.class));
            }
        });
    }
}
