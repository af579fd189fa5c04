package kr.gosan.premium.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.kernel.workplace.WorkplaceKind;

/** Answers what the law says for one return: all of it, or the list of what it does not know. */
public final class PremiumLaw {

    private final LawBook book;
    private final UnaryOperator<LocalDate> lastDays;

    public PremiumLaw(LawBook book) {
        this(book, BusinessCalendar.korea()::extended);
    }

    private PremiumLaw(LawBook book, UnaryOperator<LocalDate> lastDays) {
        this.book = book;
        this.lastDays = lastDays;
    }

    /**
     * The same law where due dates were extended for a workplace.
     *
     * @param lastDays gives for a statutory due date the last day that is in time, by the business calendar or later
     */
    public PremiumLaw withLastDays(UnaryOperator<LocalDate> lastDays) {
        return new PremiumLaw(book, lastDays);
    }

    /** Either everything a return needs, or each look-up that had no answer. */
    public sealed interface Answer {

        record Known(ReturnLaw law) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    /** All series, for who needs a figure that is no part of a return. */
    public LawBook book() {
        return book;
    }

    /** As {@link #forReturn(int, Workplace, RowsNeeded)} for a return with all usual rows. */
    public Answer forReturn(int insuranceYear, Workplace workplace) {
        return forReturn(insuranceYear, workplace, RowsNeeded.USUAL);
    }

    /**
     * Resolves the law of the return that confirms {@code insuranceYear} and estimates the next.
     *
     * @throws IllegalArgumentException when the workplace exists in neither of the two years
     */
    public Answer forReturn(int insuranceYear, Workplace workplace, RowsNeeded needed) {
        int estimateYear = insuranceYear + 1;
        if (!workplace.existsIn(insuranceYear) && !workplace.existsIn(estimateYear)) {
            throw new IllegalArgumentException("no workplace in " + insuranceYear + " or " + estimateYear);
        }
        boolean selfEmployed = workplace.kind() == WorkplaceKind.SELF_EMPLOYED_BEFORE_2012;
        LawReading reading = new LawReading(book, workplace);
        Optional<YearRates> confirmed = workplace.existsIn(insuranceYear) && !selfEmployed
                ? Optional.of(reading.confirmed(insuranceYear, needed.confirmed()))
                : Optional.empty();
        Optional<YearRates> estimated = workplace.existsIn(estimateYear)
                ? Optional.of(reading.estimated(estimateYear, needed.estimated()))
                : Optional.empty();
        LocalDate day = estimated.map(YearRates::from).or(workplace::extinctOn).orElseThrow();
        Map<ReturnTerm, AppliedParameter> terms = reading.terms(day);
        Optional<AppliedParameter> fixedMonthly = selfEmployed
                ? reading.find("employment.self-employed-before-2012.monthly-remuneration", day)
                : Optional.empty();
        if (!reading.refusals().isEmpty()) {
            return new Answer.Unknown(reading.refusals());
        }
        try {
            Schedule schedule = Schedule.of(workplace, insuranceYear, estimated, terms, lastDays);
            return new Answer.Known(
                    new ReturnLaw(insuranceYear, workplace, confirmed, estimated, terms, fixedMonthly, schedule));
        } catch (BusinessCalendar.DayNotCovered e) {
            return new Answer.Unknown(
                    List.of(new LookUp.Refused("business-calendar", day, LookUp.Reason.AFTER_VERIFIED_THROUGH)));
        }
    }
}
