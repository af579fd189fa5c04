package kr.gosan.payment.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Entry;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.correction.plan.Adjustment;
import kr.gosan.payment.correction.plan.Plan;
import kr.gosan.payment.correction.plan.PlanAdjustment;
import kr.gosan.payment.correction.plan.SettleEstimate;
import kr.gosan.payment.correction.plan.SlipChange;
import kr.gosan.payment.correction.plan.Standing;
import kr.gosan.payment.correction.plan.Terms;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;

/** Slips and ledger of one workplace without a database, through filings, payments, due dates that pass and corrections. */
public final class CorrectedBooks {

    public static final Terms TERMS =
            new Terms(new Rate(new BigDecimal("3"), Rate.Unit.PERCENT), Won.ZERO, LocalDate.of(2022, 12, 30));

    public final List<Slip> slips = new ArrayList<>();
    public final List<Posting> ledger = new ArrayList<>();
    private final Map<Debt, LocalDate> dueDates = new LinkedHashMap<>();

    public void file(FiledReturn filed) {
        for (FiledInsurance insurance : filed.insurances()) {
            for (PaymentPeriod period : insurance.periods()) {
                Debt debt = filed.debt(insurance, period);
                dueDates.put(debt, DueDates.NOT_EXTENDED.of(period.statutoryDueDate()));
                if (period.payable().isPositive()) {
                    issue(debt, period, dueDates.get(debt), Optional.empty());
                }
            }
        }
        ledger.addAll(Postings.ofReturn(filed, DueDates.NOT_EXTENDED));
    }

    private void issue(Debt debt, PaymentPeriod figures, LocalDate dueDate, Optional<UUID> replaces) {
        if (live(debt).isPresent()) {
            throw new AssertionError("two slips for " + debt);
        }
        dueDates.put(debt, dueDate);
        EPaymentNumber number = EPaymentNumber.ofSerial(slips.size() + 1L);
        slips.add(new Slip(
                UUID.randomUUID(),
                number,
                debt,
                figures,
                LocalDate.EPOCH,
                dueDate,
                dueDate,
                SlipState.ISSUED,
                replaces));
    }

    /** The slip of the debt that counts. */
    public Optional<Slip> live(Debt debt) {
        return slips.stream()
                .filter(slip -> slip.debt().equals(debt) && slip.state() != SlipState.CANCELLED)
                .findFirst();
    }

    public void pay(Debt debt, LocalDate day) {
        Slip slip = live(debt).orElseThrow();
        move(slip, SlipState.PAID);
        ledger.add(Postings.ofPayment(slip, UUID.randomUUID(), day));
    }

    /** The due date passed: what is owed is handed over. */
    public void close(Debt debt) {
        Slip slip = live(debt).orElseThrow();
        move(slip, SlipState.CLOSED);
        Posting.Draft draft = new Posting.Draft();
        for (Fund fund : Fund.of(debt.insurance())) {
            draft.move(Account.ARREARS, Account.RECEIVABLE, fund, balance(debt, Account.RECEIVABLE, fund));
        }
        if (!draft.isEmpty()) {
            ledger.add(Posting.of(Posting.Kind.HANDED_OVER, debt, UUID.randomUUID(), slip.dueDate(), draft));
        }
    }

    public Plan adjust(FiledReturn filed, Adjustment adjustment, Terms terms) {
        Plan plan = new Plan(List.of(), List.of());
        for (Adjustment.Part part : adjustment.insurances()) {
            Plan own = PlanAdjustment.of(
                    adjustment, part, filed, standings(part.insurance()), terms, DueDates.NOT_EXTENDED);
            apply(own);
            plan = plan.and(own);
        }
        return plan;
    }

    /** What the next year's return does to the estimate of this one. */
    public List<SettleEstimate.Line> settle(FiledReturn estimating, FiledReturn confirming) {
        List<SettleEstimate.Line> lines = new ArrayList<>();
        for (FiledInsurance insurance : confirming.insurances()) {
            SettleEstimate.Settled settled = SettleEstimate.of(
                    insurance,
                    confirming.returnId(),
                    standings(insurance.insurance()).stream()
                            .filter(standing ->
                                    estimating.returnId().equals(standing.debt().returnId()))
                            .toList(),
                    confirming.filedOn(),
                    TERMS);
            apply(settled.plan());
            lines.addAll(settled.lines());
        }
        return lines;
    }

