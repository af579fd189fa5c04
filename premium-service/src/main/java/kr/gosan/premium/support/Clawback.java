package kr.gosan.premium.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.eligibility.Condition;

/**
 * Support that is taken back because the actual mean remuneration was above 110 % of the limit (보험료징수법 §21의2, 시행령
 * §30). An amount under 3,000 won is not.
 *
 * @param exceeded whether the mean lies above the share of the limit; exactly on it does not
 * @param amount what is taken back, zero or the whole support
 */
public record Clawback(String reference, int insuranceYear, Condition exceeded, Won amount) {

    private static final String LIMIT = "support.remuneration-below@";
    private static final String SHARE = "support.clawback-share@";

    /** Percent of the limit, which the decree writes as one figure. */
    private static final int PERCENT = 2;

    static void read(SupportApplication.EarlierSupport earlier, Terms terms) {
        LocalDate date = LocalDate.of(earlier.insuranceYear(), Month.DECEMBER, 31);
        terms.as(LIMIT + earlier.insuranceYear(), "support.remuneration-below", date)
                .as(SHARE + earlier.insuranceYear(), "support.clawback-share", date);
    }

    static Clawback of(SupportApplication.EarlierSupport earlier, Terms terms) {
        Won limit = terms.the(LIMIT + earlier.insuranceYear()).won();
        BigDecimal bound = terms.the(SHARE + earlier.insuranceYear())
                .rate()
                .value()
                .multiply(BigDecimal.valueOf(limit.amount()))
                .movePointLeft(PERCENT);
        boolean exceeded = BigDecimal.valueOf(earlier.actual().amount())
                        .compareTo(bound.multiply(BigDecimal.valueOf(earlier.months())))
                > 0;
        boolean small = earlier.supported()
                        .compareTo(terms.the("support.clawback-minimum").won())
                < 0;
        return new Clawback(
                earlier.reference(),
                earlier.insuranceYear(),
                Condition.of(
                        "support-actual-above-share",
                        exceeded,
                        "보험료징수법 §21의2, 시행령 §30",
                        earlier.actual(),
                        earlier.months(),
                        bound.stripTrailingZeros().toPlainString()),
                exceeded && !small ? earlier.supported() : Won.ZERO);
    }
}
