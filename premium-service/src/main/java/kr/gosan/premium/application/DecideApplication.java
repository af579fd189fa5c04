package kr.gosan.premium.application;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.receipt.Receipts;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.extension.DeclareExtension;
import kr.gosan.premium.filing.TellAccount;
import kr.gosan.premium.headcount.SizeByYear;
import kr.gosan.premium.workplace.WorkplaceTerms;

/**
 * Decides an application. It is held against the law once more, as of the day it was filed, for the records may tell more by
 * now (a payment that was on its way); an approval takes effect in the same transaction.
 */
@Singleton
public class DecideApplication {

    private final ApplicationStore store;
    private final AssessApplication assessing;
    private final Workplaces workplaces;
    private final WorkplaceTerms terms;
    private final DeclareExtension extensions;
    private final WorkplaceClock clock;
    private final Receipts receipts;
    private final TellAccount accounts;
    private final Outbox outbox;
    private final Audit audit;

    public DecideApplication(
            ApplicationStore store,
            AssessApplication assessing,
            Workplaces workplaces,
            WorkplaceTerms terms,
            DeclareExtension extensions,
            WorkplaceClock clock,
            Receipts receipts,
            TellAccount accounts,
            Outbox outbox,
            Audit audit) {
        this.store = store;
        this.assessing = assessing;
        this.workplaces = workplaces;
        this.terms = terms;
        this.extensions = extensions;
        this.clock = clock;
        this.receipts = receipts;
        this.accounts = accounts;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Runs inside a transaction. */
    ApplicationOutcome decide(String operatorId, UUID id, boolean approved, String reason) {
        Optional<Application> found = store.lock(id);
        if (found.isEmpty()) {
            return new ApplicationOutcome.NotFound();
        }
        Application undecided = found.get();
        if (!undecided.isUndecided()) {
            return new ApplicationOutcome.AlreadyClosed();
        }
        AssessApplication.Finding finding = assessing.of(
                undecided.content(), workplaces.find(undecided.managementNo()).orElseThrow(), undecided.filedOn());
        if (approved && finding.assessment().isEmpty()) {
            return new ApplicationOutcome.NotAcceptable(finding.violations());
        }
        StoredAssessment assessment = finding.assessment().orElse(undecided.assessment());
        if (approved && assessment.isRefusedByLaw()) {
            return new ApplicationOutcome.ConditionsNotMet(assessment);
        }
        // Another one may have been approved while this one was being filed.
        if (approved
                && FileApplication.ONCE_A_YEAR.contains(undecided.form())
                && store.isApproved(undecided.managementNo(), undecided.form(), undecided.insuranceYear())) {
            return new ApplicationOutcome.AlreadyApproved();
        }
        Instant now = clock.now(undecided.managementNo());
        LocalDate today = KoreanTime.dateOf(now);
        Application decided = undecided.closed(
                approved ? ApplicationState.Happening.WAS_APPROVED : ApplicationState.Happening.WAS_REFUSED,
                new Application.Closing(today, operatorId, Optional.of(reason)),
                assessment);
        store.close(decided);
        if (approved) {
            takeEffect(operatorId, decided, now);
        }
        outbox.publish(
                ApplicationEvents.DECIDED, decided.managementNo().digits(), now, ApplicationEvents.Decided.of(decided));
        audit.record(operatorId, "application-decided", decided.managementNo(), id.toString());
        return new ApplicationOutcome.Done(decided);
    }

    /** Years that were over when it was applied for stay as they are. */
    private static LocalDate reducedFrom(ApplicationFields.WageClaimReduction wish, Application approved) {
        LocalDate earliest = approved.filedOn().withDayOfYear(1);
        return wish.from().isAfter(earliest) ? wish.from() : earliest;
    }

    private void takeEffect(String operatorId, Application approved, Instant now) {
        switch (approved.content().content()) {
            case ApplicationFields.WageClaimReduction it ->
                terms.reduceWageClaim(approved.managementNo(), reducedFrom(it, approved), decision(approved));
            case SurveyFields.Survey it ->
                terms.experienceRate(
                        approved.managementNo(),
                        approved.insuranceYear(),
                        new BigDecimal(approved.assessment()
                                .result()
                                .required("ratePerMille")
                                .asText()),
                        decision(approved));
            case SurveyFields.WorkerCount it ->
                terms.size(
                        approved.managementNo(),
                        approved.insuranceYear() + 1,
                        counted(approved.assessment().result()),
                        decision(approved));
            case ApplicationFields.ExtensionWish it ->
                extensions.grant(
                        operatorId,
                        approved.managementNo(),
                        new DeclareExtension.Granted(approved.id(), it.dueDate(), it.wantedUntil(), it.explanation()));
            case ApplicationFields.MobileNotice it ->
                accounts.phone(
                        registration(approved),
                        now,
                        instalments(it.wish(), it.fromPeriod()),
                        it.phone(),
                        it.masked().phone());
            case ApplicationFields.RefundTo it -> accounts.refund(registration(approved), now, it.account());
            case ApplicationFields.DebitAccount it ->
                accounts.debit(registration(approved), now, instalments(it.wish(), it.fromPeriod()), it.account());
            case ApplicationFields.DebitCard it ->
                accounts.card(
                        registration(approved),
                        now,
                        instalments(it.wish(), it.fromPeriod()),
                        it.issuer(),
                        it.cardNo(),
                        it.masked().cardNo(),
                        it.holderName());
            // The approved application itself is what holds from now on.
            case ApplicationFields.SpecialPremium it -> {}
            case ApplicationFields.LeviedSupport it -> {}
            case SupportFields.Support it -> {}
        }
    }

    private static TellAccount.Registration registration(Application approved) {
        return new TellAccount.Registration(
                approved.id(),
                null,
                approved.managementNo(),
                approved.insuranceYear(),
                approved.filedOn(),
                approved.closing().orElseThrow().on());
    }

    /** In time for that instalment: an application that was too late cannot be approved. */
    private static TellAccount.Instalments instalments(ApplicationFields.Wish wish, int fromPeriod) {
        return new TellAccount.Instalments(wish.name(), fromPeriod);
    }

    private static SizeByYear.Counted counted(JsonNode result) {
        return new SizeByYear.Counted(
                EmployeeScale.valueOf(result.required("employeeScale").asText()),
                new BigDecimal(result.required("mean").asText()),
                result.required("rateKeptYears").intValue(),
                result.required("supportKeptYears").intValue());
    }

    private String decision(Application approved) {
        return receipts.ofFiling(approved.id()).map(Receipt::receiptNo).orElseThrow();
    }
}
