package kr.gosan.coverage.insured;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.coverage.filing.FilingKind;
import kr.gosan.coverage.filing.FilingStore;
import kr.gosan.coverage.filing.Outcome;
import kr.gosan.coverage.law.Terms;
import kr.gosan.coverage.rule.Acquired;
import kr.gosan.coverage.rule.Decision;
import kr.gosan.coverage.rule.Hiring;
import kr.gosan.coverage.rule.Refusal;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/** Takes the report that a worker was hired. */
@Singleton
class ReportAcquisition {

    static final String ACQUIRED = "kr.gosan.coverage.insured-status-acquired.v1";

    private final LawBook law;
    private final WorkplaceClock clock;
    private final Workplaces workplaces;
    private final PersonStore persons;
    private final InsuredPeriodStore periods;
    private final FilingStore filings;
    private final Outbox outbox;
    private final Caller caller;

    ReportAcquisition(
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

    /** Data of {@link #ACQUIRED}. */
    record InsuredStatusAcquired(WorkplaceNumber managementNo, UUID personId, LocalDate acquiredOn, String receiptNo) {}

    Outcome report(WorkplaceNumber number, AcquisitionReport report, boolean dryRun) {
        Optional<KnownWorkplace> workplace = workplaces.grantedTo(caller.memberId(), number);
        if (workplace.isEmpty()) {
            return new Outcome.NotGranted();
        }
        Instant now = clock.now(number);
        UUID person = persons.lock(report.residentNumber());
        Hiring hiring = new Hiring(
                number,
                workplace.get().establishedOn(),
                Optional.ofNullable(workplace.get().extinctOn()),
                report.residentNumber().birthDate(),
                report.residentNumber().foreigner(),
                report.acquiredOn(),
                report.weeklyHours(),
                Optional.ofNullable(report.contractEndsOn()),
                KoreanTime.dateOf(now));
        return switch (periods.historyOf(person).acquire(hiring, law)) {
            case Decision.Refused<Acquired>(List<Refusal> reasons) ->
                new Outcome.Refused("acquisition-refused", reasons);
            case Decision.LawUnknown<Acquired> unknown -> new Outcome.LawUnknown(unknown.lookUp());
            case Decision.Accepted<Acquired>(Acquired acquired, Terms terms) ->
                dryRun
                        ? new Outcome.WouldBeAccepted(
                                filing(null, number, null, report, acquired, terms), acquired.warnings())
                        : accept(filing(UUID.randomUUID(), number, person, report, acquired, terms), acquired, now);
        };
    }

    private Outcome accept(AcquisitionFiling filing, Acquired acquired, Instant now) {
        Receipt receipt = filings.keep(FilingKind.INSURED_STATUS_ACQUISITION, filing, now);
        periods.open(filing);
        String number = filing.managementNo().digits();
        outbox.publish(
                ACQUIRED,
                number,
                now,
                new InsuredStatusAcquired(
                        filing.managementNo(), filing.personId(), filing.acquiredOn(), receipt.receiptNo()));
        return new Outcome.Accepted(
                filing,
                receipt,
                acquired.warnings(),
                "/coverage/v1/workplaces/" + number + "/insured-persons/" + filing.personId());
    }

    private static AcquisitionFiling filing(
            UUID filingId,
            WorkplaceNumber number,
            UUID personId,
            AcquisitionReport report,
            Acquired acquired,
            Terms terms) {
        return new AcquisitionFiling(
                filingId,
                number,
                personId,
                report.name(),
                report.residentNumber(),
                report.acquiredOn(),
                report.occupationCode(),
                report.monthlyRemuneration(),
                report.weeklyHours(),
                report.fixedTerm(),
                report.contractEndsOn(),
                report.clientReference(),
                acquired.unemploymentInsured(),
                acquired.timeliness(),
                terms.applied());
    }
}
