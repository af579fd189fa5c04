package kr.gosan.payment.refund;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.refund.RefundInterest;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.payment.account.Accounts;
import kr.gosan.payment.account.RegisteredAccount;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.refund.RefundOffer.AccountView;
import kr.gosan.payment.refund.RefundOffer.OffsetView;
import kr.gosan.payment.refund.rules.RefundPlan;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;

/** What would become of a refund on a day: what is open and paid first, what is left, its interest, and where it goes. */
@Singleton
class AssessRefund {

    private static final String MINIMUM = "small-amount.minimum";

    private final OffsetOpenItems openItems;
    private final Accounts accounts;
    private final RefundTransfers transfers;
    private final Workplaces workplaces;
    private final LawBook book;

    AssessRefund(
            OffsetOpenItems openItems,
            Accounts accounts,
            RefundTransfers transfers,
            Workplaces workplaces,
            LawBook book) {
        this.openItems = openItems;
        this.accounts = accounts;
        this.transfers = transfers;
        this.workplaces = workplaces;
        this.book = book;
    }

    /** Either what would become of it, or why nothing can. */
    sealed interface Assessed {

        record Ready(RefundPlan plan, RefundOffer offer) implements Assessed {}

        record Not(RefundOutcome because) implements Assessed {}
    }

    Assessed of(Refund refund, LocalDate on) {
        if (refund.payableUntil().filter(on::isAfter).isPresent()) {
            return new Assessed.Not(new RefundOutcome.Lapsed());
        }
        LookUp minimum = book.on(MINIMUM, on);
        if (minimum instanceof LookUp.Refused refused) {
            return new Assessed.Not(new RefundOutcome.LawUnknown(List.of(refused)));
        }
        return switch (openItems.open(refund.debt(), on)) {
            case OffsetOpenItems.Open.Unknown(List<LookUp.Refused> refusals) ->
                new Assessed.Not(new RefundOutcome.LawUnknown(refusals));
            case OffsetOpenItems.Open.NotClosed it -> new Assessed.Not(new RefundOutcome.ArrearsOpen());
            case OffsetOpenItems.Open.Known(List<OpenItem> open) ->
                of(
                        refund,
                        on,
                        RefundPlan.of(refund.debt().insurance(), refund.left(), open),
                        ((LookUp.Found) minimum).parameter().won());
        };
    }

    private Assessed of(Refund refund, LocalDate on, RefundPlan plan, Won minimum) {
        if (plan.toSend().isZero()) {
            return ready(plan, on, Won.ZERO, null, null);
        }
        if (plan.isTooSmall(minimum)) {
            return ready(plan, on, plan.toSend(), null, null);
        }
        if (refund.interestFrom().isEmpty()) {
            return new Assessed.Not(new RefundOutcome.LawUnknown(List.of(unknown(refund))));
        }
        Optional<RegisteredAccount> account = account(refund);
        if (account.isEmpty()) {
            return new Assessed.Not(new RefundOutcome.NoAccount());
        }
        if (!belongs(account.get())) {
            return new Assessed.Not(new RefundOutcome.AccountOfAnother());
        }
        if (cameBack(refund, account.get())) {
            return new Assessed.Not(new RefundOutcome.AccountReturned());
        }
        if (refund.interest().isPositive()) {
            return ready(plan, on, Won.ZERO, null, account.get());
        }
        return switch (RefundInterest.of(plan.toSend(), refund.interestFrom().get(), on, book)) {
            case RefundInterest.Answer.Unknown(LookUp.Refused refused) ->
                new Assessed.Not(new RefundOutcome.LawUnknown(List.of(refused)));
            case RefundInterest.Answer.Known(RefundInterest interest) ->
                new Assessed.Ready(
                        plan, offer(plan, on, Won.ZERO, refund.interestFrom().get(), interest, account.get()));
        };
    }

    /** The account the return or correction named, unless money came back from it: then the one registered last. */
    private Optional<RegisteredAccount> account(Refund refund) {
        return accounts.refundAccount(refund.debt().managementNo(), refund.causeId())
                .filter(named -> !cameBack(refund, named))
                .or(() -> accounts.refundAccount(refund.debt().managementNo()));
    }

    private boolean cameBack(Refund refund, RegisteredAccount account) {
        return transfers.cameBackFrom(refund.refundId(), account.registrationId());
    }

    private static Assessed ready(
            RefundPlan plan, LocalDate on, Won dropped, RefundInterest interest, RegisteredAccount account) {
        return new Assessed.Ready(plan, offer(plan, on, dropped, null, interest, account));
    }

    private static RefundOffer offer(
            RefundPlan plan,
            LocalDate on,
            Won dropped,
            LocalDate interestFrom,
            RefundInterest interest,
            RegisteredAccount account) {
        return new RefundOffer(
                on,
                plan.offsets().stream().map(OffsetView::of).toList(),
                plan.offset(),
                plan.toSend().minus(dropped),
                dropped,
                interest == null ? Won.ZERO : interest.amount(),
                interestFrom,
                interest == null ? null : interest.trace(),
                account == null
                        ? null
                        : new AccountView(account.registrationId(), account.institution(), account.masked()));
    }

    /** The employer's own: by its name, and of its kind where that was asked. */
    private boolean belongs(RegisteredAccount account) {
        Optional<EmployerKind> employer =
                workplaces.find(account.managementNo()).map(KnownWorkplace::employerKind);
        return account.holderFits()
                && (account.holderKind() == null || employer.equals(Optional.of(account.holderKind())));
    }

    private LookUp.Refused unknown(Refund refund) {
        return book.on("refund-interest.days-after-receipt", refund.arisenOn()) instanceof LookUp.Refused refused
                ? refused
                : new LookUp.Refused(
                        "refund-interest.days-after-receipt", refund.arisenOn(), LookUp.Reason.BEFORE_FIRST_VALUE);
    }
}
