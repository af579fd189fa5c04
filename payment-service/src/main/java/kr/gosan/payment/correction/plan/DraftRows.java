package kr.gosan.payment.correction.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;

/** The rows of a slip while a plan is made, one for each fund of the insurance in their order, with the e-filing reduction. */
final class DraftRows {

    private final Map<Fund, FundFigures> rows = new LinkedHashMap<>();
    private final Won reduction;

    DraftRows(List<FundFigures> rows, Won reduction) {
        rows.forEach(this::put);
        this.reduction = reduction;
    }

    static DraftRows of(PaymentPeriod figures) {
        return new DraftRows(figures.funds(), figures.eFilingReduction());
    }

    /** The discount of a lump sum is void once its due date has passed (보험료징수법 §17④). */
    static DraftRows undiscounted(PaymentPeriod figures) {
        return new DraftRows(
                figures.funds().stream()
                        .map(row -> FundFigures.of(
                                row.fund(), row.confirmedAdditional(), row.estimate(), Won.ZERO, row.charge()))
                        .toList(),
                figures.eFilingReduction());
    }

    /** Of a debt with nothing payable: what was estimated, and the offset that covers it. */
    static DraftRows settled(List<Fund> funds, DraftBook book) {
        return new DraftRows(
                funds.stream()
                        .map(fund -> {
                            Won estimate = book.balance(Account.ESTIMATED_PREMIUM, fund)
                                    .negate();
                            Won covered = estimate.minus(book.balance(Account.E_FILING_REDUCTION, fund));
                            return FundFigures.of(fund, covered.negate(), estimate, Won.ZERO);
                        })
                        .toList(),
                Won.sum(funds.stream()
                        .map(fund -> book.balance(Account.E_FILING_REDUCTION, fund))
                        .toList()));
    }

    FundFigures of(Fund fund) {
        return rows.get(fund);
    }

    boolean areDiscounted() {
        return rows.values().stream().anyMatch(row -> row.lumpSumDiscount().isPositive());
    }

    void put(FundFigures row) {
        rows.put(row.fund(), row);
    }

    /** Adds to a row; the discount stays. */
    void add(Fund fund, Won confirmed, Won estimate, Won charge) {
        FundFigures row = rows.get(fund);
        put(FundFigures.of(
                fund,
                row.confirmedAdditional().plus(confirmed),
                row.estimate().plus(estimate),
                row.lumpSumDiscount(),
                row.charge().plus(charge)));
    }

    PaymentPeriod figures(int period, LocalDate statutoryDueDate) {
        List<FundFigures> all = List.copyOf(rows.values());
        // The reduction cannot be more than what there is to reduce.
        Won most = Won.sum(all.stream().map(FundFigures::payableBeforeReduction).toList());
        return PaymentPeriod.of(period, statutoryDueDate, reduction.min(most), all);
    }
}
