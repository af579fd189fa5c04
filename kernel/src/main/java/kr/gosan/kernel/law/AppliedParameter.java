package kr.gosan.kernel.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.money.Won;

/** A parameter as it was applied on a day: what a trace keeps, so that the decision can be replayed years later. */
public record AppliedParameter(
        String id,
        LawValue.Unit unit,
        String basis,
        BigDecimal figure,
        LocalDate appliesFrom,
        LawValue.Standing standing,
        LawValue.Source source) {

    /** As a rate; throws {@link IllegalStateException} when the unit is not one. */
    public Rate rate() {
        return unit.rate(figure);
    }

    /** As an amount; throws {@link IllegalStateException} when the unit is not won, or the figure is not whole. */
    public Won won() {
        if (unit != LawValue.Unit.WON && unit != LawValue.Unit.WON_PER_MONTH) {
            throw new IllegalStateException("not won: " + id);
        }
        return Won.of(figure.longValueExact());
    }

    /** As a whole number (days, months, a count). */
    public int whole() {
        return figure.intValueExact();
    }

    /** As a day of the year; throws {@link IllegalStateException} when the unit is not one. */
    public MonthDay monthDay() {
        if (unit != LawValue.Unit.MONTH_AND_DAY) {
            throw new IllegalStateException("not a day of the year: " + id);
        }
        return MonthDay.of(whole() / 100, whole() % 100);
    }

    /** As a time of the day; throws {@link IllegalStateException} when the unit is not one. */
    public LocalTime timeOfDay() {
        if (unit != LawValue.Unit.TIME_OF_DAY) {
            throw new IllegalStateException("not a time of the day: " + id);
        }
        return LocalTime.of(whole() / 100, whole() % 100);
    }
}
