package kr.gosan.premium.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.deadline.AutoDebit;
import kr.gosan.premium.deadline.DueDay;
import kr.gosan.premium.eligibility.Condition;
import kr.gosan.premium.experience.ExperienceRate;
import kr.gosan.premium.extension.DeadlineExtensions;
import kr.gosan.premium.filing.AccountHolder;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.headcount.RegularWorkers;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.RowsNeeded;
import kr.gosan.premium.law.Schedule;
import kr.gosan.premium.support.SupportApplication;
import kr.gosan.premium.support.SupportAssessment;
import kr.gosan.premium.workplace.WorkplaceTerms;

/**
 * Holds an application against law and records, with every condition answered. An application whose conditions are not met
 * can be filed all the same, for the office has to take it in and decide (행정절차법 §17④); it just cannot be approved.
 */
@Singleton
public class AssessApplication {

    private static final RowsNeeded NO_RATES = new RowsNeeded(Set.of(), Set.of());

    private final PremiumLaw law;
    private final WorkplaceTerms terms;
    private final FiledReturns returns;
    private final DeadlineExtensions extensions;
    private final AccountHolder holder;
    private final ObjectMapper mapper;

    public AssessApplication(
            PremiumLaw law,
            WorkplaceTerms terms,
            FiledReturns returns,
            DeadlineExtensions extensions,
            AccountHolder holder,
            ObjectMapper mapper) {
        this.law = law;
        this.terms = terms;
        this.returns = returns;
        this.extensions = extensions;
        this.holder = holder;
        this.mapper = mapper;
    }

    /** @param violations what makes it impossible to take the application in; then there is no assessment */
    record Finding(List<Violation> violations, Optional<StoredAssessment> assessment) {

        static Finding refused(List<Violation> violations) {
            return new Finding(violations, Optional.empty());
        }
    }

    Finding of(ApplicationRequest request, KnownWorkplace known, LocalDate filedOn) {
        int year = request.insuranceYear() == null ? filedOn.getYear() : request.insuranceYear();
        return switch (request.content()) {
            case ApplicationFields.WageClaimReduction it -> conditions(wageClaim(it, known, filedOn));
            case SurveyFields.Survey it -> experience(it, year, known, filedOn);
            case SurveyFields.WorkerCount it -> workers(it, year, known, filedOn);
            case ApplicationFields.SpecialPremium it -> conditions(special(it));
            case ApplicationFields.MobileNotice it ->
                instalments(year, it.wish(), it.fromPeriod(), known, filedOn, false);
            case ApplicationFields.RefundTo it -> account(it.account(), "/refundTo/account", known);
            case ApplicationFields.DebitAccount it ->
                instalments(year, it.wish(), it.fromPeriod(), known, filedOn, true);
            case ApplicationFields.DebitCard it -> instalments(year, it.wish(), it.fromPeriod(), known, filedOn, true);
            case ApplicationFields.LeviedSupport it ->
                conditions(List.of(Condition.of("levied-workplace", false, "보험료징수법 §16의2②, 시행령 §19의2", known.kind())));
            case SupportFields.Support it -> support(it, year, known, filedOn);
            case ApplicationFields.ExtensionWish it -> extension(it, known, filedOn);
        };
    }

    private static List<Condition> wageClaim(
            ApplicationFields.WageClaimReduction wish, KnownWorkplace known, LocalDate filedOn) {
        return List.of(
                Condition.of(
                        "wage-claim-kind",
                        known.kind() != WorkplaceKind.SELF_EMPLOYED_BEFORE_2012,
                        "임금채권보장법 §9",
                        known.kind()),
                notGovernment(known.employeeScale()),
                Condition.of(
                        "pension-begun",
                        !wish.from().isAfter(filedOn) && !wish.from().isBefore(known.establishedOn()),
                        "임금채권보장법 §10",
                        wish.from(),
                        known.establishedOn(),
                        filedOn),
                Condition.open(
                        "pension-evidence", "임금채권보장법 §10", wish.evidence().size()));
    }

    /** State and local government are always in the largest scale; in it they cannot be told from large employers. */
    private static Condition notGovernment(EmployeeScale scale) {
        String basis = "임금채권보장법 §10";
        return scale == EmployeeScale.FROM_1000_OR_GOVERNMENT
                ? Condition.open("wage-claim-not-government", basis)
                : Condition.of("wage-claim-not-government", true, basis);
    }

