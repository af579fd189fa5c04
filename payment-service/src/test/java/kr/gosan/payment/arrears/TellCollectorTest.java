package kr.gosan.payment.arrears;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.institution.ArrearsHandOver;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

/** What the collector does not answer keeps nobody else waiting for ever. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class TellCollectorTest {

    @Inject
    ObjectMapper mapper;

    @Inject
    HandOverRun run;

    @Inject
    ArrearsMessageStore messages;

    @Test
    void debtsThatAreNeverAnsweredKeepNoOtherWaitingHoweverManyTheyAre() {
        List<TestEmployer> silent = Stream.generate(this::inArrears).limit(3).toList();
        TestEmployer later = inArrears();
        Set<WorkplaceNumber> unanswered =
                silent.stream().map(employer -> employer.workplace).collect(Collectors.toSet());
        List<ArrearsHandOver.Message> asked = new ArrayList<>();
        TellCollector collector = new TellCollector(messages, message -> {
            asked.add(message);
            if (unanswered.contains(message.debt().managementNo())) {
                return Optional.empty();
            }
            return Optional.of("R-" + message.requestId());
        });
        for (int i = 0; i < 3; i++) {
            asked.clear();
            collector.tell();
            assertEquals(
                    true,
                    asked.stream()
                                    .filter(message ->
                                            unanswered.contains(message.debt().managementNo()))
                                    .count()
                            <= 3,
                    "nobody seems to be there: a run gives up");
        }
        assertEquals(0, untold(later.workplace));
        assertEquals(2, untold(silent.getFirst().workplace));
        unanswered.clear();
        for (int i = 0; i < 2; i++) {
            collector.tell();
        }
        silent.forEach(employer -> assertEquals(0, untold(employer.workplace)));
    }

    private TestEmployer inArrears() {
        TestEmployer employer = TestEmployer.known();
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        employer.livesOn(LocalDate.parse("2022-04-01"));
        run.everywhere();
        return employer;
    }

    private long untold(WorkplaceNumber workplace) {
        List<ArrearsMessageStore.Untold> untold = new ArrayList<>();
        long after = 0;
        List<ArrearsMessageStore.Untold> page;
        while (!(page = messages.untold(after)).isEmpty()) {
            untold.addAll(page);
            after = page.getLast().no();
        }
        return untold.stream()
                .filter(each -> each.message().debt().managementNo().equals(workplace))
                .count();
    }
}
