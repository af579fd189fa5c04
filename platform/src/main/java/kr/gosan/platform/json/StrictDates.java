package kr.gosan.platform.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * Dates and months as requests write them, in bodies and in parameters: a year of four digits, without a sign. Years beyond are
 * none that a calculation, or the database, expects.
 */
public final class StrictDates {

    private static final String DAY = "uuuu-MM-dd";
    private static final String MONTH = "uuuu-MM";
    private static final DateTimeFormatter DAYS =
            DateTimeFormatter.ofPattern(DAY).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MONTHS =
            DateTimeFormatter.ofPattern(MONTH).withResolverStyle(ResolverStyle.STRICT);

    private StrictDates() {}

    /** @throws DateTimeException when the text is no date of this form */
    public static LocalDate day(String text) {
        return LocalDate.parse(ofLength(text, DAY), DAYS);
    }

    /** @throws DateTimeException when the text is no month of this form */
    public static YearMonth month(String text) {
        return YearMonth.parse(ofLength(text, MONTH), MONTHS);
    }

    /** The pattern alone would take a sign and more than four digits. */
    private static String ofLength(String text, String pattern) {
        if (text.length() != pattern.length()) {
            throw new DateTimeException("not of the form " + pattern);
        }
        return text;
    }
}