    private Finding experience(SurveyFields.Survey fields, int year, KnownWorkplace known, LocalDate filedOn) {
        boolean collective = known.kind() == WorkplaceKind.CONSTRUCTION_COLLECTIVE;
        if (collective ? fields.worksTotal() == null : fields.regularWorkers() == null) {
            String field = collective ? "worksTotal" : "regularWorkers";
            return Finding.refused(List.of(new Violation("/experienceSurvey/" + field, "required", List.of())));
        }
        return switch (ExperienceRate.of(fields.survey(year, known), law.book())) {
            case ExperienceRate.Answer.Unknown it -> unknown(it.refusals());
            case ExperienceRate.Answer.Known(ExperienceRate rate) -> {
                List<Condition> conditions = new ArrayList<>(rate.conditions());
                conditions.add(Condition.of(
                        "experience-next-year", year == filedOn.getYear() + 1, "보험료징수법 §15②", year, filedOn));
                yield found(conditions, SurveyResults.of(rate), rate.trace(), rate.law());
            }
        };
    }

    private Finding workers(SurveyFields.WorkerCount fields, int year, KnownWorkplace known, LocalDate filedOn) {
        return switch (RegularWorkers.of(year, fields.heads(), law.book())) {
            case RegularWorkers.Answer.Unknown it -> unknown(it.refusals());
            case RegularWorkers.Answer.Known(RegularWorkers workers) -> {
                int first = known.establishedOn().getYear() == year
                        ? known.establishedOn().getMonthValue()
                        : 1;
                boolean existed = known.establishedOn().getYear() <= year;
                boolean whole = existed
                        && fields.months().stream()
                                .map(SurveyFields.MonthHeads::month)
                                .toList()
                                .containsAll(java.util.stream.IntStream.rangeClosed(first, 12)
                                        .boxed()
                                        .toList());
                List<Condition> conditions = List.of(
                        Condition.of("headcount-year-over", year < filedOn.getYear(), "보험료징수법 시행령 §2②", year),
                        Condition.of("headcount-every-month", whole, "보험료징수법 시행령 §2②", first, workers.months()));
                yield found(conditions, SurveyResults.of(workers), List.of(), workers.law());
            }
        };
    }

    private static List<Condition> special(ApplicationFields.SpecialPremium wish) {
        return List.of(
                Condition.of(
                        "special-premium-differs",
                        !wish.claimed().equals(wish.notified()),
                        "보험료징수법 §47",
                        wish.notified(),
                        wish.claimed()),
                Condition.open("special-premium-examined", "보험료징수법 §47"));
    }

    private Finding instalments(
            int year,
            ApplicationFields.Wish wish,
            int fromPeriod,
            KnownWorkplace known,
            LocalDate filedOn,
            boolean debit) {
        List<Condition> conditions = new ArrayList<>();
        if (!terms.of(known).existsIn(year)) {
            return Finding.refused(List.of(
                    new Violation("/insuranceYear", "workplace-not-established", List.of(known.establishedOn()))));
        }
        switch (law.forReturn(year - 1, terms.of(known), NO_RATES)) {
            case PremiumLaw.Answer.Unknown it -> {
                return unknown(it.refusals());
            }
            case PremiumLaw.Answer.Known it -> {
                boolean pays = returns.of(known.managementNo(), year - 1)
                        .filter(FiledReturns.Filed::paysByInstalments)
                        .isPresent();
                conditions.add(Condition.of("pays-by-instalments", pays, "보험료징수법 §17③", year));
                Schedule schedule = it.law().schedule();
                List<Condition> periods = AutoDebit.conditions(fromPeriod, schedule, filedOn, law.book());
                // Only a beginning has to be early enough; a notice needs no lead time that any source tells.
                conditions.addAll(debit && wish == ApplicationFields.Wish.START ? periods : periods.subList(0, 1));
            }
        }
        return conditions(conditions);
    }

