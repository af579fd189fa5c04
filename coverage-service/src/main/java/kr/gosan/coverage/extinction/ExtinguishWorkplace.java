package kr.gosan.coverage.extinction;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.coverage.filing.FilingKind;
import kr.gosan.coverage.filing.FilingStore;
import kr.gosan.coverage.filing.Outcome;
import kr.gosan.coverage.law.Terms;
import kr.gosan.coverage.rule.Decision;
import kr.gosan.coverage.rule.Extinction;
import kr.gosan.coverage.rule.Extinction.Extinguished;
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

/** Takes the report that a workplace's insurance relation has ended. Nobody's insured status ends by it. */
@Singleton
class ExtinguishWorkplace {

    private final LawBook law;
    private final WorkplaceClock clock;
    private final ExtinctionStore extinctions;
    private final FilingStore filings;
    private final Workplaces workplaces;
    private final Outbox outbox;
    private final Caller caller;

    ExtinguishWorkplace(
            LawBook law,
            WorkplaceClock clock,
            ExtinctionStore extinctions,
            FilingStore filings,
            Workplaces workplaces,
            Outbox outbox,
            Caller caller) {
        this.law = law;
        this.clock = clock;
        this.extinctions = extinctions;
        this.filings = filings;
        this.workplaces = workplaces;
        this.outbox = outbox;
        this.caller = caller;
    }

    Outcome extinguish(WorkplaceNumber number, ExtinctionReport report, boolean dryRun) {
        Optional<KnownWorkplace> workplace = workplaces.grantedTo(caller.memberId(), number);
        if (workplace.isEmpty()) {
            return new Outcome.NotGranted();
        }
        Instant now = clock.now(number);
        Extinction extinction = new Extinction(
                workplace.get().establishedOn(),
                extinctions.lock(number),
                report.endedOn(),
                extinctions.anybodyInsuredFrom(number, report.endedOn().plusDays(1)));
        return switch (extinction.decide(KoreanTime.dateOf(now), law)) {
            case Decision.Refused<Extinguished>(List<Refusal> reasons) ->
                new Outcome.Refused("extinction-refused", reasons);
            case Decision.LawUnknown<Extinguished> unknown -> new Outcome.LawUnknown(unknown.lookUp());
            case Decision.Accepted<Extinguished>(Extinguished ended, Terms terms) ->
                dryRun
                        ? new Outcome.WouldBeAccepted(filing(null, number, report, ended, terms), ended.warnings())
                        : accept(filing(UUID.randomUUID(), number, report, ended, terms), ended, now);
        };
    }

    private Outcome accept(ExtinctionFiling filing, Extinguished ended, Instant now) {
        Receipt receipt = filings.keep(FilingKind.WORKPLACE_EXTINCTION, filing, now);
        extinctions.end(filing.managementNo(), filing.extinctOn());
        Workplaces.Extinction extinguished = new Workplaces.Extinction(
                filing.managementNo(), filing.extinctOn(), filing.reason().name());
        workplaces.extinguish(extinguished);
        String number = filing.managementNo().digits();
        outbox.publish(Workplaces.EXTINGUISHED, number, now, extinguished);
        return new Outcome.Accepted(filing, receipt, ended.warnings(), "/coverage/v1/workplaces/" + number);
    }

    private static ExtinctionFiling filing(
            UUID filingId, WorkplaceNumber number, ExtinctionReport report, Extinguished ended, Terms terms) {
        return new ExtinctionFiling(
                filingId,
                number,
                report.endedOn(),
                ended.extinctOn(),
                report.reason(),
                report.clientReference(),
                ended.timeliness(),
                terms.applied());
    }
}
