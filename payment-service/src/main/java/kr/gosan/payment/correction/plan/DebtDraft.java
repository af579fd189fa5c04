package kr.gosan.payment.correction.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;

/**
 * A debt while a plan is made: its slip's figures as they change, and what is booked on it. Whatever changes is booked in the
 * same step, so figures and ledger cannot part.
 */
final class DebtDraft {

    private final Standing was;
    private final List<Fund> funds;
    private final DraftRows rows;
    private final DraftBook book;
    private final LocalDate day;
    private boolean onlyOffset = true;

    /** @param day the day of what changes the debt */
    DebtDraft(Standing was, LocalDate day) {
        this.was = was;
        this.day = day;
        this.funds = Fund.of(was.debt().insurance());
        this.book = new DraftBook(was);
        if (isIssued()) {
            PaymentPeriod figures = was.slip().orElseThrow().figures();
            this.rows = isOverdue() ? DraftRows.undiscounted(figures) : DraftRows.of(figures);
        } else {
            this.rows = DraftRows.settled(funds, book);
        }
    }

    boolean isOverdue() {
        return day.isAfter(dueDate());
    }

    Debt debt() {
        return was.debt();
    }

    LocalDate dueDate() {
        return was.dueDate();
    }

    private Won balance(Account account, Fund fund) {
        return book.balance(account, fund);
    }

    /** What of the estimate the debt holds; zero or more. */
    Won estimated(Fund fund) {
        return balance(Account.ESTIMATED_PREMIUM, fund).negate();
    }

    boolean isIssued() {
        return was.slip().filter(slip -> slip.state() == SlipState.ISSUED).isPresent();
    }

    /** Whether more may be put on its slip: it is not due yet, and not paid. */
    boolean takesMore() {
        return !isOverdue() && (isIssued() || was.slip().isEmpty() && isSettledInstalment());
    }

    private boolean isSettledInstalment() {
        return debt().period() > 0
                && funds.stream()
                        .allMatch(fund -> balance(Account.RECEIVABLE, fund).isZero()
                                && balance(Account.ARREARS, fund).isZero());
    }

    // ---- what the correction says

    /** @param change below zero it falls, at most by what the row demands where it is a fall */
    void addConfirmed(Fund fund, Won change) {
        rows.add(fund, change, Won.ZERO, Won.ZERO);
        book.claim(Account.RECEIVABLE, Account.CONFIRMED_PREMIUM, fund, change);
        onlyOffset = false;
    }

    /** As {@link #addConfirmed}; the discount of a lump sum is computed again on the new estimate. */
    void addEstimate(Fund fund, Won change, Terms terms) {
        FundFigures row = rows.of(fund);
        Won estimate = row.estimate().plus(change);
        Won discount = rows.areDiscounted() ? terms.discountOf(estimate) : Won.ZERO;
        rows.put(FundFigures.of(fund, row.confirmedAdditional(), estimate, discount, row.charge()));
        book.claim(Account.RECEIVABLE, Account.ESTIMATED_PREMIUM, fund, change);
        freeOffset(fund);
        onlyOffset = false;
    }

    /** An offset that covers more than there still is becomes excess again. */
    private void freeOffset(Fund fund) {
        FundFigures row = rows.of(fund);
        Won tooMuch =
                row.payableBeforeReduction().minus(row.charge()).min(Won.ZERO).negate();
        rows.add(fund, tooMuch, Won.ZERO, Won.ZERO);
        book.claim(Account.RECEIVABLE, Account.EXCESS, fund, tooMuch);
    }

    void addSurcharge(Fund fund, Won surcharge) {
        rows.add(fund, Won.ZERO, Won.ZERO, surcharge);
        book.claim(Account.SURCHARGE_DUE, Account.SURCHARGE, fund, surcharge);
        onlyOffset = false;
    }

    /** Lowers the estimate as far as the debt holds it unpaid; what it was lowered by. */
    Won lowerUnpaidEstimate(Fund fund, Won wanted, Terms terms) {
        if (!hasRows()) {
            return book.lowerOpen(Account.ESTIMATED_PREMIUM, fund, wanted);
        }
        Won lowered = wanted.min(isIssued() ? rows.of(fund).estimate() : unpaidEstimate(fund));
        if (lowered.isPositive()) {
            addEstimate(fund, lowered.negate(), terms);
        }
        return lowered;
    }

    /** Lowers the confirmed premium as far as the debt demands it unpaid. */
    Won lowerUnpaidConfirmed(Fund fund, Won wanted) {
        if (!hasRows()) {
            return book.lowerOpen(Account.CONFIRMED_PREMIUM, fund, wanted);
        }
        Won lowered = wanted.min(rows.of(fund).confirmedAdditional()).max(Won.ZERO);
        if (lowered.isPositive()) {
            addConfirmed(fund, lowered.negate());
        }
        return lowered;
    }

    /**
     * Lowers an estimate that was paid: it becomes excess, less the part of the lump-sum discount that was granted on it.
     *
     * @return what the estimate was lowered by
     */
    Won lowerPaidEstimate(Fund fund, Won wanted, Terms terms) {
        Won lowered = wanted.min(estimated(fund).max(Won.ZERO));
        Won granted = balance(Account.LUMP_SUM_DISCOUNT, fund).max(Won.ZERO);
        Won lost = granted.minus(terms.discountOf(estimated(fund).minus(lowered)))
                .max(Won.ZERO)
                .min(granted)
                .min(lowered);
        book.claim(Account.ESTIMATED_PREMIUM, Account.LUMP_SUM_DISCOUNT, fund, lost);
        book.claim(Account.ESTIMATED_PREMIUM, Account.EXCESS, fund, lowered.minus(lost));
        if (hasRows()) {
            rows.add(fund, lowered, lowered.negate(), Won.ZERO);
        }
        return lowered;
    }

