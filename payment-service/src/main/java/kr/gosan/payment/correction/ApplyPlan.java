package kr.gosan.payment.correction;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Set;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.FollowChanges;
import kr.gosan.payment.correction.plan.Plan;
import kr.gosan.payment.correction.plan.SlipChange;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.slip.ReplaceSlips;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/** Carries a plan out: slips, events and ledger in the transaction that decided on it. */
@Singleton
class ApplyPlan {

    private final ReplaceSlips slips;
    private final FollowChanges changes;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    ApplyPlan(ReplaceSlips slips, FollowChanges changes, Outbox outbox, WorkplaceClock clock) {
        this.slips = slips;
        this.changes = changes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param why the slips change, unless it is for an offset alone */
    @Transactional(Transactional.TxType.MANDATORY)
    void apply(Plan plan, LocalDate day, ReplaceSlips.Reason why, SlipReason reason) {
        for (SlipChange change : plan.slips()) {
            switch (change) {
                case SlipChange.Issue it -> slips.issue(it.debt(), it.figures(), it.dueDate(), day, reason);
                case SlipChange.Replace it ->
                    slips.replace(
                            it.slip(), it.figures(), day, it.onlyOffset() ? ReplaceSlips.Reason.OFFSET : why, reason);
            }
        }
        Set<Debt> handedOver = changes.book(plan.postings());
        plan.postings().stream()
                .filter(posting -> handedOver.contains(posting.debt().orElseThrow()))
                .flatMap(posting -> ArrearsReduced.of(posting).stream())
                .forEach(this::tell);
    }

    private void tell(ArrearsReduced reduced) {
        WorkplaceNumber workplace = reduced.managementNo();
        outbox.publish(ArrearsReduced.TYPE, workplace.digits(), clock.now(workplace), reduced);
    }
}
