package kr.gosan.coverage.mandate;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.coverage.filing.FilingKind;
import kr.gosan.coverage.filing.FilingStore;
import kr.gosan.coverage.filing.Outcome;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.coverage.rule.Mandates;
import kr.gosan.coverage.rule.Refusal;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/** Gives an agency the mandate for a workplace: it may act for it from then on, in every service. */
@Singleton
class GiveMandate {

    private final WorkplaceClock clock;
    private final MandateStore mandates;
    private final FilingStore filings;
    private final Workplaces workplaces;
    private final Outbox outbox;
    private final Caller caller;

    GiveMandate(
            WorkplaceClock clock,
            MandateStore mandates,
            FilingStore filings,
            Workplaces workplaces,
            Outbox outbox,
            Caller caller) {
        this.clock = clock;
        this.mandates = mandates;
        this.filings = filings;
        this.workplaces = workplaces;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** Only the employer itself can give a mandate. */
    Outcome give(WorkplaceNumber number, MandateReport report, boolean dryRun) {
        Optional<KnownWorkplace> workplace =
                workplaces.find(number).filter(known -> known.ownerMemberId().equals(caller.memberId()));
        if (workplace.isEmpty()) {
            return new Outcome.NotGranted();
        }
        Instant now = clock.now(number);
        LocalDate today = KoreanTime.dateOf(now);
        mandates.lock(number);
        Optional<String> agency = mandates.agency(report.agencyBusinessNumber());
        List<Refusal> reasons = new ArrayList<>();
        if (agency.isEmpty()) {
            reasons.add(Refusal.of("agencyBusinessNumber", "agency-unknown"));
        }
        List<Mandates.Period> periods =
                mandates.of(number).stream().map(MandateStore.Mandate::period).toList();
        reasons.addAll(new Mandates(periods).give(report.from(), workplace.get().establishedOn(), today));
        if (!reasons.isEmpty()) {
            return new Outcome.Refused("mandate-refused", reasons);
        }
        MandateFiling filing = new MandateFiling(
                dryRun ? null : UUID.randomUUID(),
                number,
                report.agencyBusinessNumber(),
                report.agencyName(),
                report.from(),
                report.clientReference(),
                Timeliness.withoutDeadline(today));
        return dryRun ? new Outcome.WouldBeAccepted(filing, Set.of()) : accept(filing, agency.orElseThrow(), now);
    }

    private Outcome accept(MandateFiling filing, String agencyMemberId, Instant now) {
        Receipt receipt = filings.keep(FilingKind.MANDATE_GIVEN, filing, now);
        mandates.give(filing, agencyMemberId);
        Workplaces.MandateGiven given = new Workplaces.MandateGiven(
                filing.filingId(), filing.managementNo(), agencyMemberId, filing.agencyName(), filing.from());
        workplaces.mandate(given);
        String number = filing.managementNo().digits();
        outbox.publish(Workplaces.MANDATE_GIVEN, number, now, given);
        return new Outcome.Accepted(
                filing, receipt, Set.of(), "/coverage/v1/workplaces/" + number + "/mandates/" + filing.filingId());
    }
}
