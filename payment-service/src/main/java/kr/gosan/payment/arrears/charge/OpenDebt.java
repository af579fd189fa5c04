package kr.gosan.payment.arrears.charge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;

/**
 * What is open on a debt at the end of a day.
 *
 * @param terms when it is due, and who collects it
 * @param charges how the late charge comes about
 * @param amounts what is open, without what is nothing
 * @param fine 과태료, which belongs to no fund and stands outside the order of collection; zero or more
 */
public record OpenDebt(Debt debt, Terms terms, LateCharges charges, Map<Item, Map<Fund, Won>> amounts, Won fine) {

    /**
     * When a debt is due.
     *
     * @param dueDate the last day to pay in time
     * @param lastDay the last day its slip may be paid; the due date, or later when the return was late itself
     * @param chargedAfter the last day without a late charge
     * @param withCollector whether no slip can be paid for it any more: the National Health Insurance Service collects
     */
    public record Terms(LocalDate dueDate, LocalDate lastDay, LocalDate chargedAfter, boolean withCollector) {

        public static Terms of(Slip slip, DueDates dueDates) {
            LocalDate chargedAfter = slip.debt().kind() == DebtKind.PERIOD
                    ? dueDates.stoppingLateCharges().of(slip.figures().statutoryDueDate())
                    : slip.dueDate();
            return new Terms(
                    slip.dueDate(),
                    slip.lastDay(),
                    chargedAfter.isBefore(slip.dueDate()) ? chargedAfter : slip.dueDate(),
                    slip.state() != SlipState.ISSUED);
        }
    }

    /** What is open, or every look-up of the law that had no answer; nothing when the debt owes nothing on that day. */
    public sealed interface Answer {

        record Open(OpenDebt debt) implements Answer {}

        record Nothing() implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    public static Answer of(DebtHistory history, Terms terms, LocalDate on, LawBook book) {
        if (history.since().isAfter(on)) {
            return new Answer.Nothing();
        }
        return switch (LateCharges.of(name(history.debt()), history.principal(), terms.chargedAfter(), on, book)) {
            case LateCharges.Answer.Unknown(List<LookUp.Refused> refusals) -> new Answer.Unknown(refusals);
            case LateCharges.Answer.Known(LateCharges charges) -> of(history, terms, on, charges);
        };
    }

    /** What is open besides the late charge; for whoever has money in hand and cannot wait for the law to be known. */
    public static Optional<OpenDebt> withoutLateCharge(DebtHistory history, Terms terms, LocalDate on) {
        return of(history, terms, on, new LateCharges(List.of())) instanceof Answer.Open(OpenDebt open)
                ? Optional.of(open)
                : Optional.empty();
    }

    private static Answer of(DebtHistory history, Terms terms, LocalDate on, LateCharges charges) {
        Map<Item, Map<Fund, Won>> amounts = new EnumMap<>(Item.class);
        amounts.put(Item.COLLECTION_COST, history.balanceOn(Account.COLLECTION_COST_DUE, on));
        amounts.put(Item.PREMIUM, history.principal().openOn(on));
        amounts.put(Item.LATE_CHARGE, unpaid(charges, history.lateChargePaidBy(on)));
        amounts.put(Item.SURCHARGE, history.balanceOn(Account.SURCHARGE_DUE, on));
        amounts.put(Item.BENEFIT_RECOVERY, history.balanceOn(Account.BENEFIT_RECOVERY_DUE, on));
        amounts.values().forEach(byFund -> byFund.values().removeIf(amount -> !amount.isPositive()));
        amounts.values().removeIf(Map::isEmpty);
        Won fine = history.fineOn(on);
        return amounts.isEmpty() && fine.isZero()
                ? new Answer.Nothing()
                : new Answer.Open(new OpenDebt(history.debt(), terms, charges, amounts, fine));
    }

    private static Map<Fund, Won> unpaid(LateCharges charges, Map<Fund, Won> paid) {
        Map<Fund, Won> unpaid = new EnumMap<>(Fund.class);
        charges.onWhatWasPaid().forEach((fund, amount) -> unpaid.merge(fund, amount, Won::plus));
        charges.onWhatIsOpen().forEach((fund, amount) -> unpaid.merge(fund, amount, Won::plus));
        paid.forEach((fund, amount) -> unpaid.computeIfPresent(fund, (same, owed) -> owed.minus(amount)));
        return unpaid;
    }

    /** Begins the names of its steps in a trace: {@code ia.period-0}, {@code ei.correction}. */
    private static String name(Debt debt) {
        String insurance = debt.insurance().name().toLowerCase(Locale.ROOT) + ".";
        return switch (debt.kind()) {
            case PERIOD -> insurance + "period-" + debt.period();
            case CORRECTION -> insurance + "correction";
            case BENEFIT_RECOVERY -> insurance + "benefit-recovery";
            case FINE -> insurance + "fine";
        };
    }

    /** Whether its last day to pay has passed. */
    public boolean overdueOn(LocalDate on) {
        return on.isAfter(terms.dueDate());
    }

    public Map<Fund, Won> of(Item item) {
        return amounts.getOrDefault(item, Map.of());
    }

    public Won sum(Item item) {
        return Won.sum(of(item).values());
    }

    /** Everything, a fine too. */
    public Won total() {
        return fine.plus(Won.sum(amounts.values().stream()
                .map(byFund -> Won.sum(byFund.values()))
                .toList()));
    }

    /** What can be collected or offset, for the order of collection; a fine is not among it. */
    public List<OpenItem> items() {
        List<OpenItem> items = new ArrayList<>();
        amounts.forEach((item, byFund) ->
                byFund.forEach((fund, amount) -> items.add(new OpenItem(debt, item, fund, terms.dueDate(), amount))));
        return items;
    }

    /** The part of the late charge that still grows, if any. */
    public Optional<LateCharges.Part> growing() {
        return charges.parts().stream().filter(part -> part.paidOn().isEmpty()).findFirst();
    }
}
