package kr.gosan.payment.arrears.charge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;

/**
 * 연체금 on a premium that is unpaid on a day (보험료징수법 §25), by the law of the due date. Each day of the first stretch
 * after it adds a part of the premium, up to a first cap; each later day adds a smaller part, up to a cap on the whole. The
 * sum is exact and truncated below 10 won once.
 *
 * @param daysLate the due date not counted, the day itself counted; 0 when the day is not after the due date
 * @param amount zero or more
 */
public record LateCharge(long daysLate, Won amount, TraceLine trace) {

    private static final String DIVISOR = "late-charge.first-daily-divisor";
    private static final String LATER_DIVISOR = "late-charge.later-daily-divisor";
    private static final String FIRST_CAP = "late-charge.first-cap";
    private static final String TOTAL_CAP = "late-charge.total-cap";
    private static final String FIRST_DAYS = "late-charge.first-days";

    private static final String BASIS = "보험료징수법 §25; 국고금 관리법 §47";

    /** Either the charge or every look-up that had no answer. */
    public sealed interface Answer {

        record Known(LateCharge charge) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    /**
     * @param step the name of its line in the trace
     * @param unpaid zero or more; throws {@link IllegalArgumentException} below
     * @param dueDate the last day without a charge; the law of that day applies, and is not asked when nothing is late
     * @param on the day the charge is computed for, or on which the amount was paid
     */
    public static Answer of(String step, Won unpaid, LocalDate dueDate, LocalDate on, LawBook book) {
        if (unpaid.isNegative()) {
            throw new IllegalArgumentException("what is unpaid is not negative: " + unpaid);
        }
        long days = Math.max(0, ChronoUnit.DAYS.between(dueDate, on));
        Step line = Step.of(step, BASIS)
                .in("unpaid", unpaid)
                .in("dueDate", dueDate.toString())
                .in("on", on.toString())
                .in("daysLate", Long.toString(days))
                .truncated();
        if (days == 0) {
            return new Answer.Known(new LateCharge(0, Won.ZERO, line.gives("not late → 0", Won.ZERO)));
        }
        Terms law = Terms.from(book).on(dueDate, FIRST_DAYS, DIVISOR, FIRST_CAP, LATER_DIVISOR, TOTAL_CAP);
        return law.areKnown()
                ? new Answer.Known(late(unpaid, days, law, line.using(law.parameters())))
                : new Answer.Unknown(law.refusals());
    }

    private static LateCharge late(Won unpaid, long days, Terms law, Step line) {
        long first = Math.min(days, law.the(FIRST_DAYS).whole());
        long later = days - first;
        BigDecimal divisor = law.the(DIVISOR).figure();
        BigDecimal laterDivisor = law.the(LATER_DIVISOR).figure();
        AppliedParameter firstCap = law.the(FIRST_CAP);
        AppliedParameter totalCap = law.the(TOTAL_CAP);
        // Everything times both divisors: whole numbers, and nothing is divided before the caps are compared.
        BigDecimal scale = divisor.multiply(laterDivisor);
        BigDecimal amount = BigDecimal.valueOf(unpaid.amount());
        BigDecimal early = amount.multiply(BigDecimal.valueOf(first))
                .multiply(laterDivisor)
                .min(firstCap.rate().of(unpaid).multiply(scale));
        BigDecimal late = amount.multiply(BigDecimal.valueOf(later)).multiply(divisor);
        BigDecimal whole = early.add(late).min(totalCap.rate().of(unpaid).multiply(scale));
        // Whole won first, downwards: the quotient need not end, and truncating below 10 won only drops more.
        Won charge = Rounding.TRUNCATE_BELOW_TEN_WON.apply(whole.divide(scale, 0, RoundingMode.DOWN));
        String formula = "min(min(" + unpaid + " × " + first + "/" + divisor.toPlainString() + ", " + unpaid + " × "
                + firstCap.rate() + ")" + " + " + unpaid + " × " + later + "/" + laterDivisor.toPlainString() + ", "
                + unpaid + " × " + totalCap.rate() + ") → " + charge;
        return new LateCharge(days, charge, line.gives(formula, charge));
    }
}
