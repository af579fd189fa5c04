package kr.gosan.coverage.rule;

import static kr.gosan.coverage.rule.Given.ELSEWHERE;
import static kr.gosan.coverage.rule.Given.ESTABLISHED;
import static kr.gosan.coverage.rule.Given.HERE;
import static kr.gosan.coverage.rule.Given.LAW;
import static kr.gosan.coverage.rule.Given.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.number.WorkplaceNumber;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Any sequence of reports, right or wrong, against a model that only paints days: a report is accepted exactly when its
 * days are free, and afterwards the history shows exactly the painted days.
 */
class InsuredHistoryPropertyTest {

    /** All reports are about the 40 days from here on. */
    private static final LocalDate FIRST = ESTABLISHED;

    private static final int DAYS = 40;
    private static final LocalDate TODAY = FIRST.plusDays(DAYS - 1);

    record Step(boolean acquisition, boolean elsewhere, int day, boolean separation) {
        WorkplaceNumber workplace() {
            return elsewhere ? ELSEWHERE : HERE;
        }
    }

    @Provide
    Arbitrary<List<Step>> reports() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }

    @Property
    void theHistoryIsThePaintedDays(@ForAll("reports") List<Step> steps) {
        InsuredHistory history = Given.nobody();
        Map<WorkplaceNumber, BitSet> painted = new HashMap<>(Map.of(HERE, new BitSet(), ELSEWHERE, new BitSet()));
        for (Step step : steps) {
            BitSet days = painted.get(step.workplace());
            history = step.acquisition() ? acquire(history, step, days) : lose(history, step, days);
            assertEquals(painted.get(HERE), days(history, HERE), () -> steps.toString());
            assertEquals(painted.get(ELSEWHERE), days(history, ELSEWHERE), () -> steps.toString());
            assertNoDayTwice(history);
        }
    }

    /** An open period paints everything from its first day on; the last bit says that it is open. */
    private static InsuredHistory acquire(InsuredHistory history, Step step, BitSet days) {
        Decision<Acquired> decision = history.acquire(
                new Hiring(
                        step.workplace(),
                        FIRST,
                        day("1990-01-01"),
                        false,
                        FIRST.plusDays(step.day()),
                        40,
                        Optional.empty(),
                        TODAY),
                LAW);
        boolean free = days.nextSetBit(step.day()) < 0;
        assertEquals(free, decision instanceof Decision.Accepted<Acquired>);
        if (!(decision instanceof Decision.Accepted<Acquired>(Acquired acquired, var terms))) {
            return history;
        }
        boolean elsewhere = days(history, step.elsewhere() ? HERE : ELSEWHERE).nextSetBit(step.day()) >= 0;
        assertEquals(elsewhere, acquired.warnings().contains(Warning.INSURED_ELSEWHERE));
        days.set(step.day(), DAYS + 1);
        List<InsuredPeriod> periods = new ArrayList<>(history.periods());
        periods.add(acquired.period());
        return new InsuredHistory(periods);
    }

    private static InsuredHistory lose(InsuredHistory history, Step step, BitSet days) {
        LocalDate date = FIRST.plusDays(step.day());
        Decision<Lost> decision = history.lose(
                step.separation()
                        ? Leaving.separated(step.workplace(), date, TODAY)
                        : Leaving.excluded(step.workplace(), date, TODAY),
                LAW);
        int firstFree = step.day() + (step.separation() ? 1 : 0);
        boolean open = days.get(DAYS);
        boolean after = open && firstFree > openSince(history, step.workplace());
        assertEquals(after, decision instanceof Decision.Accepted<Lost>);
        if (!(decision instanceof Decision.Accepted<Lost>(Lost lost, var terms))) {
            return history;
        }
        days.clear(firstFree, DAYS + 1);
        List<InsuredPeriod> periods = new ArrayList<>(history.periods());
        periods.removeIf(period -> period.workplace().equals(step.workplace()) && period.open());
        periods.add(lost.period());
        return new InsuredHistory(periods);
    }

    private static int openSince(InsuredHistory history, WorkplaceNumber workplace) {
        return history.periods().stream()
                .filter(period -> period.workplace().equals(workplace) && period.open())
                .mapToInt(period -> index(period.acquiredOn()))
                .findFirst()
                .orElseThrow();
    }

    private static BitSet days(InsuredHistory history, WorkplaceNumber workplace) {
        BitSet days = new BitSet();
        history.periods().stream()
                .filter(period -> period.workplace().equals(workplace))
                .forEach(period -> days.set(
                        index(period.acquiredOn()),
                        period.lossDate().map(InsuredHistoryPropertyTest::index).orElse(DAYS + 1)));
        return days;
    }

    /** Were two periods to share a day, their lengths would add up to more than the days painted. */
    private static void assertNoDayTwice(InsuredHistory history) {
        for (WorkplaceNumber workplace : List.of(HERE, ELSEWHERE)) {
            int sum = history.periods().stream()
                    .filter(period -> period.workplace().equals(workplace))
                    .mapToInt(period -> period.lossDate()
                                    .map(InsuredHistoryPropertyTest::index)
                                    .orElse(DAYS + 1)
                            - index(period.acquiredOn()))
                    .sum();
            assertEquals(days(history, workplace).cardinality(), sum);
        }
    }

    private static int index(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - FIRST.toEpochDay());
    }
}
