package kr.gosan.payment.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.charge.CollectedMoney;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.arrears.order.CollectionOrder.Division;
import kr.gosan.payment.arrears.order.CollectionOrder.Share;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.BankPostings;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.Posting.Kind;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;

/** What {@link Office} hands over to the collector of arrears, and what he tells. */
public final class OfficeCollector {

    private static final Set<Kind> SPENDS =
            Set.of(Kind.PREMIUM_ADJUSTED, Kind.OVERPAYMENT_OFFSET, Kind.CHARGE_CANCELLED);

    private static final class Collected {
        final UUID id = UUID.randomUUID();
        final LocalDate on;
        final Division division;
        final Optional<Debt> suspendedOn;
        boolean reversed;

        Collected(LocalDate on, Division division, Optional<Debt> suspendedOn) {
            this.on = on;
            this.division = division;
            this.suspendedOn = suspendedOn;
        }
    }

    private final Office office;
    private final OfficeBooks books;
    private final List<Collected> collected = new ArrayList<>();
    private final Set<UUID> handedOver = new HashSet<>();

    OfficeCollector(Office office) {
        this.office = office;
        this.books = office.books;
    }

    /** Everything whose last day has passed is handed over. */
    public void handOver() {
        for (Slip slip : books.slips()) {
            Debt debt = slip.debt();
            boolean unpaid = slip.state() == SlipState.ISSUED && slip.lastDay().isBefore(office.today);
            boolean paidLate = slip.state() == SlipState.PAID
                    && books.books.received.get(debt).paidOn().isAfter(slip.dueDate())
                    && slip.dueDate().isBefore(office.today)
                    && !handedOver.contains(slip.slipId());
            if (debt.kind() == DebtKind.FINE || !unpaid && !paidLate) {
                continue;
            }
            UUID id = UUID.randomUUID();
            handedOver.add(slip.slipId());
            if (unpaid) {
                books.move(slip, SlipState.Cause.DUE_DATE_PASSED);
            } else {
                office.accrue(debt, id, office.today);
            }
            Posting.Draft draft = new Posting.Draft();
            books.open(debt, Account.RECEIVABLE)
                    .forEach((fund, amount) -> draft.move(Account.ARREARS, Account.RECEIVABLE, fund, amount));
            if (!draft.isEmpty()) {
                books.book(Posting.of(Kind.HANDED_OVER, debt, id, office.today, draft));
            }
        }
    }

    /** The slip may be handed over again. */
    void forget(Slip slip) {
        handedOver.remove(slip.slipId());
    }

    /** @param part of everything that is with the collector, in per cent; above 100 something is left */
    public boolean collect(Optional<Insurance> insurance, int part, int cost, LocalDate on) {
        Won open = Won.sum(books.owing().stream()
                .filter(each -> each.terms().withCollector())
                .filter(each -> insurance.stream()
                        .allMatch(of -> of == each.history().debt().insurance()))
                .flatMap(each -> each.known(office.today, OfficeBooks.LAW).stream())
                .map(OpenDebt::total)
                .toList());
        Won amount = Won.of(open.amount() * part / 100 + cost);
        if (!amount.isPositive()) {
            return false;
        }
        Division division = new CollectedMoney(insurance, amount, Won.of(cost), on)
                .over(books.owing(), office.today, OfficeBooks.LAW);
        Optional<Debt> suspendedOn = division.rest().isZero()
                ? Optional.empty()
                : books.owing().stream()
                        .map(owing -> owing.history().debt())
                        .filter(debt -> debt.kind() != DebtKind.FINE)
                        .filter(debt -> insurance.stream().allMatch(of -> of == debt.insurance()))
                        .findFirst();
        Collected it = new Collected(on, division, suspendedOn);
        collected.add(it);
        CollectedMoney.drafts(division.shares()).forEach((debt, draft) -> {
            books.book(Posting.of(Kind.ARREARS_COLLECTED, debt, it.id, on, draft));
            office.accrue(debt, it.id, on);
        });
        division.shares().forEach(share -> told(Kind.ARREARS_COLLECTED, share, share.amount()));
        if (division.rest().isPositive()) {
            books.book(new Posting(
                    Kind.MONEY_SUSPENDED,
                    suspendedOn,
                    Optional.empty(),
                    Optional.of(it.id),
                    on,
                    new Posting.Draft()
                            .move(Account.CASH, null, Account.SUSPENSE, null, division.rest())
                            .entries()));
            books.told(Kind.MONEY_SUSPENDED, suspendedOn, division.rest());
            books.suspended(suspendedOn, division.rest());
        }
        return true;
    }

    private void told(Kind kind, Share share, Won amount) {
        books.told(kind, Optional.of(share.item().debt()), amount);
    }

    public int collected() {
        return collected.size();
    }

    /** Whether what a collection paid was corrected, offset or refunded since, or is to be refunded. */
    private boolean isSpent(Collected it) {
        return it.division.shares().stream()
                .map(share -> books.postings(share.item().debt()))
                .anyMatch(postings -> {
                    boolean after = false;
                    for (Posting posting : postings) {
                        if (after
                                && (SPENDS.contains(posting.kind())
                                        || posting.entries().stream()
                                                .anyMatch(entry -> entry.account() == Account.REFUND_PAYABLE))) {
                            return true;
                        }
                        after |= posting.kind() == Kind.ARREARS_COLLECTED
                                && posting.causeId().equals(Optional.of(it.id));
                    }
                    return false;
                });
    }

    /** The collector takes a collection back: as if it had never come. */
    public boolean reverseCollection(int which) {
        Collected it = collected.get(which);
        if (it.reversed || isSpent(it)) {
            return false;
        }
        it.reversed = true;
        UUID id = UUID.randomUUID();
        Map<Debt, Posting.Draft> drafts = new LinkedHashMap<>();
        for (Share share : it.division.shares()) {
            CollectedMoney.takeBack(
                    drafts.computeIfAbsent(share.item().debt(), first -> new Posting.Draft()),
                    share.item().item(),
                    share.item().fund(),
                    share.amount());
            told(Kind.PAYMENT_REVERSED, share, share.amount().negate());
        }
        Won rest = it.division.rest();
        if (rest.isPositive()) {
            it.suspendedOn.ifPresentOrElse(
                    debt -> drafts.computeIfAbsent(debt, first -> new Posting.Draft())
                            .move(Account.SUSPENSE, null, Account.CASH, null, rest),
                    () -> books.book(BankPostings.ofReversedSuspense(Optional.empty(), rest, id, it.on)));
            books.told(Kind.PAYMENT_REVERSED, it.suspendedOn, rest.negate());
            books.suspended(it.suspendedOn, rest.negate());
        }
        drafts.forEach((debt, draft) -> {
            books.book(Posting.of(Kind.PAYMENT_REVERSED, debt, id, it.on, draft));
            office.accrue(debt, id, it.on);
        });
        return true;
    }
}