    private void apply(Plan plan) {
        for (SlipChange change : plan.slips()) {
            switch (change) {
                case SlipChange.Issue it -> issue(it.debt(), it.figures(), it.dueDate(), Optional.empty());
                case SlipChange.Replace it -> {
                    move(it.slip(), SlipState.CANCELLED);
                    if (it.figures().payable().isPositive()) {
                        issue(
                                it.slip().debt(),
                                it.figures(),
                                it.slip().dueDate(),
                                Optional.of(it.slip().slipId()));
                    }
                }
            }
        }
        ledger.addAll(plan.postings());
        plan.postings().forEach(posting -> dueDates.putIfAbsent(posting.debt().orElseThrow(), posting.valueDate()));
    }

    private void move(Slip slip, SlipState to) {
        slips.replaceAll(each -> each.slipId().equals(slip.slipId()) ? each.in(to) : each);
    }

    private List<Standing> standings(Insurance insurance) {
        return dueDates.entrySet().stream()
                .filter(entry -> entry.getKey().insurance() == insurance)
                .map(entry -> new Standing(
                        entry.getKey(),
                        live(entry.getKey())
                                .map(slip -> slip.figures().statutoryDueDate())
                                .orElse(entry.getValue()),
                        entry.getValue(),
                        live(entry.getKey()),
                        balance(entry.getKey())))
                .toList();
    }

    public Map<FundAccount, Won> balance(Debt debt) {
        Map<FundAccount, Won> balance = new HashMap<>();
        ledger.stream()
                .filter(posting -> posting.debt().equals(Optional.of(debt)))
                .flatMap(posting -> posting.entries().stream())
                .forEach(entry ->
                        balance.merge(new FundAccount(entry.account(), entry.fund()), entry.signed(), Won::plus));
        return balance;
    }

    public Won balance(Debt debt, Account account, Fund fund) {
        return balance(debt).getOrDefault(FundAccount.of(account, fund), Won.ZERO);
    }

    /** Over all debts, debits less credits. */
    public Won balance(Account account, Fund fund) {
        return Won.sum(ledger.stream()
                .flatMap(posting -> posting.entries().stream())
                .filter(entry -> entry.account() == account && entry.fund().equals(Optional.of(fund)))
                .map(Entry::signed)
                .toList());
    }

    /** Where slips and ledger part; empty when they tell the same. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Fund fund : Fund.values()) {
            if (!balance(Account.EXCESS, fund).isZero()) {
                faults.add("excess of " + fund + " is left: " + balance(Account.EXCESS, fund));
            }
        }
        dueDates.keySet().forEach(debt -> check(debt, faults));
        return faults;
    }

    private void check(Debt debt, List<String> faults) {
        Optional<Slip> issued = live(debt).filter(slip -> slip.state() == SlipState.ISSUED);
        for (Fund fund : Fund.of(debt.insurance())) {
            Won payable = Won.ZERO;
            Won charge = Won.ZERO;
            if (issued.isPresent()) {
                var row = issued.get().figures().funds().stream()
                        .filter(each -> each.fund() == fund)
                        .findFirst()
                        .orElseThrow();
                charge = row.charge();
                payable = issued.get()
                        .figures()
                        .payableByFund()
                        .get(fund)
                        .minus(charge)
                        .plus(row.lumpSumDiscount());
                if (payable.isNegative() || row.estimate().isNegative() || charge.isNegative()) {
                    faults.add("a row below zero: " + row);
                }
            }
            expect(faults, debt + " receivable", payable, balance(debt, Account.RECEIVABLE, fund));
            if (live(debt).filter(slip -> slip.state() == SlipState.CLOSED).isEmpty()) {
                expect(faults, debt + " surcharge", charge, balance(debt, Account.SURCHARGE_DUE, fund));
            }
            if (balance(debt, Account.ARREARS, fund).isNegative()) {
                faults.add(debt + ": arrears below zero");
            }
        }
    }

    private static void expect(List<String> faults, String what, Won slip, Won ledger) {
        if (!slip.equals(ledger)) {
            faults.add(what + ": slip " + slip + ", ledger " + ledger);
        }
    }
}
