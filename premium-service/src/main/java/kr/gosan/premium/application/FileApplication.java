package kr.gosan.premium.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.receipt.Receipts;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/** Files and withdraws applications: row, receipt, event and audit row in the caller's transaction. */
@Singleton
public class FileApplication {

    /** What is approved once for a year and not again. */
    static final Set<Form> ONCE_A_YEAR = EnumSet.of(Form.EXPERIENCE_SURVEY, Form.SUPPORT);

    private final ApplicationStore store;
    private final AssessApplication assessing;
    private final Workplaces workplaces;
    private final WorkplaceClock clock;
    private final Receipts receipts;
    private final Outbox outbox;
    private final Audit audit;

    public FileApplication(
            ApplicationStore store,
            AssessApplication assessing,
            Workplaces workplaces,
            WorkplaceClock clock,
            Receipts receipts,
            Outbox outbox,
            Audit audit) {
        this.store = store;
        this.assessing = assessing;
        this.workplaces = workplaces;
        this.clock = clock;
        this.receipts = receipts;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Runs inside a transaction. */
    ApplicationOutcome file(String memberId, ApplicationRequest content) {
        Optional<KnownWorkplace> known = workplaces.grantedTo(memberId, content.managementNo());
        if (known.isEmpty()) {
            return new ApplicationOutcome.NotGranted();
        }
        Instant now = clock.now(content.managementNo());
        LocalDate today = KoreanTime.dateOf(now);
        AssessApplication.Finding finding = assessing.of(content, known.get(), today);
        if (finding.assessment().isEmpty()) {
            return new ApplicationOutcome.NotAcceptable(finding.violations());
        }
        Application filed = Application.filed(
                store.newId(), memberId, content, today, finding.assessment().get());
        if (ONCE_A_YEAR.contains(filed.form())
                && store.isApproved(filed.managementNo(), filed.form(), filed.insuranceYear())) {
            return new ApplicationOutcome.AlreadyApproved();
        }
        if (!store.add(filed)) {
            return new ApplicationOutcome.Pending();
        }
        Receipt receipt = receipts.issue(
                "application",
                filed.id(),
                filed.managementNo(),
                new ApplicationView.Signed(filed.id(), content.masked(), today),
                now);
        outbox.publish(
                ApplicationEvents.FILED,
                filed.managementNo().digits(),
                now,
                ApplicationEvents.Filed.of(filed, receipt.receiptNo()));
        audit.record(
                memberId, "application-filed", filed.managementNo(), filed.id().toString());
        return new ApplicationOutcome.Done(filed);
    }

    /** Takes back what is not decided yet; runs inside a transaction. */
    ApplicationOutcome withdraw(String memberId, UUID id) {
        Optional<Application> found = store.lock(id);
        if (found.isEmpty()) {
            return new ApplicationOutcome.NotFound();
        }
        Application undecided = found.get();
        if (workplaces.grantedTo(memberId, undecided.managementNo()).isEmpty()) {
            return new ApplicationOutcome.NotGranted();
        }
        if (!undecided.isUndecided()) {
            return new ApplicationOutcome.AlreadyClosed();
        }
        Instant now = clock.now(undecided.managementNo());
        Application withdrawn = undecided.closed(
                ApplicationState.Happening.WAS_WITHDRAWN,
                new Application.Closing(KoreanTime.dateOf(now), memberId, Optional.empty()),
                undecided.assessment());
        store.close(withdrawn);
        outbox.publish(
                ApplicationEvents.WITHDRAWN,
                withdrawn.managementNo().digits(),
                now,
                ApplicationEvents.Withdrawn.of(withdrawn));
        audit.record(memberId, "application-withdrawn", withdrawn.managementNo(), id.toString());
        return new ApplicationOutcome.Done(withdrawn);
    }
}
