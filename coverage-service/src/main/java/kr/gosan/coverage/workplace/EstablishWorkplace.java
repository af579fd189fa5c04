package kr.gosan.coverage.workplace;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.coverage.filing.FilingKind;
import kr.gosan.coverage.filing.FilingStore;
import kr.gosan.coverage.filing.Outcome;
import kr.gosan.coverage.law.Terms;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.coverage.rule.Decision;
import kr.gosan.coverage.rule.Establishment;
import kr.gosan.coverage.rule.Refusal;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/** Establishes a workplace. Whoever does it may act for it from then on. */
@Singleton
class EstablishWorkplace {

    private static final String REFUSED = "establishment-refused";

    private final LawBook law;
    private final WorkplaceClock clock;
    private final EstablishmentStore establishments;
    private final FilingStore filings;
    private final Workplaces workplaces;
    private final Outbox outbox;
    private final Caller caller;

    EstablishWorkplace(
            LawBook law,
            WorkplaceClock clock,
            EstablishmentStore establishments,
            FilingStore filings,
            Workplaces workplaces,
            Outbox outbox,
            Caller caller) {
        this.law = law;
        this.clock = clock;
        this.establishments = establishments;
        this.filings = filings;
        this.workplaces = workplaces;
        this.outbox = outbox;
        this.caller = caller;
    }

    Outcome establish(EstablishmentReport report, boolean dryRun) {
        if (!caller.businessNumber().equals(Optional.of(report.businessNumber()))) {
            return new Outcome.NotCertified();
        }
        Instant now = clock.now(report.managementNo());
        Establishment establishment = new Establishment(
                report.managementNo(),
                report.businessNumber(),
                report.kind(),
                report.employerKind(),
                report.establishedOn(),
                Optional.ofNullable(report.worksEndOn()));
        return switch (establishment.decide(KoreanTime.dateOf(now), law)) {
            case Decision.Refused<Timeliness>(List<Refusal> reasons) -> new Outcome.Refused(REFUSED, reasons);
            case Decision.LawUnknown<Timeliness> unknown -> new Outcome.LawUnknown(unknown.lookUp());
            case Decision.Accepted<Timeliness>(Timeliness timeliness, Terms terms) ->
                accept(report, timeliness, terms, now, dryRun);
        };
    }

    private Outcome accept(
            EstablishmentReport report, Timeliness timeliness, Terms terms, Instant now, boolean dryRun) {
        UUID filingId = UUID.randomUUID();
        List<Refusal> taken = establishments.take(report, filingId);
        if (!taken.isEmpty()) {
            return new Outcome.Refused(REFUSED, taken);
        }
        EstablishmentFiling filing = new EstablishmentFiling(
                dryRun ? null : filingId,
                report.managementNo(),
                report.businessNumber(),
                report.kind(),
                report.name(),
                report.employerKind(),
                report.employeeScale(),
                report.establishedOn(),
                report.worksEndOn(),
                report.district(),
                report.clientReference(),
                timeliness,
                terms.applied());
        if (dryRun) {
            return new Outcome.WouldBeAccepted(filing, Set.of());
        }
        Receipt receipt = filings.keep(FilingKind.WORKPLACE_ESTABLISHMENT, filing, now);
        KnownWorkplace workplace = new KnownWorkplace(
                report.managementNo(),
                report.businessNumber(),
                report.kind(),
                report.name(),
                report.employerKind(),
                report.employeeScale(),
                report.establishedOn(),
                caller.memberId(),
                report.worksEndOn(),
                null,
                report.district(),
                null);
        workplaces.put(workplace);
        outbox.publish(Workplaces.ESTABLISHED, report.managementNo().digits(), now, workplace);
        return new Outcome.Accepted(
                filing,
                receipt,
                Set.of(),
                "/coverage/v1/workplaces/" + report.managementNo().digits());
    }
}
