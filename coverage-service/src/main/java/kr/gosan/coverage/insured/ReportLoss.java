package kr.gosan.coverage.insured;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.gosan.coverage.filing.FilingKind;
import kr.gosan.coverage.filing.FilingStore;
import kr.gosan.coverage.filing.Outcome;
import kr.gosan.coverage.law.Terms;
import kr.gosan.coverage.rule.Decision;
import kr.gosan.coverage.rule.Leaving;
import kr.gosan.coverage.rule.Lost;
import kr.gosan.coverage.rule.Refusal;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/** Takes the report that a worker left, or is no longer covered. */
@Singleton
class ReportLoss {

    static final String LOST = "kr.gosan.coverage.insured-status-lost.v1";

    private final LawBook law;
    private final WorkplaceClock clock;
    private final Workplaces workplaces;
    private final PersonStore persons;
    private final InsuredPeriodStore periods;
    private final FilingStore filings;
    private final Outbox outbox;
    private final Caller caller;

    ReportLoss(
            LawBook law,
            WorkplaceClock clock,
            Workplaces workplaces,
            PersonStore persons,
            InsuredPeriodStore periods,
            FilingStore filings,
            Outbox outbox,
            Caller caller) {
        this.law = law;
        this.clock = clock;
        this.workplaces = workplaces;
        this.persons = persons;
        this.periods = periods;
        this.filings = filings;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** Data of {@link #LOST}. */
    record InsuredStatusLost(
            WorkplaceNumber managementNo, UUID personId, LocalDate lossDate, String lossReasonCode, String receiptNo) {}

    Outcome report(WorkplaceNumber number, LossReport report, boolean dryRun) {
        if (workplaces.grantedTo(caller.memberId(), number).isEmpty()) {
            return new Outcome.NotGranted();
        }
        Instant now = clock.now(number);
        LocalDate today = KoreanTime.dateOf(now);
        persons.lock(report.personId());
        Leaving leaving = report.separationDate() == null
                ? Leaving.excluded(number, report.excludedFrom(), today)
                : Leaving.separated(number, report.separationDate(), today);
        return switch (periods.historyOf(report.personId()).lose(leaving, law)) {
            case Decision.Refused<Lost>(List<Refusal> reasons) -> new Outcome.Refused("loss-refused", reasons);
            case Decision.LawUnknown<Lost> unknown -> new Outcome.LawUnknown(unknown.lookUp());
            case Decision.Accepted<Lost>(Lost lost, Terms terms) ->
                dryRun
                        ? new Outcome.WouldBeAccepted(filing(null, report, lost, terms), Set.of())
                        : accept(filing(UUID.randomUUID(), report, lost, terms), now);
        };
    }

    private Outcome accept(LossFiling filing, Instant now) {
        Receipt receipt = filings.keep(FilingKind.INSURED_STATUS_LOSS, filing, now);
        periods.close(filing);
        String number = filing.managementNo().digits();
        outbox.publish(
                LOST,
                number,
                now,
                new InsuredStatusLost(
                        filing.managementNo(),
                        filing.personId(),
                        filing.lossDate(),
                        filing.lossReasonCode(),
                        receipt.receiptNo()));
        return new Outcome.Accepted(
                filing,
                receipt,
                Set.of(),
                "/coverage/v1/workplaces/" + number + "/insured-persons/" + filing.personId());
    }

    private static LossFiling filing(UUID filingId, LossReport report, Lost lost, Terms terms) {
        return new LossFiling(
                filingId,
                lost.period().workplace(),
                report.personId(),
                lost.period().acquiredOn(),
                report.separationDate(),
                lost.period().lossDate().orElseThrow(),
                report.lossReasonCode(),
                report.lossReasonDetail(),
                report.clientReference(),
                lost.timeliness(),
                terms.applied());
    }
}