    /** Lowers a confirmed premium that was paid on this debt, which becomes excess; what it was lowered by. */
    Won lowerPaidConfirmed(Fund fund, Won wanted) {
        Won lowered =
                wanted.min(balance(Account.CONFIRMED_PREMIUM, fund).negate().max(Won.ZERO));
        overpaid(fund, lowered);
        return lowered;
    }

    /** A confirmed premium that was paid, on another debt or as an estimate, becomes excess. */
    void overpaid(Fund fund, Won confirmed) {
        book.claim(Account.CONFIRMED_PREMIUM, Account.EXCESS, fund, confirmed);
    }

    /** What of the estimate is neither paid nor covered by an offset. */
    Won unpaidEstimate(Fund fund) {
        if (hasRows()) {
            FundFigures row = rows.of(fund);
            return row.estimate().plus(row.confirmedAdditional().min(Won.ZERO)).max(Won.ZERO);
        }
        Won open = balance(Account.ARREARS, fund).plus(balance(Account.RECEIVABLE, fund));
        return open.min(estimated(fund)).max(Won.ZERO);
    }

    /** An offset that was freed is given back; nothing is left on EXCESS. */
    void refundFreed() {
        funds.forEach(fund -> refund(fund, excess(fund)));
    }

    void refund(Fund fund, Won amount) {
        book.claim(Account.EXCESS, Account.REFUND_PAYABLE, fund, amount);
    }

    // ---- offset

    /** What of the debt money could settle, as things stand. */
    List<OpenItem> open() {
        return hasRows()
                ? SettleableItems.ofSlip(debt(), figures(), dueDate())
                : SettleableItems.ofBooks(debt(), book, dueDate());
    }

    /** A debt that this plan makes. */
    private boolean isNew() {
        return was.slip().isEmpty() && was.balance().isEmpty();
    }

    /** Excess of one fund settles an item, of this fund or of the other one of the insurance. */
    void offset(Fund from, OpenItem item, Won amount) {
        Fund to = item.fund();
        if (hasRows()) {
            boolean premium = item.item() == Item.PREMIUM;
            Won less = amount.negate();
            rows.add(to, premium ? less : Won.ZERO, Won.ZERO, premium ? Won.ZERO : less);
        }
        Won left = amount;
        for (Account owed : SettleableItems.accounts(item.item())) {
            Won settled = left.min(balance(owed, to).max(Won.ZERO));
            book.offset(from, owed, to, settled);
            left = left.minus(settled);
        }
        if (!left.isZero()) {
            throw new IllegalStateException("slip and ledger of " + debt() + " differ by " + left);
        }
    }

    private PaymentPeriod figures() {
        return rows.figures(debt().period(), was.statutoryDueDate());
    }

    /** Closes the draft: the e-filing reduction follows the rows, and a lump sum that is covered by now earns its discount. */
    void close() {
        if (!book.isTouched() || !hasRows()) {
            return;
        }
        followReduction();
        PaymentPeriod figures = figures();
        for (FundFigures row : figures.funds()) {
            if (figures.payable().isZero()) {
                book.follow(Account.LUMP_SUM_DISCOUNT, row.fund(), row.lumpSumDiscount());
            }
        }
    }

    /** The e-filing reduction comes off the first fund's row first, so it moves between the funds when a row changes. */
    void followReduction() {
        if (!book.isTouched() || !hasRows()) {
            return;
        }
        figures().reductionByFund().forEach((fund, share) -> {
            Won was = balance(Account.E_FILING_REDUCTION, fund);
            book.follow(Account.E_FILING_REDUCTION, fund, share.minus(was));
        });
    }

    /** Forgets what a new debt demands, where it is too little to collect (보험료징수법 §45의2). */
    void dropSmall(Terms terms) {
        PaymentPeriod figures = figures();
        if (!isNew() || !terms.isSmall(figures.payable())) {
            return;
        }
        for (FundFigures row : figures.funds()) {
            book.drop(Account.RECEIVABLE, row.fund());
            book.drop(Account.SURCHARGE_DUE, row.fund());
            rows.put(FundFigures.of(row.fund(), Won.ZERO, Won.ZERO, Won.ZERO));
        }
    }

    /** Whether there is a slip whose figures may change, or may come to be one. */
    private boolean hasRows() {
        return isIssued() || isNew() || was.slip().isEmpty() && debt().period() > 0;
    }

    Optional<SlipChange> slipChange() {
        if (!book.isTouched() || !hasRows()) {
            return Optional.empty();
        }
        PaymentPeriod figures = figures();
        Optional<Slip> slip = was.slip();
        if (slip.isPresent()) {
            return figures.equals(slip.get().figures())
                    ? Optional.empty()
                    : Optional.of(new SlipChange.Replace(slip.get(), figures, onlyOffset));
        }
        return figures.payable().isPositive()
                ? Optional.of(new SlipChange.Issue(debt(), figures, dueDate()))
                : Optional.empty();
    }

    /** What is booked on the debt. */
    List<Posting> postings(Posting.Kind kind, UUID causeId) {
        return book.postings(kind, debt(), causeId, day);
    }

    /** What the plan found paid too much on this debt, less what it used up here; below zero where it used more. */
    Won excess(Fund fund) {
        return was.balance(Account.EXCESS, fund).minus(balance(Account.EXCESS, fund));
    }
}
