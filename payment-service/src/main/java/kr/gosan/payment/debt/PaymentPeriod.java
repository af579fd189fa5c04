package kr.gosan.payment.debt;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * What falls due on one day in one insurance: the figures of a slip, payable = ① + ② − ③ − ④ and, where there is one, the charge. A
 * period whose excess covers everything is payable with nothing and gets no slip.
 *
 * @param period 0 for a lump sum, else the number of the instalment, 1 to 4
 * @param statutoryDueDate before the business calendar or an extension moves it, see {@link DueDates}
 * @param eFilingReduction ④, one figure for the insurance (보험료징수법 §22의2②)
 * @param payable zero or more
 */
public record PaymentPeriod(
        Integer period,
        LocalDate statutoryDueDate,
        Won confirmedAdditional,
        Won estimate,
        Won lumpSumDiscount,
        Won eFilingReduction,
        Won payable,
        List<FundFigures> funds) {

    public static final int LUMP_SUM = 0;

    public PaymentPeriod {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(statutoryDueDate, "statutoryDueDate");
        Objects.requireNonNull(confirmedAdditional, "confirmedAdditional");
        Objects.requireNonNull(estimate, "estimate");
        Objects.requireNonNull(lumpSumDiscount, "lumpSumDiscount");
        Objects.requireNonNull(eFilingReduction, "eFilingReduction");
        Objects.requireNonNull(payable, "payable");
        funds = List.copyOf(funds);
    }

    /** The period with its totals computed from its funds. */
    public static PaymentPeriod of(
            int period, LocalDate statutoryDueDate, Won eFilingReduction, List<FundFigures> funds) {
        Won confirmed = sum(funds, FundFigures::confirmedAdditional);
        Won estimate = sum(funds, FundFigures::estimate);
        Won discount = sum(funds, FundFigures::lumpSumDiscount);
        Won payable = sum(funds, FundFigures::payableBeforeReduction).minus(eFilingReduction);
        return new PaymentPeriod(
                period, statutoryDueDate, confirmed, estimate, discount, eFilingReduction, payable, funds);
    }

    /** The same period with its totals computed again: equal to this one when its arithmetic is right. */
    PaymentPeriod recomputed() {
        List<FundFigures> rows = funds.stream()
                .map(row -> FundFigures.of(
                        row.fund(), row.confirmedAdditional(), row.estimate(), row.lumpSumDiscount(), row.charge()))
                .toList();
        return of(period, statutoryDueDate, eFilingReduction, rows);
    }

    /**
     * ④ divided over the funds. The law gives one figure for the insurance; it is taken from the first fund (실업급여) as
     * far as that fund's row reaches, then from the next.
     */
    public Map<Fund, Won> reductionByFund() {
        Map<Fund, Won> shares = new EnumMap<>(Fund.class);
        Won left = eFilingReduction;
        for (FundFigures row : funds) {
            Won share = left.min(row.payableBeforeReduction());
            shares.put(row.fund(), share);
            left = left.minus(share);
        }
        return shares;
    }

    /** What of the payable amount belongs to each fund; adds up to {@link #payable()}. */
    public Map<Fund, Won> payableByFund() {
        Map<Fund, Won> reduction = reductionByFund();
        Map<Fund, Won> payable = new EnumMap<>(Fund.class);
        funds.forEach(
                row -> payable.put(row.fund(), row.payableBeforeReduction().minus(reduction.get(row.fund()))));
        return payable;
    }

    /** What of it is no premium, over the funds. */
    public Won charge() {
        return sum(funds, FundFigures::charge);
    }

    private static Won sum(List<FundFigures> funds, Function<FundFigures, Won> amount) {
        return Won.sum(funds.stream().map(amount).toList());
    }
}
