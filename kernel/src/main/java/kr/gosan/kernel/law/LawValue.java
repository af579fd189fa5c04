package kr.gosan.kernel.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kr.gosan.kernel.money.Rate;

/**
 * One value of a legal parameter, from a day on (inclusive) until the next value starts.
 *
 * @param figure empty when it is known that the law has a value here but not which: such a look-up is refused by name
 */
public record LawValue(LocalDate appliesFrom, Optional<BigDecimal> figure, Standing standing, Source source) {

    /** How well the figure is established. */
    public enum Standing {
        /** From the law itself or an official publication. */
        OFFICIAL,
        /** From somebody who quotes one. */
        SECOND_HAND,
        /** Not yet confirmed by a source. */
        UNVERIFIED,
        /** The figure itself is not known. */
        UNKNOWN
    }

    /** Where the figure is printed: the document, and the article or page in it. */
    public record Source(String document, String place) {
        public Source {
            if (document.isBlank() || place.isBlank()) {
                throw new IllegalArgumentException("a source names its document and the place in it");
            }
        }
    }

    public LawValue {
        Objects.requireNonNull(appliesFrom);
        Objects.requireNonNull(source);
        if (figure.isEmpty() != (standing == Standing.UNKNOWN)) {
            throw new IllegalArgumentException("a value is unknown exactly when it has no figure");
        }
    }

    /** The unit a parameter is written in. */
    public enum Unit {
        PER_MILLE("per mille"),
        PERCENT("percent"),
        WON("won"),
        WON_PER_MONTH("won per month"),
        DAYS("days"),
        MONTHS("months"),
        YEARS("years"),
        HOURS("hours"),
        /** A day of a month, 1 to 31. */
        DAY_OF_MONTH("day of month"),
        /** A day of the year as four digits: 0331 is March 31. */
        MONTH_AND_DAY("month and day"),
        /** A time of the day as four digits: 0730 is half past seven in the morning. */
        TIME_OF_DAY("time of day"),
        COUNT("count");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        public static Unit of(String text) {
            for (Unit unit : values()) {
                if (unit.text.equals(text)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("not a unit: " + text);
        }

        Rate rate(BigDecimal figure) {
            return switch (this) {
                case PER_MILLE -> new Rate(figure, Rate.Unit.PER_MILLE);
                case PERCENT -> new Rate(figure, Rate.Unit.PERCENT);
                default -> throw new IllegalStateException("not a rate: " + text);
            };
        }
    }
}
