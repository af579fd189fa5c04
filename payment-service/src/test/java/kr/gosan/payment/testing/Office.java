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
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.charge.LateChargeBooking;
import kr.gosan.payment.arrears.charge.LateCharges;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.Posting.Kind;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.book.SmallAmounts;
import kr.gosan.payment.correction.plan.Adjustment;
import kr.gosan.payment.correction.plan.AdjustmentFaults;
import kr.gosan.payment.correction.plan.Plan;
import kr.gosan.payment.correction.plan.PlanAdjustment;
import kr.gosan.payment.correction.plan.SettleEstimate;
import kr.gosan.payment.correction.plan.Standing;
import kr.gosan.payment.correction.plan.Terms;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.refund.rules.RefundCause;

/** The service without a database: it decides and books by the same pure code, for one workplace, one day after the other. */
public final class Office {

    public final OfficeBooks books = new OfficeBooks();
    public final OfficeRefunds refunds = new OfficeRefunds(this);
    public final OfficeBank bank = new OfficeBank(this);
    public final OfficeCollector collector = new OfficeCollector(this);
    public LocalDate today = Filings.FILED_ON;

    private final Map<UUID, Corrections> corrections = new HashMap<>();
    private final Map<UUID, List<Adjustment>> adjustments = new HashMap<>();

    public List<String> faults() {
        List<String> faults = new ArrayList<>(books.faults());
        faults.addAll(refunds.faults());
        return faults;
    }

    // ---- returns

    public void file(FiledReturn filed) {
        for (FiledReturn estimating : List.copyOf(books.books.returns)) {
            if (estimating.insuranceYear() == filed.insuranceYear() - 1) {
                filed.insurances().forEach(part -> {
                    List<Standing> standings = books.standings(part.insurance()).stream()
                            .filter(standing ->
                                    estimating.returnId().equals(standing.debt().returnId()))
                            .toList();
                    Plan plan = SettleEstimate.of(part, filed.returnId(), standings, filed.filedOn(), terms(estimating))
                            .plan();
                    apply(plan, filed.filedOn());
                    plan.postings()
                            .forEach(
                                    it -> refunds.open(it, RefundCause.SETTLEMENT, filed.returnId(), Optional.empty()));
                });
            }
        }
        books.books.returns.add(filed);
        corrections.put(filed.returnId(), new Corrections(filed));
        adjustments.put(filed.returnId(), new ArrayList<>());
        Won minimum = terms(filed).smallAmount();
        filed.insurances().stream()
                .filter(part -> !SmallAmounts.isDropped(part, minimum))
                .forEach(part -> part.periods().stream()
                        .filter(period -> period.payable().isPositive())
                        .forEach(period -> books.issue(
                                filed.debt(part, period),
                                period,
                                DueDates.NOT_EXTENDED.of(period.statutoryDueDate()),
                                filed.filedOn(),
                                Optional.empty())));
        List<Posting> booked = Postings.ofReturn(filed, DueDates.NOT_EXTENDED);
        booked.forEach(posting -> {
            books.book(posting);
            refunds.open(posting, RefundCause.SETTLEMENT, filed.returnId(), Optional.empty());
        });
        SmallAmounts.ofReturn(filed, booked, minimum).forEach(books::book);
    }

    public List<FiledReturn> returns() {
        return List.copyOf(books.books.returns);
    }

    private Terms terms(FiledReturn filed) {
        Won minimum =
                law("small-amount.minimum", today).map(AppliedParameter::won).orElse(Won.ZERO);
        return new Terms(new Rate(new BigDecimal("3"), Rate.Unit.PERCENT), minimum, today.plusDays(30));
    }

    static Optional<AppliedParameter> law(String id, LocalDate on) {
        return OfficeBooks.LAW.on(id, on) instanceof LookUp.Found found
                ? Optional.of(found.parameter())
                : Optional.empty();
    }

