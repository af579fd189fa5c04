package kr.gosan.payment.testing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.arrears.charge.Owing;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.RefundPostings;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.refund.rules.RefundCause;
import kr.gosan.payment.refund.rules.RefundPlan;
import kr.gosan.payment.refund.rules.RefundState;
import kr.gosan.payment.refund.rules.RefundState.Cause;

/** The refunds of {@link Office}. */
public final class OfficeRefunds {

    private static final class Refund {
        final UUID id = UUID.randomUUID();
        final Debt debt;
        final Optional<LocalDate> interestFrom;
        final Map<Fund, Won> left;
        boolean interest;
        UUID transfer;
        RefundState state = RefundState.WAITING;

        Refund(Debt debt, Optional<LocalDate> interestFrom, Map<Fund, Won> owed) {
            this.debt = debt;
            this.interestFrom = interestFrom;
            this.left = new EnumMap<>(owed);
        }

        void move(Cause cause) {
            state = RefundState.edge(Optional.of(state), cause).orElseThrow().to();
        }

        Won inAll() {
            return Won.sum(left.values());
        }
    }

    private final Office office;
    private final List<Refund> refunds = new ArrayList<>();

    OfficeRefunds(Office office) {
        this.office = office;
    }

    /** Every credit that a posting leaves is a refund; what is too small is dropped at once. */
    void open(Posting booked, RefundCause cause, UUID causeId, Optional<LocalDate> told) {
        Map<Fund, Won> owed = new EnumMap<>(Fund.class);
        booked.entries().stream()
                .filter(entry -> entry.account() == Account.REFUND_PAYABLE)
                .forEach(entry ->
                        owed.merge(entry.fund().orElseThrow(), entry.signed().negate(), Won::plus));
        owed.values().removeIf(amount -> !amount.isPositive());
        if (owed.isEmpty()) {
            return;
        }
        LocalDate on = booked.valueDate();
        Debt debt = booked.debt().orElseThrow();
        Optional<LocalDate> from = told.or(
                () -> Office.law("refund-interest.days-after-receipt", on).map(days -> cause.interestFrom(on, days)));
        Refund refund = new Refund(debt, from, owed);
        refunds.add(refund);
        if (new RefundPlan(List.of(), owed).isTooSmall(minimum(on))) {
            drop(refund, on);
            refund.state = RefundState.DROPPED;
        }
    }

    private static Won minimum(LocalDate on) {
        return Office.law("small-amount.minimum", on).map(AppliedParameter::won).orElse(Won.ZERO);
    }

    private void drop(Refund refund, LocalDate on) {
        RefundPostings.dropped(refund.debt, refund.id, on, refund.left).forEach(office.books::book);
        refund.left.clear();
    }

    public int count() {
        return refunds.size();
    }

    /** What is overdue and with the collector; empty when something overdue can still be paid otherwise. */
    private Optional<List<OpenItem>> overdue(Debt debt) {
        List<OpenItem> items = new ArrayList<>();
        for (Owing owing : office.books.owing()) {
            switch (OpenDebt.of(owing.history(), owing.terms(), office.today, OfficeBooks.LAW)) {
                case OpenDebt.Answer.Unknown it -> {
                    return Optional.empty();
                }
                case OpenDebt.Answer.Nothing it -> {}
                case OpenDebt.Answer.Open it -> {
                    OpenDebt open = it.debt();
                    if (open.debt().insurance() == debt.insurance() && open.overdueOn(office.today)) {
                        if (!open.terms().withCollector() && !open.items().isEmpty()) {
                            return Optional.empty();
                        }
                        items.addAll(open.items());
                    }
                }
            }
        }
        return Optional.of(items);
    }

