package kr.gosan.kernel.refund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;

/**
 * Interest on a refund (보험료징수법 §23④, 시행령 §31④), at the national-tax refund rate of each day: refund × rate × days ÷
 * 365, both the first and the last day counted, the stretches of different rates added up exactly and the sum truncated
 * below 10 won once. It runs from the day after the seventh day after receipt, to the day of the refund.
 */
public record RefundInterest(Won amount, TraceLine trace) {

    private static final String RATE = "refund-interest.rate";
    private static final String YEAR = "refund-interest.days-per-year";

    /** Either the interest or the first look-up that had no answer. */
    public sealed interface Answer {

        record Known(RefundInterest interest) implements Answer {}

        record Unknown(LookUp.Refused refusal) implements Answer {}
    }

    /**
     * The first day of interest on a refund that was claimed, or filed for.
     *
     * @param daysAfterReceipt in which the office acts without interest, as the law has them that day
     */
    public static LocalDate from(LocalDate receivedOn, AppliedParameter daysAfterReceipt) {
        return receivedOn.plusDays(daysAfterReceipt.whole()).plusDays(1);
    }

    /**
     * @param from first day of interest, inclusive
     * @param refundedOn last day, inclusive; nothing accrues when it lies before {@code from}
     */
    public static Answer of(Won refund, LocalDate from, LocalDate refundedOn, LawBook book) {
        TreeSet<LocalDate> starts = new TreeSet<>(List.of(from));
        Optional<LawParameter> rates = book.parameter(RATE);
        rates.ifPresent(it -> starts.addAll(it.changesWithin(from, refundedOn)));
        Step line = Step.of("refund-interest", "보험료징수법 §23④; 시행령 §31④; 국고금 관리법 §47")
                .in("refund", refund)
                .in("from", from.toString())
                .in("to", refundedOn.toString())
                .truncated();
        BigDecimal perYear = BigDecimal.ZERO;
        List<String> parts = new ArrayList<>();
        AppliedParameter year = null;
        for (LocalDate start : starts) {
            LocalDate next = starts.higher(start);
            LocalDate end = next == null ? refundedOn : next.minusDays(1);
            LookUp onStart = book.on(RATE, start);
            if (onStart instanceof LookUp.Refused refused) {
                return new Answer.Unknown(refused);
            }
            // Known on the first day but no longer verified on the last is not known.
            if (book.on(RATE, end.isBefore(start) ? start : end) instanceof LookUp.Refused refused) {
                return new Answer.Unknown(refused);
            }
            switch (book.on(YEAR, start)) {
                case LookUp.Found found -> year = found.parameter();
                case LookUp.Refused refused -> {
                    return new Answer.Unknown(refused);
                }
            }
            AppliedParameter rate = ((LookUp.Found) onStart).parameter();
            long days = Math.max(0, ChronoUnit.DAYS.between(start, end) + 1);
            perYear = perYear.add(rate.rate().of(refund).multiply(BigDecimal.valueOf(days)));
            parts.add(refund + " × " + rate.rate() + " × " + days + "/" + year.whole());
            line.using(rate);
        }
        line.using(year);
        // Whole won first, downwards: a quotient by 365 need not end, and truncating below 10 won only drops more.
        BigDecimal won = perYear.divide(BigDecimal.valueOf(year.whole()), 0, RoundingMode.DOWN);
        Won amount = Rounding.TRUNCATE_BELOW_TEN_WON.apply(won);
        return new Answer.Known(
                new RefundInterest(amount, line.gives(String.join(" + ", parts) + " → " + amount, amount)));
    }
}