    public void adjust(FiledReturn filed, Corrections.Change... changes) {
        Adjustment it = corrections.get(filed.returnId()).of(today, changes);
        List<String> faults = AdjustmentFaults.of(it, filed, adjustments.get(filed.returnId()));
        if (!faults.isEmpty()) {
            throw new AssertionError(faults);
        }
        adjustments.get(filed.returnId()).add(it);
        for (Adjustment.Part part : it.insurances()) {
            Plan plan = PlanAdjustment.of(
                    it, part, filed, books.standings(part.insurance()), terms(filed), DueDates.NOT_EXTENDED);
            apply(plan, today);
            plan.postings()
                    .forEach(posting -> refunds.open(
                            posting,
                            RefundCause.CORRECTION,
                            it.adjustmentId(),
                            Optional.ofNullable(part.refundInterestFrom())));
        }
    }

    // ---- charges

    public void charge(DebtKind kind, WorkplaceNumber workplace, Won amount) {
        UUID id = UUID.randomUUID();
        Insurance insurance = Insurance.IA;
        Debt debt = Debt.ofCharge(kind, workplace, today.getYear(), id, insurance);
        Fund fund = Fund.of(insurance).getFirst();
        LocalDate due = today.plusDays(30);
        List<FundFigures> rows = List.of(FundFigures.ofCharge(fund, amount));
        books.issue(
                debt, PaymentPeriod.of(0, due, Won.ZERO, rows), DueDates.NOT_EXTENDED.of(due), today, Optional.empty());
        Posting.Draft draft = kind == DebtKind.FINE
                ? new Posting.Draft().move(Account.FINE_DUE, null, Account.FINE, null, amount)
                : new Posting.Draft().move(Account.BENEFIT_RECOVERY_DUE, Account.BENEFIT_RECOVERY, fund, amount);
        books.book(Posting.of(Kind.CHARGE_ASSESSED, debt, id, today, draft));
    }

    /** As an operator may while its slip is neither paid nor closed; what an offset had paid of it is owed back. */
    public boolean cancelCharge(Slip slip) {
        Debt debt = slip.debt();
        if (debt.kind() != DebtKind.BENEFIT_RECOVERY || slip.state() != SlipState.ISSUED) {
            return false;
        }
        Fund fund = Fund.of(debt.insurance()).getFirst();
        Won assessed = books.balance(debt, Account.BENEFIT_RECOVERY, fund).negate();
        Won unpaid = books.balance(debt, Account.BENEFIT_RECOVERY_DUE, fund);
        books.move(slip, SlipState.Cause.REPLACED);
        Posting cancelled = Posting.of(
                Kind.CHARGE_CANCELLED,
                debt,
                debt.originId(),
                today,
                new Posting.Draft()
                        .move(Account.BENEFIT_RECOVERY, Account.BENEFIT_RECOVERY_DUE, fund, unpaid)
                        .move(Account.BENEFIT_RECOVERY, Account.REFUND_PAYABLE, fund, assessed.minus(unpaid)));
        books.book(cancelled);
        refunds.open(cancelled, RefundCause.MISTAKEN_PAYMENT, debt.originId(), Optional.of(today));
        return true;
    }

    // ---- what follows

    private void apply(Plan plan, LocalDate day) {
        books.reissue(plan, day);
        follow(plan.postings());
    }

    /** Books what something else than a collection does, and brings the late charges of those debts to what they are. */
    void follow(List<Posting> postings) {
        Map<Debt, Posting> debts = new LinkedHashMap<>();
        postings.forEach(posting -> debts.putIfAbsent(posting.debt().orElseThrow(), posting));
        postings.forEach(books::book);
        debts.forEach((debt, first) -> accrue(debt, first.causeId().orElseThrow(), first.valueDate()));
    }

    /** Brings the late charge that is booked to what was paid late. */
    void accrue(Debt debt, UUID cause, LocalDate on) {
        books.live(debt).flatMap(books::owing).ifPresent(owing -> {
            if (LateChargeBooking.charges(owing, OfficeBooks.LAW) instanceof LateCharges.Answer.Known known) {
                Posting.Draft draft = LateChargeBooking.of(owing.history(), known.charges());
                if (!draft.isEmpty()) {
                    Posting posting = Posting.of(Kind.LATE_CHARGE_ACCRUED, debt, cause, on, draft);
                    books.book(posting);
                    refunds.open(posting, RefundCause.MISTAKEN_PAYMENT, cause, Optional.of(on));
                }
            }
        });
    }
}
