package kr.gosan.payment.correction.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentPeriod;

/**
 * What a correction of one insurance means for its slips and its ledger.
 *
 * <p>What rises goes on slips that are not due yet where the law lets it: a changed estimate on the instalments that the
 * correction names or on the lump sum, a confirmed premium on the first slip. Everything else that rises, and the surcharge
 * always, is a debt of its own with its own slip. What falls is first taken off what is unpaid: slips, then arrears, the latest
 * due date first. The rest was really paid: it is offset in the order of the law, and what then is left is to be refunded.
 */
public final class PlanAdjustment {

    private final Adjustment.Part part;
    private final Terms terms;
    private final Map<Debt, DebtDraft> debts = new LinkedHashMap<>();
    private final List<DebtDraft> ofReturn;
    private final DebtDraft correction;

    private PlanAdjustment(
            Adjustment it,
            Adjustment.Part part,
            FiledReturn filed,
            List<Standing> standings,
            Standing fresh,
            Terms terms) {
        this.part = part;
        this.terms = terms;
        standings.forEach(each -> debts.put(each.debt(), new DebtDraft(each, it.decidedOn())));
        ofReturn = debts.values().stream()
                .filter(draft -> filed.returnId().equals(draft.debt().returnId()))
                .toList();
        correction = new DebtDraft(fresh, it.decidedOn());
        debts.put(correction.debt(), correction);
    }

    /**
     * @param part of the adjustment
     * @param filed the return that is corrected
     * @param standings every debt of the workplace in this insurance, of whatever year
     * @param dueDates gives for the statutory day of the correction's slip its last day
     */
    public static Plan of(
            Adjustment it,
            Adjustment.Part part,
            FiledReturn filed,
            List<Standing> standings,
            Terms terms,
            DueDates dueDates) {
        Debt own = Debt.ofCorrection(
                it.managementNo(), it.insuranceYear(), it.adjustmentId(), it.returnId(), part.insurance());
        LocalDate statutory = part.dueDate() == null ? terms.payBy() : part.dueDate();
        Standing fresh = Standing.none(own, statutory, dueDates.of(statutory));
        if (part.smallAmount()) {
            return new Plan(List.of(), tooSmall(it, part, own));
        }
        PlanAdjustment plan = new PlanAdjustment(it, part, filed, standings, fresh, terms);
        plan.change();
        return plan.result(it);
    }

    /** The figures change and nothing moves: what is forgone, or kept, is booked, so that the ledger follows the figures. */
    private static List<Posting> tooSmall(Adjustment it, Adjustment.Part part, Debt own) {
        DraftBook book = new DraftBook(Standing.none(own, it.decidedOn(), it.decidedOn()));
        for (Adjustment.Line line : part.lines()) {
            book.claim(Account.SMALL_AMOUNT, Account.CONFIRMED_PREMIUM, line.fund(), line.confirmedChange());
            book.claim(Account.SMALL_AMOUNT, Account.ESTIMATED_PREMIUM, line.fund(), line.estimatedChange());
        }
        return book.postings(Posting.Kind.SMALL_AMOUNT_DROPPED, own, it.adjustmentId(), it.decidedOn());
    }

    private void change() {
        Map<Fund, Won> estimates = placeEstimates();
        for (Adjustment.Line line : part.lines()) {
            Fund fund = line.fund();
            changeConfirmed(fund, line.confirmedChange());
            Won estimate = estimates.get(fund);
            if (estimate.isPositive()) {
                correction.addEstimate(fund, estimate, terms);
            } else {
                lowerEstimate(fund, estimate.negate());
            }
            correction.addSurcharge(fund, line.surcharge());
        }
        // What is offset is read from the slips: the books must stand by fund as they do.
        debts.values().forEach(DebtDraft::followReduction);
        Map<Fund, Won> left = new OffsetExcess(part.insurance(), debts).use();
        left.forEach(correction::refund);
        correction.dropSmall(terms);
    }

    // ---- the estimate

