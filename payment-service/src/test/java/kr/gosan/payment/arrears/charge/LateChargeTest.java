package kr.gosan.payment.arrears.charge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.payment.testing.Golden;
import kr.gosan.platform.law.LawFiles;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateChargeTest {

    private static final LawBook BOOK = LawFiles.read(LateChargeTest.class.getClassLoader());
    private static final LocalDate MARCH_31 = LocalDate.parse("2022-03-31");
    private static final Won MILLION = Won.of(1_000_000);

    @TestFactory
    Stream<DynamicTest> lateCharges() {
        return Golden.cases("late-charges.yaml", each -> {
            LocalDate due = LocalDate.parse(each.required("due").asText());
            int days = each.required("days").asInt();
            LateCharge charge = known(Golden.won(each, "unpaid"), due, due.plusDays(days));
            assertEquals(Golden.won(each, "charge"), charge.amount());
            assertEquals(charge.amount(), charge.trace().result());
            assertEquals(Math.max(0, days), charge.daysLate());
        });
    }

    @Property
    void aSecondComputationInWholeNumbersAgrees(
            @ForAll @LongRange(max = 10_000_000_000L) long unpaid,
            @ForAll @IntRange(max = 500) int days,
            @ForAll boolean oldLaw) {
        LocalDate due = LocalDate.parse(oldLaw ? "2021-01-25" : "2021-01-26");
        long doubled = oldLaw ? 2 : 1;
        // in 18,000ths of a won: 1/1500 = 12/18,000 and 1/6000 = 3/18,000; under the old law 18 and 6
        long charged = 0;
        for (int day = 1; day <= days; day++) {
            charged += unpaid * (day <= 30 ? (oldLaw ? 18 : 12) : 3 * doubled);
        }
        long most = unpaid * (oldLaw ? 90 : 50) * 18;
        long expected = Math.min(charged, most) / 180_000 * 10;
        assertEquals(
                expected,
                known(Won.of(unpaid), due, due.plusDays(days)).amount().amount());
    }

    @Test
    void theTraceNamesTheFiguresAndTheLawOfTheDueDate() {
        TraceLine trace = known(MILLION, MARCH_31, MARCH_31.plusDays(31)).trace();
        assertEquals(
                "min(min(1,000,000 × 30/1500, 1,000,000 × 2%) + 1,000,000 × 1/6000, 1,000,000 × 5%) → 20,160",
                trace.formula());
        assertEquals("31", trace.inputs().get("daysLate"));
        assertTrue(trace.legalBasis().contains("보험료징수법 §25"));
        assertEquals(5, trace.parameters().size());
        assertEquals(
                List.of(LocalDate.parse("2021-01-26")),
                trace.parameters().stream()
                        .map(AppliedParameter::appliesFrom)
                        .distinct()
                        .toList());
    }

    @Test
    void aDueDateWithoutKnownLawIsRefusedWithEveryMissingFigure() {
        LocalDate due = LocalDate.parse("2017-12-27");
        LateCharge.Answer answer = LateCharge.of("late", MILLION, due, due.plusDays(1), BOOK);
        List<LookUp.Refused> refusals =
                assertInstanceOf(LateCharge.Answer.Unknown.class, answer).refusals();
        assertEquals(
                List.of(
                        "late-charge.first-cap",
                        "late-charge.first-daily-divisor",
                        "late-charge.first-days",
                        "late-charge.later-daily-divisor",
                        "late-charge.total-cap"),
                refusals.stream().map(LookUp.Refused::parameterId).sorted().toList());
        assertTrue(refusals.stream().allMatch(each -> each.date().equals(due)));
        assertInstanceOf(
                LateCharge.Answer.Unknown.class,
                LateCharge.of("late", MILLION, LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-02"), BOOK));
        assertInstanceOf(LateCharge.Answer.Known.class, LateCharge.of("late", MILLION, due, due, BOOK), "not late");
    }

    @Test
    void nothingNegativeIsCharged() {
        assertThrows(
                IllegalArgumentException.class,
                () -> LateCharge.of("late", Won.of(-10), MARCH_31, MARCH_31.plusDays(1), BOOK));
    }

    @ParameterizedTest
    @CsvSource({
        "late-charge.first-daily-divisor, 1000, 1500",
        "late-charge.first-cap, 3, 2",
        "late-charge.first-days, 30, 30",
        "late-charge.later-daily-divisor, 3000, 6000",
        "late-charge.total-cap, 9, 5"
    })
    void theFiguresChangedWithTheDueDatesFrom26January2021(String series, String before, String from) {
        LocalDate day = LocalDate.parse("2021-01-26");
        assertEquals(
                List.of(before, from, from),
                Stream.of(day.minusDays(1), day, day.plusDays(1))
                        .map(each -> assertInstanceOf(LookUp.Found.class, BOOK.on(series, each)))
                        .map(found -> found.parameter().figure().toPlainString())
                        .toList());
    }

    private static LateCharge known(Won unpaid, LocalDate due, LocalDate on) {
        return assertInstanceOf(LateCharge.Answer.Known.class, LateCharge.of("late", unpaid, due, on, BOOK))
                .charge();
    }
}
