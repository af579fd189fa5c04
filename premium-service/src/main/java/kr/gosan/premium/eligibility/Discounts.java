package kr.gosan.premium.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.ReturnTerm;
import kr.gosan.premium.law.Schedule;
import kr.gosan.premium.law.Workplace;

/**
 * What makes the estimate of an insurance cheaper, each condition answered: the reduction for filing through the network
 * (보험료징수법 §22의2②, 시행령 §30의3), the discount for paying at once (§17④, 시행령 §22②), and the reduction for automatic
 * debit of instalments (시행령 §30의4).
 *
 * @param autoDebitReduction for each quarter debited; empty where the law of the year is not known
 */
public record Discounts(
        Insurance insurance,
        List<Condition> eFilingConditions,
        Won eFilingReduction,
        List<Condition> lumpSumConditions,
        Rate lumpSumDiscount,
        List<Condition> autoDebitConditions,
        Optional<Won> autoDebitReduction) {

    private static final String E_FILING = "보험료징수법 §22의2②, 시행령 §30의3";
    private static final String AUTO_DEBIT = "보험료징수법 §22의2, 시행령 §30의4";
    private static final String AUTO_DEBIT_REDUCTION = "auto-debit.reduction";
    private static final String LUMP_SUM = "보험료징수법 §17④, 시행령 §22②";

    /**
     * What is known of the return so far.
     *
     * @param dueOn last day to file and pay, by calendar and extensions
     * @param estimate empty while no return is filed
     * @param lumpSum whether payment at once was chosen; empty while no return is filed
     * @param paidOn the day on which the lump sum was paid in full
     * @param debited whether automatic debit was approved, and not ended since
     */
    public record Known(
            LocalDate today,
            LocalDate dueOn,
            Optional<LocalDate> filedOn,
            Optional<Won> estimate,
            Optional<Boolean> lumpSum,
            Optional<LocalDate> paidOn,
            boolean debited) {}

    public static Discounts of(Insurance insurance, Workplace workplace, ReturnLaw law, Known known, LawBook book) {
        return new Discounts(
                insurance,
                eFiling(workplace, law, known),
                law.the(ReturnTerm.E_FILING_REDUCTION).won(),
                lumpSum(workplace, law, known),
                law.the(ReturnTerm.LUMP_SUM_DISCOUNT).rate(),
                autoDebit(law.insuranceYear() + 1, known),
                book.on(AUTO_DEBIT_REDUCTION, LocalDate.ofYearDay(law.insuranceYear() + 1, 1))
                                instanceof LookUp.Found it
                        ? Optional.of(it.parameter().won())
                        : Optional.empty());
    }

    private static List<Condition> eFiling(Workplace workplace, ReturnLaw law, Known known) {
        Won minimum = law.the(ReturnTerm.E_FILING_MINIMUM).won();
        return List.of(
                known.estimate()
                        .map(estimate -> Condition.of(
                                "e-filing-minimum", estimate.compareTo(minimum) >= 0, E_FILING, estimate, minimum))
                        .orElseGet(() -> Condition.open("e-filing-minimum", E_FILING, "–", minimum)),
                Condition.of("e-filing-without-agency", !workplace.mandated(), E_FILING),
                notSelfEmployed("e-filing-kind", workplace, E_FILING),
                by("e-filing-in-time", known.filedOn(), known, E_FILING));
    }

    /** Open until the year is over: debit may begin with any later instalment. */
    private static List<Condition> autoDebit(int year, Known known) {
        boolean open = !known.debited() && known.today().getYear() <= year;
        return List.of(
                known.lumpSum()
                        .map(atOnce -> Condition.of("pays-by-instalments", !atOnce, AUTO_DEBIT, year))
                        .orElseGet(() -> Condition.open("pays-by-instalments", AUTO_DEBIT, year)),
                open
                        ? Condition.open("auto-debit-approved", AUTO_DEBIT)
                        : Condition.of("auto-debit-approved", known.debited(), AUTO_DEBIT));
    }

    private static List<Condition> lumpSum(Workplace workplace, ReturnLaw law, Known known) {
        Optional<Schedule.Bar> barred = law.schedule().barred();
        return List.of(
                Condition.of(
                        "lump-sum-established",
                        barred.filter(Schedule.Bar.ESTABLISHED_LATE::equals).isEmpty(),
                        LUMP_SUM,
                        workplace.establishedOn(),
                        law.the(ReturnTerm.INSTALMENT_LAST_ESTABLISHMENT_DAY)
                                .monthDay()
                                .atYear(law.insuranceYear() + 1)),
                Condition.of(
                        "lump-sum-term",
                        barred.filter(Schedule.Bar.SHORT_WORKS::equals).isEmpty(),
                        LUMP_SUM,
                        law.the(ReturnTerm.INSTALMENT_SHORTEST_WORKS).whole()),
                notSelfEmployed("lump-sum-kind", workplace, LUMP_SUM),
                known.lumpSum()
                        .map(chosen -> Condition.of("lump-sum-chosen", chosen, LUMP_SUM))
                        .orElseGet(() -> Condition.open("lump-sum-chosen", LUMP_SUM)),
                by("lump-sum-paid", known.paidOn(), known, LUMP_SUM));
    }

    private static Condition notSelfEmployed(String code, Workplace workplace, String basis) {
        return Condition.of(code, workplace.kind() != WorkplaceKind.SELF_EMPLOYED_BEFORE_2012, basis, workplace.kind());
    }

    /** Open until it was done or the last day is over. */
    private static Condition by(String code, Optional<LocalDate> done, Known known, String basis) {
        if (done.isEmpty() && !known.today().isAfter(known.dueOn())) {
            return Condition.open(code, basis, "–", known.dueOn());
        }
        boolean inTime = done.filter(day -> !day.isAfter(known.dueOn())).isPresent();
        return Condition.of(code, inTime, basis, done.map(LocalDate::toString).orElse("–"), known.dueOn());
    }
}
