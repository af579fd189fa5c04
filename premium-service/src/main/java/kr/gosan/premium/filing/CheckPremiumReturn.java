package kr.gosan.premium.filing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.premium.application.ApplicationStore;
import kr.gosan.premium.calculation.Assessment;
import kr.gosan.premium.calculation.MonthlyBases;
import kr.gosan.premium.calculation.ReturnContent;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.extension.DeadlineExtensions;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.workplace.WorkplaceTerms;

/**
 * Completes a return from the records and holds every section of it against the law and the records, so that all that is
 * wrong is told at once.
 */
@Singleton
public class CheckPremiumReturn {

    private final WorkplaceTerms terms;
    private final EstimateRecords records;
    private final ParticularsStore particulars;
    private final DeadlineExtensions extensions;
    private final ApplicationStore accounts;
    private final AccountHolder holder;
    private final PremiumLaw law;

    public CheckPremiumReturn(
            WorkplaceTerms terms,
            EstimateRecords records,
            ParticularsStore particulars,
            DeadlineExtensions extensions,
            ApplicationStore accounts,
            AccountHolder holder,
            PremiumLaw law) {
        this.terms = terms;
        this.records = records;
        this.particulars = particulars;
        this.extensions = extensions;
        this.accounts = accounts;
        this.holder = holder;
        this.law = law;
    }

    /**
     * A return that was checked; it may be filed when {@code violations} is empty.
     *
     * @param content with what the records add to it
     * @param months the monthly table, divided by the service where that was asked
     */
    public record Checked(
            ReturnRequest content,
            Workplace workplace,
            Assessment assessment,
            Optional<MonthlyBases> months,
            List<Violation> violations) {}

    /** Reads only; runs inside a transaction. */
    public Checked check(ReturnRequest stated, KnownWorkplace known, LocalDate filedOn) {
        List<Violation> violations = new ArrayList<>();
        Workplace workplace = terms.of(known);
        boolean confirms = workplace.existsIn(stated.insuranceYear())
                && workplace.kind() != WorkplaceKind.SELF_EMPLOYED_BEFORE_2012;
        Optional<RecordedEstimate> recorded =
                confirms ? records.of(stated.managementNo(), stated.insuranceYear()) : Optional.empty();
        recorded.ifPresent(each -> violations.addAll(each.against(stated.previousEstimate())));
        MonthlySection.Result table = MonthlySection.check(stated, workplace, law);
        ReturnRequest content = stated.completed(
                recorded.map(RecordedEstimate::fields).orElse(null),
                particulars.latest(stated.managementNo()).orElse(null));
        ReturnContent inTerms = table.periods(content.content());
        Assessment assessment =
                Assessment.of(inTerms, workplace, filedOn, law.withLastDays(extensions.lastDays(known)));
        violations.addAll(assessment.violations());
        holder.named(stated.refundAccount(), "/refundAccount", known, stated.particulars())
                .ifPresent(violations::add);
        Optional<Violation> missing = assessment.missingRefundAccount(inTerms);
        if (missing.isPresent()) {
            // The account that was approved for refunds of the workplace holds where the return names none.
            Optional<ReturnFields.RefundAccount> approved = accounts.refundAccount(stated.managementNo());
            content = approved.map(content::with).orElse(content);
            if (approved.isEmpty()) {
                violations.add(missing.get());
            }
        }
        ClosedYears.against(stated.insuranceYear(), workplace, filedOn, law).ifPresent(violations::add);
        violations.addAll(table.violations());
        violations.addAll(works(stated, workplace));
        violations.addAll(OffsetSection.check(stated, assessment));
        return new Checked(content, workplace, assessment, table.months(), List.copyOf(violations));
    }

    private static List<Violation> works(ReturnRequest stated, Workplace workplace) {
        List<Violation> found = new ArrayList<>();
        List<CarriedWork> works = stated.works() == null ? List.of() : stated.works();
        if (!works.isEmpty() && workplace.kind() != WorkplaceKind.CONSTRUCTION_SINGLE) {
            found.add(new Violation("/works", "works-not-for-this-kind", List.of()));
            return found;
        }
        for (int i = 0; i < works.size(); i++) {
            found.addAll(works.get(i).against("/works/" + i, stated.insuranceYear() + 1));
        }
        return found;
    }
}
