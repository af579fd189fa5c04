package kr.gosan.coverage.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.law.LawFiles;

/** The words the rule tests are written in. */
final class Given {

    static final LawBook LAW = LawFiles.read(Given.class.getClassLoader());
    static final WorkplaceNumber HERE = WorkplaceNumber.of("12345678916");
    static final WorkplaceNumber ELSEWHERE = WorkplaceNumber.of("22081123410");
    static final LocalDate ESTABLISHED = day("2021-01-04");
    static final LocalDate TODAY = day("2022-06-30");

    private Given() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static InsuredHistory nobody() {
        return new InsuredHistory(List.of());
    }

    static InsuredHistory history(InsuredPeriod... periods) {
        return new InsuredHistory(List.of(periods));
    }

    static InsuredPeriod open(WorkplaceNumber workplace, String acquiredOn) {
        return new InsuredPeriod(workplace, day(acquiredOn), Optional.empty());
    }

    static InsuredPeriod closed(WorkplaceNumber workplace, String acquiredOn, String lossDate) {
        return new InsuredPeriod(workplace, day(acquiredOn), Optional.of(day(lossDate)));
    }

    /** Somebody born in 1990, 40 hours a week, no end of contract. */
    static Hiring hired(String acquiredOn) {
        return hired(acquiredOn, "1990-01-01");
    }

    static Hiring hired(String acquiredOn, String bornOn) {
        return new Hiring(HERE, ESTABLISHED, day(bornOn), false, day(acquiredOn), 40, Optional.empty(), TODAY);
    }

    static Hiring partTime(String acquiredOn, int weeklyHours, String contractEndsOn) {
        return new Hiring(
                HERE,
                ESTABLISHED,
                day("1990-01-01"),
                false,
                day(acquiredOn),
                weeklyHours,
                Optional.ofNullable(contractEndsOn).map(Given::day),
                TODAY);
    }

    static <T> T accepted(Decision<T> decision) {
        if (decision instanceof Decision.Accepted<T> accepted) {
            return accepted.outcome();
        }
        throw new AssertionError("not accepted: " + decision);
    }

    /** {@code field code} of every reason. */
    static Set<String> refusals(Decision<?> decision) {
        if (decision instanceof Decision.Refused<?> refused) {
            return refused.reasons().stream()
                    .map(reason -> reason.field() + " " + reason.code())
                    .collect(Collectors.toSet());
        }
        throw new AssertionError("not refused: " + decision);
    }
}
