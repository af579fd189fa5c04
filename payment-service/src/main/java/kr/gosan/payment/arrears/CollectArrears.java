package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.OpenItems.Owing;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.arrears.order.CollectionOrder;
import kr.gosan.payment.arrears.order.CollectionOrder.Division;
import kr.gosan.payment.arrears.order.CollectionOrder.Share;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Uses money for the arrears of a workplace in the order of the law (보험료징수법 §26의2) and books it. The late charge on the
 * premium it pays runs to the day of the money, which may lie before that of money that was told of earlier.
 */
@Singleton
public class CollectArrears {

    private final InsuranceLock lock;
    private final OpenItems openItems;
    private final AccrueLateCharges lateCharges;
    private final LedgerStore ledger;
    private final WorkplaceClock clock;
    private final LawBook book;

    CollectArrears(
            InsuranceLock lock,
            OpenItems openItems,
            AccrueLateCharges lateCharges,
            LedgerStore ledger,
            WorkplaceClock clock,
            LawBook book) {
        this.lock = lock;
        this.openItems = openItems;
        this.lateCharges = lateCharges;
        this.ledger = ledger;
        this.clock = clock;
        this.book = book;
    }

    /** Where the money is. */
    public enum Source {
        /** It came with the news. */
        CASH,
        /** It came before and stood on suspense until somebody decided. */
        SUSPENSE
    }

    /**
     * Money for arrears.
     *
     * @param insurance empty for money that is for both
     * @param amount more than zero
     * @param cost what of it pays for the collection itself (체납처분비); zero or more, at most the amount
     * @param on the day of the money
     * @param causeId books once: a collection, a decision
     */
    public record Money(
            WorkplaceNumber workplace,
            Optional<Insurance> insurance,
            Won amount,
            Won cost,
            LocalDate on,
            Source source,
            UUID causeId) {}

    /**
     * Books what the money pays; what is left is the caller's to keep.
     *
     * @return what it paid, in the order of collection, and what nothing was open for
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Division of(Money money) {
        List<Insurance> insurances = money.insurance().map(List::of).orElseGet(() -> List.of(Insurance.values()));
        insurances.forEach(insurance -> lock.hold(money.workplace(), insurance));
        List<Owing> owing = openItems.owing(money.workplace()).stream()
                .filter(each -> each.terms().withCollector())
                .toList();
        List<Won> weights = insurances.stream()
                .map(insurance -> Won.sum(open(owing, insurance, latest(money))
                        .map(OpenDebt::total)
                        .toList()))
                .toList();
        if (Won.sum(weights).isZero()) {
            return new Division(List.of(), money.amount());
        }
        List<Won> parts = CollectionOrder.inProportion(money.amount(), weights);
        List<Won> costs = CollectionOrder.inProportion(money.cost(), weights);
        List<Share> shares = new ArrayList<>();
        Won rest = Won.ZERO;
        for (int i = 0; i < insurances.size(); i++) {
            Division part = divide(owing, insurances.get(i), parts.get(i), costs.get(i), money);
            shares.addAll(part.shares());
            rest = rest.plus(part.rest());
        }
        bookShares(shares, money);
        return new Division(shares, rest);
    }

    /** First what the collection cost and the premium; and only then, since the premium is paid now, everything else. */
    private Division divide(List<Owing> owing, Insurance insurance, Won amount, Won cost, Money money) {
        LocalDate now = latest(money);
        List<OpenItem> first = new ArrayList<>();
        open(owing, insurance, now)
                .forEach(debt -> debt.items().stream()
                        .filter(item -> item.item() == Item.PREMIUM)
                        .forEach(first::add));
        open(owing, insurance, now)
                .min(Comparator.comparing((OpenDebt debt) -> debt.terms().dueDate())
                        .thenComparing(debt -> debt.debt().originId()))
                .filter(earliest -> cost.isPositive())
                .ifPresent(earliest -> first.add(new OpenItem(
                        earliest.debt(),
                        Item.COLLECTION_COST,
                        Fund.of(insurance).getFirst(),
                        earliest.terms().dueDate(),
                        cost)));
        Division premium = CollectionOrder.divide(amount, insurance, first);
        if (premium.rest().isZero()) {
            return premium;
        }
        List<OpenItem> then = owing.stream()
                .map(each -> paid(each, premium, money.on()))
                .flatMap(each -> each.known(now, book).stream())
                .flatMap(debt -> debt.items().stream())
                .filter(item -> item.item() != Item.PREMIUM && item.item() != Item.COLLECTION_COST)
                .toList();
        Division others = CollectionOrder.divide(premium.rest(), insurance, then);
        return new Division(
                Stream.concat(premium.shares().stream(), others.shares().stream())
                        .toList(),
                others.rest());
    }

    /** The debt as it is once its premium has got its share. */
    private static Owing paid(Owing owing, Division division, LocalDate on) {
        var history = owing.history();
        for (Share share : division.shares()) {
            if (share.item().item() == Item.PREMIUM && share.item().debt().equals(history.debt())) {
                history = history.withMoney(share.item().fund(), on, share.amount());
            }
        }
        return new Owing(history, owing.terms());
    }

    private Stream<OpenDebt> open(List<Owing> owing, Insurance insurance, LocalDate on) {
        return owing.stream()
                .filter(each -> each.history().debt().insurance() == insurance)
                .flatMap(each -> each.known(on, book).stream());
    }

    /** What was booked with a later day has happened as well: nothing is paid twice. */
    private LocalDate latest(Money money) {
        LocalDate today = clock.today(money.workplace());
        return today.isAfter(money.on()) ? today : money.on();
    }

    private void bookShares(List<Share> shares, Money money) {
        Map<Debt, Posting.Draft> drafts = new LinkedHashMap<>();
        for (Share share : shares) {
            Posting.Draft draft = drafts.computeIfAbsent(share.item().debt(), debt -> new Posting.Draft());
            Fund fund = share.item().fund();
            if (share.item().item() == Item.COLLECTION_COST) {
                draft.move(Account.COLLECTION_COST_DUE, Account.COLLECTION_COST, fund, share.amount());
            }
            draft.move(Account.CASH, dueAccount(share.item().item()), fund, share.amount());
            if (money.source() == Source.SUSPENSE) {
                draft.move(Account.SUSPENSE, null, Account.CASH, null, share.amount());
            }
        }
        Posting.Kind kind =
                money.source() == Source.CASH ? Posting.Kind.ARREARS_COLLECTED : Posting.Kind.SUSPENSE_RESOLVED;
        drafts.forEach((debt, draft) -> {
            ledger.book(Posting.of(kind, debt, money.causeId(), money.on(), draft));
            lateCharges.on(debt, money.causeId(), money.on());
        });
    }

    /** The account on which what is owed stands. */
    static Account dueAccount(Item item) {
        return switch (item) {
            case COLLECTION_COST -> Account.COLLECTION_COST_DUE;
            case PREMIUM -> Account.ARREARS;
            case LATE_CHARGE -> Account.LATE_CHARGE_DUE;
            case SURCHARGE -> Account.SURCHARGE_DUE;
            case BENEFIT_RECOVERY -> Account.BENEFIT_RECOVERY_DUE;
            case CLAWBACK -> throw new IllegalArgumentException("support is not given back through this ledger");
        };
    }
}
