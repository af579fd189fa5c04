package kr.gosan.payment.arrears.charge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting.Kind;
import kr.gosan.payment.debt.Debt;

/** Everything that was booked on a debt: what is open on a day, and what its late charges rest on, are sums of it. */
public record DebtHistory(Debt debt, List<Movement> movements) {

    /** Money, or what counts as money, that settles what is owed. */
    private static final Set<Kind> MONEY = Set.of(
            Kind.PAYMENT_RECEIVED,
            Kind.ARREARS_COLLECTED,
            Kind.SUSPENSE_RESOLVED,
            Kind.OVERPAYMENT_OFFSET,
            Kind.PAYMENT_REVERSED);

    /** What takes something off that turns out never to have been owed. */
    private static final Set<Kind> REDUCES = Set.of(Kind.PREMIUM_ADJUSTED, Kind.ESTIMATE_SETTLED);

    /**
     * What one kind of posting moved on an account on one day.
     *
     * @param fund empty where the account has none
     * @param on the value date
     */
    public record Movement(Kind kind, Account account, Optional<Fund> fund, LocalDate on, Won debit, Won credit) {

        Won signed() {
            return debit.minus(credit);
        }

        boolean isPremium() {
            return account == Account.RECEIVABLE || account == Account.ARREARS;
        }
    }

    public DebtHistory {
        movements = List.copyOf(movements);
    }

    /** The history as it is once money has come for the premium of a fund. */
    public DebtHistory withMoney(Fund fund, LocalDate on, Won amount) {
        List<Movement> more = new ArrayList<>(movements);
        more.add(new Movement(Kind.ARREARS_COLLECTED, Account.ARREARS, Optional.of(fund), on, Won.ZERO, amount));
        return new DebtHistory(debt, more);
    }

    /** Debits less credits of an account up to a day, that day included, by fund; without what is zero. */
    public Map<Fund, Won> balanceOn(Account account, LocalDate on) {
        Map<Fund, Won> sums = new EnumMap<>(Fund.class);
        for (Movement movement : movements) {
            if (movement.account() == account && !movement.on().isAfter(on)) {
                movement.fund().ifPresent(fund -> sums.merge(fund, movement.signed(), Won::plus));
            }
        }
        sums.values().removeIf(Won::isZero);
        return sums;
    }

    /** What of a fine is open at the end of a day: a fine belongs to no fund. */
    public Won fineOn(LocalDate on) {
        return Won.sum(movements.stream()
                .filter(movement ->
                        movement.account() == Account.FINE_DUE && !movement.on().isAfter(on))
                .map(Movement::signed)
                .toList());
    }

    /** The day from which on the debt is in the books. */
    public LocalDate since() {
        return movements.stream().map(Movement::on).min(LocalDate::compareTo).orElseThrow();
    }

    /**
     * The premium and what came for it. What was paid too much because a correction came afterwards stands on EXCESS: so much
     * less is owed. A payment that was taken back counts as never made.
     */
    public Principal principal() {
        SortedMap<LocalDate, Map<Fund, Won>> paid = new TreeMap<>();
        Map<Fund, Won> owed = new EnumMap<>(Fund.class);
        for (Movement movement : movements) {
            if (movement.isPremium()) {
                Fund fund = movement.fund().orElseThrow();
                if (MONEY.contains(movement.kind())) {
                    paid.computeIfAbsent(movement.on(), day -> new EnumMap<>(Fund.class))
                            .merge(fund, movement.signed().negate(), Won::plus);
                } else {
                    owed.merge(fund, movement.signed(), Won::plus);
                }
            } else if (movement.account() == Account.EXCESS && REDUCES.contains(movement.kind())) {
                owed.merge(movement.fund().orElseThrow(), movement.credit().negate(), Won::plus);
            }
        }
        owed.replaceAll((fund, amount) -> amount.max(Won.ZERO));
        return new Principal(owed, withoutWhatWasTakenBack(paid));
    }

    /** Whether anything is owed on it that a slip may demand. */
    public boolean owesAnything() {
        return Set.of(Account.ARREARS, Account.RECEIVABLE, Account.SURCHARGE_DUE, Account.BENEFIT_RECOVERY_DUE).stream()
                .anyMatch(account ->
                        Won.sum(balanceOn(account, LocalDate.MAX).values()).isPositive());
    }

    /** Whether money came for the arrears and stayed; what was settled before they were handed over does not count. */
    public boolean isCollected() {
        return Set.of(Account.ARREARS, Account.SURCHARGE_DUE, Account.BENEFIT_RECOVERY_DUE).stream()
                .anyMatch(account -> Won.sum(movements.stream()
                                .filter(movement -> movement.account() == account && MONEY.contains(movement.kind()))
                                // Premium is on this account only once it is handed over; what else is due is there
                                // from the start.
                                .filter(movement ->
                                        account == Account.ARREARS || movement.kind() != Kind.OVERPAYMENT_OFFSET)
                                .map(Movement::signed)
                                .toList())
                        .isNegative());
    }

    /** The latest day on which money came on one of the accounts; empty when none did. */
    public Optional<LocalDate> lastPaid(List<Account> accounts) {
        return movements.stream()
                .filter(movement -> accounts.contains(movement.account())
                        && MONEY.contains(movement.kind())
                        && movement.signed().isNegative())
                .map(Movement::on)
                .max(LocalDate::compareTo);
    }

    /** Late charges that were paid up to a day, by fund. */
    public Map<Fund, Won> lateChargePaidBy(LocalDate on) {
        Map<Fund, Won> sums = new EnumMap<>(Fund.class);
        for (Movement movement : movements) {
            if (movement.account() == Account.LATE_CHARGE_DUE
                    && movement.kind() != Kind.LATE_CHARGE_ACCRUED
                    && !movement.on().isAfter(on)) {
                sums.merge(movement.fund().orElseThrow(), movement.signed().negate(), Won::plus);
            }
        }
        return sums;
    }

    /** The latest day on which a late charge was paid; empty when none was. */
    public Optional<LocalDate> lateChargeLastPaid() {
        return movements.stream()
                .filter(movement -> movement.account() == Account.LATE_CHARGE_DUE
                        && movement.kind() != Kind.LATE_CHARGE_ACCRUED
                        && movement.signed().isNegative())
                .map(Movement::on)
                .max(LocalDate::compareTo);
    }

    /** The late charges that were booked, paid or not, by fund. */
    public Map<Fund, Won> lateChargeBooked() {
        Map<Fund, Won> booked = balanceOn(Account.LATE_CHARGE, LocalDate.MAX);
        booked.replaceAll((fund, balance) -> balance.negate());
        return booked;
    }

    /** A day on which more was taken back than came takes it from the days before, the latest first. */
    private static SortedMap<LocalDate, Map<Fund, Won>> withoutWhatWasTakenBack(
            SortedMap<LocalDate, Map<Fund, Won>> paid) {
        TreeMap<LocalDate, Map<Fund, Won>> kept = new TreeMap<>();
        paid.forEach((day, amounts) -> {
            Map<Fund, Won> ofDay = new EnumMap<>(Fund.class);
            amounts.forEach((fund, amount) -> {
                if (!amount.isNegative()) {
                    ofDay.put(fund, amount);
                    return;
                }
                Won back = amount.negate();
                for (Map<Fund, Won> earlier : kept.descendingMap().values()) {
                    Won taken = back.min(earlier.getOrDefault(fund, Won.ZERO));
                    if (taken.isPositive()) {
                        earlier.merge(fund, taken, Won::minus);
                        back = back.minus(taken);
                    }
                }
            });
            kept.put(day, ofDay);
        });
        return kept;
    }
}
