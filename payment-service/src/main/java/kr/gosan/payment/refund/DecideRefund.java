package kr.gosan.payment.refund;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.RefundPostings;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.refund.RefundDecided.Decision;
import kr.gosan.payment.refund.rules.RefundState;
import kr.gosan.payment.refund.rules.RefundState.Cause;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Two operators decide on a refund: one proposes it, another one approves it. What is open in the same insurance is paid with
 * it at the approval (보험료징수법 §23①), as it stands then; only what is left is sent.
 */
@Singleton
public class DecideRefund {

    private final RefundStore refunds;
    private final RefundDeciders deciders;
    private final AssessRefund assess;
    private final OffsetOpenItems openItems;
    private final LedgerStore ledger;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;
    private final ObjectMapper mapper;

    DecideRefund(
            RefundStore refunds,
            RefundDeciders deciders,
            AssessRefund assess,
            OffsetOpenItems openItems,
            LedgerStore ledger,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock,
            ObjectMapper mapper) {
        this.refunds = refunds;
        this.deciders = deciders;
        this.assess = assess;
        this.openItems = openItems;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** Why it was rejected. */
    record Rejection(String reason) {}

    /** @param step of the refund as the operator saw it */
    @Transactional(Transactional.TxType.MANDATORY)
    RefundOutcome propose(String operator, UUID refundId, int step) {
        return at(refundId, step, Cause.PROPOSAL, refund -> {
            LocalDate on = today(refund);
            return switch (assess.of(refund, on)) {
                case AssessRefund.Assessed.Not not -> not.because();
                case AssessRefund.Assessed.Ready ready ->
                    new RefundOutcome.Done(moved(refund, Cause.PROPOSAL, operator, on, ready.offer()), ready.offer());
            };
        });
    }

    /** @param operator neither who proposed it nor who decided what it follows from */
    @Transactional(Transactional.TxType.MANDATORY)
    RefundOutcome approve(String operator, UUID refundId, int step) {
        return at(refundId, step, Cause.APPROVAL, refund -> {
            RefundStep proposal = refunds.steps(refundId).getLast();
            if (proposal.memberId().equals(Optional.of(operator))) {
                return new RefundOutcome.ApproverIsProposer();
            }
            if (deciders.of(refund).contains(operator)) {
                return new RefundOutcome.ApproverDecidedCause();
            }
            openItems.hold(refund.debt());
            LocalDate on = today(refund);
            return switch (assess.of(refund, on)) {
                case AssessRefund.Assessed.Not not -> not.because();
                case AssessRefund.Assessed.Ready ready ->
                    ready.offer().agreesWith(offer(proposal))
                            ? approved(operator, refund, on, ready)
                            : new RefundOutcome.OfferChanged(ready.offer());
            };
        });
    }

    /** Takes a proposal back; whoever made it may do so too. */
    @Transactional(Transactional.TxType.MANDATORY)
    RefundOutcome reject(String operator, UUID refundId, int step, String reason) {
        return at(
                refundId,
                step,
                Cause.REJECTION,
                refund -> new RefundOutcome.Rejected(
                        moved(refund, Cause.REJECTION, operator, today(refund), new Rejection(reason))));
    }

    private RefundOutcome at(UUID refundId, int step, Cause cause, Function<Refund, RefundOutcome> then) {
        Optional<Refund> found = refunds.lock(refundId);
        if (found.isEmpty()) {
            return new RefundOutcome.NotFound();
        }
        Refund refund = found.get();
        if (RefundState.edge(Optional.of(refund.state()), cause).isEmpty()) {
            return new RefundOutcome.WrongState(refund.state());
        }
        return refund.step() == step ? then.apply(refund) : new RefundOutcome.VersionChanged();
    }

    private RefundOutcome approved(String operator, Refund refund, LocalDate on, AssessRefund.Assessed.Ready ready) {
        RefundOffer offer = ready.offer();
        if (!ready.plan().offsets().isEmpty()) {
            refunds.use(refund, RefundStore.Use.OFFSET, openItems.settle(refund, ready.plan(), on));
        }
        Decision decision = Decision.APPROVED;
        Cause cause = Cause.APPROVAL;
        if (offer.dropped().isPositive()) {
            refunds.use(refund, RefundStore.Use.DROPPED, ready.plan().left());
            RefundPostings.dropped(
                            refund.debt(), refund.refundId(), on, ready.plan().left())
                    .forEach(ledger::book);
            decision = Decision.TOO_SMALL;
            cause = Cause.TOO_SMALL;
        } else if (offer.toRefund().isZero()) {
            decision = Decision.WHOLLY_OFFSET;
            cause = Cause.WHOLLY_OFFSET;
        }
        Won offset = offer.offset();
        Refund now = moved(refund, cause, operator, on, offer);
        WorkplaceNumber workplace = refund.debt().managementNo();
        outbox.publish(
                RefundState.edge(Optional.of(refund.state()), cause)
                        .orElseThrow()
                        .event()
                        .orElseThrow(),
                workplace.digits(),
                clock.now(workplace),
                RefundDecided.of(refund, decision, on, offset, offer.dropped(), offer.toRefund()));
        return new RefundOutcome.Done(now, offer);
    }

    private Refund moved(Refund refund, Cause cause, String operator, LocalDate on, Object detail) {
        audit.record(
                operator,
                "payment.refund." + cause,
                refund.debt().managementNo(),
                refund.refundId().toString());
        return refunds.move(refund, cause, operator, on, detail);
    }

    private RefundOffer offer(RefundStep proposal) {
        try {
            return mapper.treeToValue(proposal.detail(), RefundOffer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a proposal cannot be read", e);
        }
    }

    private LocalDate today(Refund refund) {
        return clock.today(refund.debt().managementNo());
    }
}
