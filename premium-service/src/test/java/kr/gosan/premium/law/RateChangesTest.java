package kr.gosan.premium.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.platform.law.LawFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every day on which a figure of the law becomes another one, with the day before and the day after. The table is written
 * by hand from the published rates, not read off the files it checks.
 */
class RateChangesTest {

    private static final String NOT_YET = LookUp.Reason.BEFORE_FIRST_VALUE.name();
    private static final String UNKNOWN = LookUp.Reason.FIGURE_UNKNOWN.name();
    private static final String NO_LONGER = LookUp.Reason.AFTER_VERIFIED_THROUGH.name();

    /** Series, first day of the new figure, figure until the day before, figure from that day on; {@code ?} is unknown. */
    private static final String CHANGES = """
            accident.industry-rate.construction, 2018-01-01, not yet, 39
            accident.industry-rate.construction, 2019-01-01, 39, 36
            accident.industry-rate.construction, 2024-01-01, 36, 35
            accident.industry-rate.construction-hq, 2018-01-01, not yet, ?
            accident.industry-rate.construction-hq, 2021-01-01, ?, 9
            accident.industry-rate.construction-hq, 2023-01-01, 9, ?
            accident.industry-rate.construction-hq, 2024-01-01, ?, 8
            accident.industry-rate.logging, 2021-01-01, ?, 58
            accident.industry-rate.overseas-dispatch, 2018-01-01, not yet, ?
            accident.industry-rate.overseas-dispatch, 2020-01-01, ?, 14
            accident.commute-rate, 2018-01-01, not yet, 1.5
            accident.commute-rate, 2020-01-01, 1.5, 1.3
            accident.commute-rate, 2021-01-01, 1.3, 1.0
            accident.commute-rate, 2024-01-01, 1.0, 0.6
            accident.wage-claim-rate, 2018-01-01, not yet, 0.6
            accident.wage-claim-rate, 2026-01-01, 0.6, 0.9
            accident.asbestos-rate, 2018-01-01, not yet, 0.03
            accident.asbestos-rate, 2021-01-01, 0.03, 0.03
            accident.asbestos-rate, 2022-01-01, 0.03, 0.03
            accident.asbestos-rate, 2023-01-01, 0.03, ?
            accident.asbestos-rate, 2024-01-01, ?, ?
            accident.asbestos-rate, 2025-01-01, ?, 0.06
            accident.job-rate.construction-equipment, 2023-07-01, not yet, ?
            accident.equipment.standard-remuneration, 2021-01-01, ?, 2254040
            accident.equipment.standard-remuneration, 2021-07-01, 2254040, 2479444
            accident.equipment.standard-remuneration, 2022-01-01, 2479444, ?
            employment.unemployment.rate, 2018-01-01, not yet, 13
            employment.unemployment.rate, 2019-10-01, 13, 16
            employment.unemployment.rate, 2022-07-01, 16, 18
            employment.unemployment.rate, 2027-01-01, 18, no longer
            employment.self-employed-before-2012.monthly-remuneration, 2022-01-01, ?, 2600000
            employment.self-employed-before-2012.monthly-remuneration, 2023-01-01, 2600000, ?
            works.labour-ratio.general, 2026-01-01, 27, 27
            works.labour-ratio.subcontract, 2020-01-01, ?, 30
            works.labour-ratio.subcontract, 2026-01-01, 30, 29
            remuneration.construction-monthly-mean, 2021-01-01, ?, 4330442
            remuneration.construction-monthly-mean, 2022-01-01, 4330442, ?
            support.remuneration-below, 2018-01-01, not yet, 1900000
            support.remuneration-below, 2019-01-01, 1900000, 2100000
            support.remuneration-below, 2020-01-01, 2100000, 2150000
            support.remuneration-below, 2021-01-01, 2150000, 2200000
            support.remuneration-below, 2022-01-01, 2200000, 2300000
            support.remuneration-below, 2023-01-01, 2300000, 2600000
            support.remuneration-below, 2024-01-01, 2600000, 2700000
            support.remuneration-below, 2025-01-01, 2700000, 2700000
            support.remuneration-below, 2026-01-01, 2700000, 2700000
            support.income-below, 2022-01-01, not yet, 38000000
            support.income-below, 2023-01-01, 38000000, ?
            support.income-below, 2026-01-01, ?, 43000000
            support.monthly-cap, 2023-01-01, not yet, ?
            support.monthly-cap, 2026-01-01, ?, 37720
            surcharge.rate, 2018-01-01, not yet, 10
            surcharge.rate, 2022-12-31, 10, 10
            surcharge.minimum, 2018-01-01, not yet, 3000
            surcharge.amendment-reduction, 2022-12-31, 50, 50
            small-amount.minimum, 2023-07-01, 0, 2000
            refund-interest.rate, 2018-03-19, not yet, 1.8
            refund-interest.rate, 2019-03-20, 1.8, 2.1
            refund-interest.rate, 2020-03-13, 2.1, 1.8
            refund-interest.rate, 2021-03-16, 1.8, 1.2
            refund-interest.rate, 2023-03-20, 1.2, 2.9
            refund-interest.rate, 2024-03-22, 2.9, 3.5
            refund-interest.rate, 2025-03-21, 3.5, 3.1
            refund-interest.rate, 2026-03-01, 3.1, no longer
            """;

    private final LawBook book = LawFiles.read(RateChangesTest.class.getClassLoader());

    @ParameterizedTest
    @MethodSource("changes")
    void theDayBeforeHasTheOldFigureAndTheDayAndTheDayAfterTheNewOne(
            String series, LocalDate day, String before, String from) {
        assertEquals(
                List.of(before, from, from),
                Stream.of(day.minusDays(1), day, day.plusDays(1))
                        .map(each -> answer(series, each))
                        .toList());
    }

    /** A figure that changes on one more day is not tried until it stands in the table. */
    @Test
    void everyDayOnWhichAFigureChangesStandsInTheTable() {
        List<String> listed =
                changes().map(Arguments::get).map(row -> row[0] + " " + row[1]).toList();
        List<String> missing = new ArrayList<>();
        for (LawParameter series : book.all()) {
            for (LocalDate day : series.changesWithin(LocalDate.MIN, series.verifiedThrough())) {
                String before = answer(series.id(), day.minusDays(1));
                boolean changes = !before.equals(NOT_YET) && !before.equals(answer(series.id(), day));
                if (changes && !listed.contains(series.id() + " " + day)) {
                    missing.add(series.id() + " " + day);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static Stream<Arguments> changes() {
        return CHANGES.lines().map(line -> {
            String[] cells = line.split(", ");
            assertEquals(4, cells.length, () -> Arrays.toString(cells));
            return Arguments.of(cells[0], LocalDate.parse(cells[1]), expected(cells[2]), expected(cells[3]));
        });
    }

    private static String expected(String cell) {
        return switch (cell) {
            case "not yet" -> NOT_YET;
            case "?" -> UNKNOWN;
            case "no longer" -> NO_LONGER;
            default -> cell;
        };
    }

    /** The figure as it is written, or why there is none: a refusal names the series and the day asked for. */
    private String answer(String series, LocalDate day) {
        return switch (book.on(series, day)) {
            case LookUp.Found found -> found.parameter().figure().toPlainString();
            case LookUp.Refused refused -> {
                assertEquals(new LookUp.Refused(series, day, refused.reason()), refused);
                yield refused.reason().name();
            }
        };
    }
}