    private Finding account(ReturnFields.RefundAccount account, String pointer, KnownWorkplace known) {
        Optional<Violation> another = holder.against(account, pointer, known);
        if (another.isPresent()) {
            return Finding.refused(List.of(another.get()));
        }
        return conditions(List.of(Condition.of(
                known.employerKind() == EmployerKind.CORPORATION ? "account-corporate" : "account-own",
                true,
                "보험료징수법 §23",
                account.bank())));
    }

    private Finding support(SupportFields.Support fields, int year, KnownWorkplace known, LocalDate filedOn) {
        Optional<Violation> another = holder.against(fields.account(), "/support/account", known);
        if (another.isPresent()) {
            return Finding.refused(List.of(another.get()));
        }
        boolean selfAssessed = known.kind() != WorkplaceKind.SELF_EMPLOYED_BEFORE_2012;
        if (!terms.of(known).existsIn(year)) {
            return Finding.refused(List.of(
                    new Violation("/insuranceYear", "workplace-not-established", List.of(known.establishedOn()))));
        }
        return switch (law.forReturn(year, terms.of(known), NO_RATES)) {
            case PremiumLaw.Answer.Unknown it -> unknown(it.refusals());
            case PremiumLaw.Answer.Known it -> {
                LocalDate due = DueDay.of(it.law().schedule().statutoryDueDate(), extensions.of(known))
                        .due();
                Optional<FiledReturns.Filed> filed = returns.of(known.managementNo(), year);
                SupportApplication.ConfirmedPremium confirmed = new SupportApplication.ConfirmedPremium(
                        due, filed.map(FiledReturns.Filed::filedOn), filed.flatMap(returns::confirmedPaidOn));
                yield switch (SupportAssessment.of(
                        fields.application(year, filedOn, confirmed), law.book(), extensions.lastDays(known))) {
                    case SupportAssessment.Answer.Unknown no -> unknown(no.refusals());
                    case SupportAssessment.Answer.Known(SupportAssessment done) -> {
                        List<Condition> conditions = new ArrayList<>();
                        conditions.add(Condition.of(
                                "support-self-assessed", selfAssessed, "보험료징수법 §16의2②, §21", known.kind()));
                        conditions.addAll(done.conditions());
                        conditions.add(Condition.of(
                                "support-some-worker",
                                done.workers().stream().anyMatch(each -> Condition.allMet(each.conditions())),
                                "보험료징수법 §21, 시행령 §28"));
                        yield found(conditions, SurveyResults.of(done), done.trace(), done.law());
                    }
                };
            }
        };
    }

    private Finding extension(ApplicationFields.ExtensionWish wish, KnownWorkplace known, LocalDate filedOn) {
        List<Violation> violations = new ArrayList<>();
        notCovered("/deadlineExtension/dueDate", wish.dueDate(), violations);
        notCovered("/deadlineExtension/wantedUntil", wish.wantedUntil(), violations);
        if (!violations.isEmpty()) {
            return Finding.refused(violations);
        }
        LocalDate due = BusinessCalendar.korea().extended(wish.dueDate());
        return conditions(List.of(
                Condition.of("extension-before-due", !filedOn.isAfter(due), "행정절차법 §16①", filedOn, due),
                Condition.open("extension-cause", "행정절차법 §16①", wish.cause())));
    }

    /** The calendar has to know a little more, for the day itself may be a free one. */
    private static void notCovered(String pointer, LocalDate day, List<Violation> violations) {
        if (!BusinessCalendar.korea().covers(day) || !BusinessCalendar.korea().covers(day.plusMonths(1))) {
            violations.add(new Violation(pointer, "calendar-not-covered", List.of()));
        }
    }

    private static Finding unknown(List<LookUp.Refused> refusals) {
        return Finding.refused(refusals.stream()
                .map(each -> new Violation(
                        "/insuranceYear", "law-unknown", List.of(each.parameterId(), each.date(), each.reason())))
                .toList());
    }

    private static Finding conditions(List<Condition> conditions) {
        return new Finding(List.of(), Optional.of(new StoredAssessment(conditions, null, null, null)));
    }

    private Finding found(
            List<Condition> conditions, Object result, List<TraceLine> trace, List<AppliedParameter> used) {
        return new Finding(
                List.of(),
                Optional.of(new StoredAssessment(
                        conditions, mapper.valueToTree(result), mapper.valueToTree(trace), mapper.valueToTree(used))));
    }
}
