package kr.gosan.payment.charge.rules;

import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;

/**
 * What is added to a 과태료 that is not paid by its due date (질서위반행위규제법 §24): 가산금 once, and 중가산금 for each month that
 * has gone by since, up to a number of months. By the law of the due date; each truncated below ten won.
 *
 * @param months how many have gone by, zero or more
 * @param amount everything that is added by then
 * @param until the last day on which it is not more
 * @param trace a line for each of the two
 */
public record FineSurcharge(int months, Won amount, LocalDate until, List<TraceLine> trace) {

    private static final String FIRST = "fine.surcharge.first";
    private static final String MONTHLY = "fine.surcharge.monthly";
    private static final String MONTHS = "fine.surcharge.months";

    /** Either what is added or every look-up that had no answer. */
    public sealed interface Answer {

        record Known(FineSurcharge surcharge) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    /**
     * @param fine unpaid
     * @param dueDate the last day it could be paid without an addition
     * @param on after the due date
     */
    public static Answer of(Won fine, LocalDate dueDate, LocalDate on, LawBook book) {
        Terms law = Terms.from(book).on(dueDate, FIRST, MONTHLY, MONTHS);
        if (!law.areKnown()) {
            return new Answer.Unknown(law.refusals());
        }
        int gone = monthsGone(dueDate, on);
        int counted = Math.min(gone, law.the(MONTHS).whole());
        Won first = Rounding.TRUNCATE_BELOW_TEN_WON.apply(law.the(FIRST).rate().of(fine));
        Won monthly =
                Rounding.TRUNCATE_BELOW_TEN_WON.apply(law.the(MONTHLY).rate().of(fine));
        Won later = monthly.times(counted);
        return new Answer.Known(new FineSurcharge(
                gone,
                first.plus(later),
                dueDate.plusMonths(gone + 1L),
                List.of(
                        Step.of("fine.surcharge", "질서위반행위규제법 §24①")
                                .in("fine", fine)
                                .in("dueDate", dueDate.toString())
                                .using(law.the(FIRST))
                                .truncated()
                                .gives(fine + " × " + law.the(FIRST).rate() + " → " + first, first),
                        Step.of("fine.surcharge.monthly", "질서위반행위규제법 §24②")
                                .in("fine", fine)
                                .in("on", on.toString())
                                .in("months", Integer.toString(counted))
                                .using(law.the(MONTHLY))
                                .using(law.the(MONTHS))
                                .truncated()
                                .gives(
                                        fine + " × " + law.the(MONTHLY).rate() + " → " + monthly + ", × " + counted
                                                + " = " + later,
                                        later))));
    }

    /** A month has gone by at the end of its last day (민법 §160). */
    private static int monthsGone(LocalDate dueDate, LocalDate on) {
        int months = 0;
        while (dueDate.plusMonths(months + 1L).isBefore(on)) {
            months++;
        }
        return months;
    }
}
