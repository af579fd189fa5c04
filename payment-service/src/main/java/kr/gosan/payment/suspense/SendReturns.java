package kr.gosan.payment.suspense;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
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
            Optional<ResolutionState> next = switch (resolution.state()) {
                case APPROVED -> send(resolution);
                case SENT -> outcome(resolution);
                default -> Optional.empty();
            };
            next.ifPresent(state -> resolveSuspense.moved(resolution, state));
        } catch (RuntimeException e) {
            // One return that cannot be sent, or that the bank cannot read, does not keep the others waiting.
            LOG.errorf(e, "return %s of suspended money stays where it is", resolutionId);
        }
    }

    private Optional<ResolutionState> send(Resolution resolution) {
        Transfer.Order order = new Transfer.Order(
                resolution.resolutionId(),
                suspense.account(resolution),
                resolution.amount(),
                "보험료 반환",
                // The same whenever the order is sent again.
                KoreanTime.timeOf(suspense.decidedAt(resolution)));
        return switch (transfer.send(order)) {
            case Transfer.Answer.Sent it -> Optional.of(ResolutionState.SENT);
            case Transfer.Answer.Refused it -> Optional.of(ResolutionState.FAILED);
            case Transfer.Answer.Unanswered it -> Optional.empty();
        };
    }

    private Optional<ResolutionState> outcome(Resolution resolution) {
        return switch (transfer.outcome(resolution.resolutionId())) {
            case Transfer.Outcome.Paid it -> Optional.of(ResolutionState.PAID);
            case Transfer.Outcome.Returned it -> Optional.of(ResolutionState.RETURNED);
            case Transfer.Outcome.Unknown it -> {
                send(resolution);
                yield Optional.empty();
            }
            case Transfer.Outcome.Pending it -> Optional.empty();
            case Transfer.Outcome.Unanswered it -> Optional.empty();
        };
    }
}