    /** Changes the slips that may carry the new estimate; what they do not carry, by fund, below zero where it falls. */
    private Map<Fund, Won> placeEstimates() {
        Map<Fund, Won> left = new EnumMap<>(Fund.class);
        part.lines().forEach(line -> left.put(line.fund(), line.estimatedChange()));
        List<DebtDraft> open = ofReturn.stream()
                .filter(draft -> draft.debt().kind() == DebtKind.PERIOD && draft.takesMore())
                .sorted(Comparator.comparing(DebtDraft::dueDate))
                .toList();
        if (open.isEmpty() || left.values().stream().allMatch(Won::isZero)) {
            return left;
        }
        List<Map<Fund, Won>> targets = open.getFirst().debt().period() == PaymentPeriod.LUMP_SUM
                ? List.of(sum(open.getFirst(), left))
                : instalments(open, left);
        for (int i = 0; i < open.size(); i++) {
            DebtDraft draft = open.get(i);
            for (Adjustment.Line line : part.lines()) {
                Fund fund = line.fund();
                Won change = targets.get(i).get(fund).minus(draft.estimated(fund));
                if (!change.isZero()) {
                    draft.addEstimate(fund, change, terms);
                    left.merge(fund, change, Won::minus);
                }
            }
        }
        return left;
    }

    /** The lump sum takes the whole change. */
    private static Map<Fund, Won> sum(DebtDraft lumpSum, Map<Fund, Won> change) {
        Map<Fund, Won> target = new EnumMap<>(Fund.class);
        change.forEach(
                (fund, by) -> target.put(fund, lumpSum.estimated(fund).plus(by).max(Won.ZERO)));
        return target;
    }

    /** Each instalment changes by what the correction says; the funds follow their own estimates. */
    private List<Map<Fund, Won>> instalments(List<DebtDraft> open, Map<Fund, Won> change) {
        List<Fund> funds = Fund.of(part.insurance());
        Map<Fund, Won> estimates = new EnumMap<>(change);
        List<Won> instalments = new ArrayList<>();
        for (DebtDraft draft : open) {
            funds.forEach(fund -> estimates.merge(fund, draft.estimated(fund), Won::plus));
            Won before = Won.sum(funds.stream().map(draft::estimated).toList());
            Won by = Won.sum(part.periods().stream()
                    .filter(each -> each.period() == draft.debt().period())
                    .map(Adjustment.Instalment::change)
                    .toList());
            instalments.add(before.plus(by).max(Won.ZERO));
        }
        return InstalmentSplit.of(instalments, funds, estimates);
    }

    private void lowerEstimate(Fund fund, Won fall) {
        Won left = fall;
        for (DebtDraft draft : latestFirst()) {
            left = left.minus(draft.lowerUnpaidEstimate(fund, left, terms));
        }
        for (DebtDraft draft : latestFirst()) {
            left = left.minus(draft.lowerPaidEstimate(fund, left, terms));
        }
        if (!left.isZero()) {
            throw new IllegalStateException(fund + ": the estimate falls by more than was ever owed: " + left);
        }
    }

    /** Slips that may still be paid before anything else, then what was added later, then the latest due date. */
    private List<DebtDraft> latestFirst() {
        return ofReturn.stream()
                .sorted(Comparator.comparing((DebtDraft draft) -> !draft.isIssued())
                        .thenComparing(draft -> draft.debt().kind() != DebtKind.CORRECTION)
                        .thenComparing(DebtDraft::dueDate, Comparator.reverseOrder()))
                .toList();
    }

    // ---- the confirmed premium

    private void changeConfirmed(Fund fund, Won change) {
        if (change.isPositive()) {
            first().orElse(correction).addConfirmed(fund, change);
            return;
        }
        Won left = change.negate();
        for (DebtDraft draft : latestFirst()) {
            left = left.minus(draft.lowerUnpaidConfirmed(fund, left));
        }
        // Late charges on what was paid too much are not owed either: it belongs to the debt it was paid on.
        for (DebtDraft draft : latestFirst()) {
            left = left.minus(draft.lowerPaidConfirmed(fund, left));
        }
        correction.overpaid(fund, left);
    }

    /** The slip that demands the confirmed premium, when it is not due yet. */
    private Optional<DebtDraft> first() {
        return ofReturn.stream()
                .filter(draft -> draft.debt().kind() == DebtKind.PERIOD
                        && draft.debt().period() <= 1
                        && draft.isIssued()
                        && draft.takesMore())
                .findFirst();
    }

    private Plan result(Adjustment it) {
        debts.values().forEach(DebtDraft::close);
        return new Plan(
                debts.values().stream()
                        .flatMap(draft -> draft.slipChange().stream())
                        .toList(),
                debts.values().stream()
                        .flatMap(draft -> draft.postings(Posting.Kind.PREMIUM_ADJUSTED, it.adjustmentId()).stream())
                        .toList());
    }
}
