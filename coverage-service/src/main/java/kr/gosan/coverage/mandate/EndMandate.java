package kr.gosan.coverage.mandate;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.coverage.filing.FilingKind;
import kr.gosan.coverage.filing.FilingStore;
import kr.gosan.coverage.filing.Outcome;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.coverage.mandate.MandateStore.Mandate;
import kr.gosan.coverage.rule.Mandates;
import kr.gosan.coverage.rule.Refusal;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/** Ends a mandate. Employer and agency can each do so at any time (민법 §689). */
@Singleton
class EndMandate {

    private final WorkplaceClock clock;
    private final MandateStore mandates;
    private final FilingStore filings;
    private final Workplaces workplaces;
    private final Outbox outbox;
    private final Caller caller;

    EndMandate(
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

    Outcome end(WorkplaceNumber number, UUID mandateId, MandateEndReport report, boolean dryRun) {
        if (workplaces.grantedTo(caller.memberId(), number).isEmpty()) {
            return new Outcome.NotGranted();
        }
        Instant now = clock.now(number);
        LocalDate today = KoreanTime.dateOf(now);
        mandates.lock(number);
        Optional<Mandate> mandate = mandates.of(number).stream()
                .filter(known -> known.mandateId().equals(mandateId))
                .findFirst();
        if (mandate.isEmpty()) {
            return new Outcome.NotFound();
        }
        List<Refusal> reasons = Mandates.end(mandate.get().period(), report.on(), today);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused("mandate-end-refused", reasons);
        }
        MandateEndFiling filing = new MandateEndFiling(
                dryRun ? null : UUID.randomUUID(),
                number,
                mandateId,
                report.on(),
                report.clientReference(),
                Timeliness.withoutDeadline(today));
        return dryRun
                ? new Outcome.WouldBeAccepted(filing, Set.of())
                : accept(filing, mandate.get().agencyMemberId(), now);
    }

    private Outcome accept(MandateEndFiling filing, String agencyMemberId, Instant now) {
        Receipt receipt = filings.keep(FilingKind.MANDATE_ENDED, filing, now);
        mandates.end(filing);
        Workplaces.MandateEnded ended =
                new Workplaces.MandateEnded(filing.mandateId(), filing.managementNo(), agencyMemberId, filing.on());
        workplaces.endMandate(ended);
        String number = filing.managementNo().digits();
        outbox.publish(Workplaces.MANDATE_ENDED, number, now, ended);
        return new Outcome.Accepted(
                filing, receipt, Set.of(), "/coverage/v1/workplaces/" + number + "/mandates/" + filing.mandateId());
    }
}
