package kr.gosan.payment.refund;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.FollowChanges;
import kr.gosan.payment.arrears.InsuranceLock;
import kr.gosan.payment.arrears.OpenItems;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.refund.rules.RefundPlan;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Pays with a refund what is overdue in the same insurance (보험료징수법 §23①②). What is not due yet is left to the employer, who
 * may have it offset with the return.
 */
@Singleton
class OffsetOpenItems {

    private static final String OFFSET = "kr.gosan.payment.overpayment-offset.v1";

    private final OpenItems openItems;
    private final FollowChanges changes;
    private final InsuranceLock lock;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    OffsetOpenItems(
            OpenItems openItems, FollowChanges changes, InsuranceLock lock, Outbox outbox, WorkplaceClock clock) {
        this.openItems = openItems;
        this.changes = changes;
        this.lock = lock;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What a refund has to pay first. */
    sealed interface Open {

        record Known(List<OpenItem> items) implements Open {}

        /** Something is overdue whose slip can still be paid: it is not settled twice. */
        record NotClosed() implements Open {}

        record Unknown(List<LookUp.Refused> refusals) implements Open {}
    }

    /** Puts in line whoever settles something in the insurance; until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(Debt debt) {
        lock.hold(debt.managementNo(), debt.insurance());
    }

    /** @param debt of the refund: what is overdue in its insurance */
    Open open(Debt debt, LocalDate on) {
        return switch (openItems.of(debt.managementNo(), on)) {
            case OpenItems.Answer.Unknown(List<LookUp.Refused> refusals) -> new Open.Unknown(refusals);
            case OpenItems.Answer.Known known -> {
                List<OpenDebt> overdue = known.overdueOn(on).stream()
                        .filter(open -> open.debt().insurance() == debt.insurance())
                        .filter(open -> !open.items().isEmpty())
                        .toList();
                yield overdue.stream().allMatch(open -> open.terms().withCollector())
                        ? new Open.Known(overdue.stream()
                                .flatMap(open -> open.items().stream())
                                .toList())
                        : new Open.NotClosed();
            }
        };
    }

    /** Books the plan's offsets and tells of them; what of each fund was used. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<Fund, Won> settle(Refund refund, RefundPlan plan, LocalDate on) {
        UUID offsetId = UUID.nameUUIDFromBytes(
                ("refund-offset:" + refund.refundId() + ":" + refund.step()).getBytes(StandardCharsets.UTF_8));
        Map<Debt, Posting.Draft> drafts = plan.drafts(refund.debt());
        // What was paid late bears its late charge up to today, and the collector has less to collect.
        changes.book(drafts.entrySet().stream()
                .map(each -> Posting.of(Posting.Kind.OVERPAYMENT_OFFSET, each.getKey(), offsetId, on, each.getValue()))
                .toList());
        WorkplaceNumber workplace = refund.debt().managementNo();
        outbox.publish(
                OFFSET, workplace.digits(), clock.now(workplace), OverpaymentOffset.of(refund, offsetId, plan, on));
        return plan.used();
    }
}
