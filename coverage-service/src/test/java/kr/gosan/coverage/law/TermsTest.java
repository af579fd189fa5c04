package kr.gosan.coverage.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.platform.law.LawFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    private static final LawBook LAW = LawFiles.read(TermsTest.class.getClassLoader());

    /** Of the book's other series, which services share, coverage needs none. */
    @Test
    void everyTermHasASeriesAndEveryOwnSeriesATerm() throws IOException {
        Set<String> terms = Arrays.stream(Term.values()).map(Term::id).collect(Collectors.toSet());
        Set<String> own = Files.readAllLines(Path.of("src/main/resources/law/index.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toSet());
        assertEquals(own, terms);
        assertTrue(LAW.all().stream()
                .map(LawParameter::id)
                .collect(Collectors.toSet())
                .containsAll(terms));
    }

    @ParameterizedTest(name = "{0} since {1}: {2}")
    @CsvSource({
        "ESTABLISHMENT_REPORT_DAYS, 2018-01-01, 14",
        "STATUS_REPORT_DAY, 2018-01-01, 15",
        "MINIMUM_AGE, 2018-01-01, 15",
        "SHORT_WEEKLY_HOURS, 2018-07-03, 15",
        "SHORT_HOURS_MONTHS, 2018-07-03, 3",
        "UNEMPLOYMENT_AGE_LIMIT, 2019-01-15, 65",
        "CONTINUITY_GAP, 2019-01-15, 0"
    })
    void aFigureHoldsFromItsFirstDayAndIsRefusedTheDayBefore(Term term, LocalDate from, int figure) {
        assertEquals(figure, known(term, from).of(term));
        assertEquals(figure, known(term, LocalDate.of(2026, 12, 31)).of(term));
        assertEquals(LookUp.Reason.BEFORE_FIRST_VALUE, refused(term, from.minusDays(1)));
        assertEquals(LookUp.Reason.AFTER_VERIFIED_THROUGH, refused(term, LocalDate.of(2027, 1, 1)));
    }

    @Test
    void whatWasAppliedIsKeptWithItsSource() {
        var applied = known(Term.STATUS_REPORT_DAY, LocalDate.of(2022, 3, 2)).applied();
        assertEquals(
                Set.of("insured-status.report-day"), Set.of(applied.getFirst().id()));
        assertEquals("고용보험법 시행령 §7①", applied.getFirst().basis());
    }

    private static Terms known(Term term, LocalDate day) {
        return assertInstanceOf(Terms.Answer.Known.class, Terms.on(LAW, day, term))
                .terms();
    }

    private static LookUp.Reason refused(Term term, LocalDate day) {
        return assertInstanceOf(Terms.Answer.Unknown.class, Terms.on(LAW, day, term))
                .lookUp()
                .reason();
    }
}
