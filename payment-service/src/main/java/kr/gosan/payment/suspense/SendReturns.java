package kr.gosan.payment.suspense;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.institution.Transfer;
import org.jboss.logging.Logger;

/**
 * Sends approved returns and asks what became of them. The bank knows an order by the decision's id and carries it out once,
 * so two instances, and one that was killed half-way, do no harm.
 */
@Singleton
public class SendReturns {

    private static final Logger LOG = Logger.getLogger(SendReturns.class);
    private static final UUID FIRST = new UUID(0, 0);

    private final SuspenseStore suspense;
    private final ResolveSuspense resolveSuspense;
    private final Transfer transfer;

    SendReturns(SuspenseStore suspense, ResolveSuspense resolveSuspense, Transfer transfer) {
        this.suspense = suspense;
        this.resolveSuspense = resolveSuspense;
        this.transfer = transfer;
    }

    /** Asks no bank inside a transaction. */
    @Scheduled(every = "30s", delayed = "25s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        List<UUID> page = suspense.toAsk(FIRST);
        while (!page.isEmpty()) {
            page.forEach(this::step);
            page = suspense.toAsk(page.getLast());
        }
    }

    private void step(UUID resolutionId) {
        try {
            Resolution resolution = suspense.find(resolutionId).orElseThrow();
            switch (resolution.state()) {
                case APPROVED -> send(resolution);
                case SENT -> ask(resolution);
                default -> {}
            }
        } catch (RuntimeException e) {
            // One return that cannot be sent, or that the bank cannot read, does not keep the others waiting.
            LOG.errorf(e, "return %s of suspended money stays where it is", resolutionId);
        }
    }

    private void send(Resolution resolution) {
        OffsetDateTime orderedAt = KoreanTime.timeOf(suspense.decidedAt(resolution));
        // The same whenever the order is sent again.
        Transfer.Order order = new Transfer.Order(
                resolution.resolutionId(), suspense.account(resolution), resolution.amount(), "보험료 반환", orderedAt);
        switch (transfer.send(order)) {
            case Transfer.Answer.Sent(String transactionId, OffsetDateTime at) ->
                moved(resolution, ResolutionState.SENT, transactionId, null, at);
            case Transfer.Answer.Refused(Transfer.Refusal reason) ->
                moved(
                        resolution,
                        // It was taken before, and forgotten: the money never left.
                        resolution.state() == ResolutionState.SENT ? ResolutionState.RETURNED : ResolutionState.FAILED,
                        null,
                        reason.name(),
                        orderedAt);
            case Transfer.Answer.Unanswered it -> {}
        }
    }

    private void ask(Resolution resolution) {
        switch (transfer.outcome(resolution.resolutionId())) {
            case Transfer.Outcome.Paid(OffsetDateTime at) -> moved(resolution, ResolutionState.PAID, null, null, at);
            case Transfer.Outcome.Returned(Transfer.Refusal reason, OffsetDateTime at) ->
                moved(resolution, ResolutionState.RETURNED, null, reason.name(), at);
            case Transfer.Outcome.Unknown it -> send(resolution);
            case Transfer.Outcome.Pending it -> {}
            case Transfer.Outcome.Unanswered it -> {}
        }
    }

    /** Nothing happens where somebody else has moved it on meanwhile. */
    private void moved(Resolution seen, ResolutionState to, String transactionId, String reason, OffsetDateTime at) {
        if (seen.state() != to) {
            resolveSuspense.moved(seen, to, new SuspenseStore.BankAnswer(transactionId, reason, at));
        }
    }
}