    /** Whatever comes next: it is approved, with what is open paid first; sent; in the end paid, or back again. */
    public boolean next(int which, boolean comesBack) {
        Refund refund = refunds.get(which);
        return switch (refund.state) {
            case WAITING -> approve(refund);
            case APPROVED -> send(refund);
            case SENT -> {
                if (comesBack) {
                    back(refund, false);
                } else {
                    refund.move(Cause.TRANSFER_CONFIRMED);
                    Won gone = refund.inAll();
                    RefundPostings.paid(refund.debt, refund.transfer, office.today, refund.left)
                            .forEach(office.books::book);
                    office.books.told(Posting.Kind.REFUND_PAID, Optional.of(refund.debt), gone.negate());
                }
                yield true;
            }
            case PAID -> {
                if (comesBack) {
                    back(refund, true);
                    office.books.told(Posting.Kind.REFUND_RETURNED, Optional.of(refund.debt), refund.inAll());
                }
                yield comesBack;
            }
            case PROPOSED, OFFSET, DROPPED -> false;
        };
    }

    private void back(Refund refund, boolean hadArrived) {
        refund.move(Cause.TRANSFER_RETURNED);
        RefundPostings.returned(refund.debt, refund.transfer, office.today, hadArrived, refund.left)
                .forEach(office.books::book);
    }

    private boolean approve(Refund refund) {
        Optional<List<OpenItem>> open = overdue(refund.debt);
        if (open.isEmpty()) {
            return false;
        }
        RefundPlan plan = RefundPlan.of(refund.debt.insurance(), refund.left, open.get());
        refund.move(Cause.PROPOSAL);
        UUID offset = UUID.randomUUID();
        Map<Debt, Posting.Draft> drafts = plan.drafts(refund.debt);
        office.follow(drafts.entrySet().stream()
                .map(each -> Posting.of(
                        Posting.Kind.OVERPAYMENT_OFFSET, each.getKey(), offset, office.today, each.getValue()))
                .toList());
        plan.used().forEach((fund, amount) -> refund.left.merge(fund, amount, Won::minus));
        if (plan.toSend().isZero()) {
            refund.move(Cause.WHOLLY_OFFSET);
        } else if (plan.isTooSmall(minimum(office.today))) {
            refund.move(Cause.TOO_SMALL);
            drop(refund, office.today);
        } else {
            refund.move(Cause.APPROVAL);
        }
        return true;
    }

    private boolean send(Refund refund) {
        Optional<List<OpenItem>> open = overdue(refund.debt);
        if (open.isEmpty()) {
            return false;
        }
        RefundPlan plan = RefundPlan.of(refund.debt.insurance(), refund.left, open.get());
        if (!plan.offsets().isEmpty()) {
            refund.move(Cause.CIRCUMSTANCES_CHANGED);
            return true;
        }
        if (!refund.interest && refund.interestFrom.isPresent()) {
            // What the law says it is does not matter here, only that it is added once.
            long days = Math.max(0, refund.interestFrom.get().until(office.today, ChronoUnit.DAYS));
            Map<Fund, Won> interest = plan.share(Won.of(plan.toSend().amount() * days / 36_500));
            RefundPostings.decided(refund.debt, refund.id, office.today, interest)
                    .forEach(office.books::book);
            interest.forEach((fund, amount) -> refund.left.merge(fund, amount, Won::plus));
            refund.interest = interest.values().stream().anyMatch(Won::isPositive);
        }
        refund.transfer = UUID.randomUUID();
        refund.move(Cause.TRANSFER_ORDERED);
        RefundPostings.sent(refund.debt, refund.transfer, office.today, refund.left)
                .forEach(office.books::book);
        return true;
    }

    /** Refunds and books tell the same, fund by fund. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Fund fund : Fund.values()) {
            compare(faults, fund, Account.REFUND_PAYABLE, RefundState.WAITING, RefundState.APPROVED);
            compare(faults, fund, Account.REFUND_IN_TRANSIT, RefundState.SENT);
        }
        return faults;
    }

    private void compare(List<String> faults, Fund fund, Account account, RefundState... states) {
        Won left = Won.sum(refunds.stream()
                .filter(refund -> List.of(states).contains(refund.state))
                .map(refund -> refund.left.getOrDefault(fund, Won.ZERO))
                .toList());
        Won booked = office.books
                .books
                .balance(posting -> true, OfficeBooks.at(account, fund))
                .negate();
        if (!left.equals(booked)) {
            faults.add(account + " of " + fund + ": refunds " + left + ", booked " + booked);
        }
    }
}
