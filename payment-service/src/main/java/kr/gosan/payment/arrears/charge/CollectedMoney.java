package kr.gosan.payment.arrears.charge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.order.CollectionOrder;
import kr.gosan.payment.arrears.order.CollectionOrder.Division;
import kr.gosan.payment.arrears.order.CollectionOrder.Share;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;

/**
 * Money for arrears, and what it pays in the order of the law (보험료징수법 §26의2).
 *
 * @param insurance empty for money that is for both
 * @param amount more than zero
 * @param cost what of it pays for the collection itself (체납처분비); zero or more, at most the amount
 * @param on the day of the money
 */
public record CollectedMoney(Optional<Insurance> insurance, Won amount, Won cost, LocalDate on) {

    /**
     * Divides it over the debts that are with the collector; for both insurances in proportion to what is open in each.
     *
     * @param today what was booked with a later day than the money's has happened as well: nothing is paid twice
     * @return what it pays, in the order of collection, and what nothing is open for
     */
    public Division over(List<Owing> debts, LocalDate today, LawBook book) {
        LocalDate now = today.isAfter(on) ? today : on;
        List<Owing> owing =
                debts.stream().filter(each -> each.terms().withCollector()).toList();
        List<Insurance> insurances = insurance.map(List::of).orElseGet(() -> List.of(Insurance.values()));
        List<Won> weights = insurances.stream()
                .map(each -> Won.sum(
                        open(owing, each, now, book).map(OpenDebt::total).toList()))
                .toList();
        if (Won.sum(weights).isZero()) {
            return new Division(List.of(), amount);
        }
        List<Won> parts = CollectionOrder.inProportion(amount, weights);
        List<Won> costs = CollectionOrder.inProportion(cost, weights);
        List<Share> shares = new ArrayList<>();
        Won rest = Won.ZERO;
        for (int i = 0; i < insurances.size(); i++) {
            Division part = divide(owing, insurances.get(i), parts.get(i), costs.get(i), now, book);
            shares.addAll(part.shares());
            rest = rest.plus(part.rest());
        }
        return new Division(shares, rest);
    }

    /** First what the collection cost and the premium; and only then, since the premium is paid now, everything else. */
    private Division divide(List<Owing> owing, Insurance of, Won part, Won partOfCost, LocalDate now, LawBook book) {
        List<OpenItem> first = new ArrayList<>();
        open(owing, of, now, book)
                .forEach(debt -> debt.items().stream()
                        .filter(item -> item.item() == Item.PREMIUM)
                        .forEach(first::add));
        open(owing, of, now, book)
                .min(Comparator.comparing((OpenDebt debt) -> debt.terms().dueDate())
                        .thenComparing(debt -> debt.debt().originId()))
                .filter(earliest -> partOfCost.isPositive())
                .ifPresent(earliest -> first.add(new OpenItem(
                        earliest.debt(),
                        Item.COLLECTION_COST,
                        Fund.of(of).getFirst(),
                        earliest.terms().dueDate(),
                        partOfCost)));
        Division premium = CollectionOrder.divide(part, of, first);
        if (premium.rest().isZero()) {
            return premium;
        }
        List<OpenItem> then = owing.stream()
                .map(each -> each.paid(premium, on))
                .flatMap(each -> each.known(now, book).stream())
                .flatMap(debt -> debt.items().stream())
                .filter(item -> item.item() != Item.PREMIUM && item.item() != Item.COLLECTION_COST)
                .toList();
        Division others = CollectionOrder.divide(premium.rest(), of, then);
        return new Division(
                Stream.concat(premium.shares().stream(), others.shares().stream())
                        .toList(),
                others.rest());
    }

    private static Stream<OpenDebt> open(List<Owing> owing, Insurance insurance, LocalDate on, LawBook book) {
        return owing.stream()
                .filter(each -> each.history().debt().insurance() == insurance)
                .flatMap(each -> each.known(on, book).stream());
    }

    /** What is booked on each debt for its shares. */
    public static Map<Debt, Posting.Draft> drafts(List<Share> shares) {
        Map<Debt, Posting.Draft> drafts = new LinkedHashMap<>();
        for (Share share : shares) {
            Posting.Draft draft = drafts.computeIfAbsent(share.item().debt(), debt -> new Posting.Draft());
            Fund fund = share.item().fund();
            if (share.item().item() == Item.COLLECTION_COST) {
                draft.move(Account.COLLECTION_COST_DUE, Account.COLLECTION_COST, fund, share.amount());
            }
            draft.move(Account.CASH, dueAccount(share.item().item()), fund, share.amount());
        }
        return drafts;
    }

    /** Takes a share back: what it paid is owed again, and what the collection cost is forgotten. */
    public static void takeBack(Posting.Draft draft, Item item, Fund fund, Won amount) {
        draft.move(dueAccount(item), Account.CASH, fund, amount);
        if (item == Item.COLLECTION_COST) {
            draft.move(Account.COLLECTION_COST, Account.COLLECTION_COST_DUE, fund, amount);
        }
    }

    /** The account on which what was handed over is owed. */
    public static Account dueAccount(Item item) {
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
