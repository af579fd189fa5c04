package kr.gosan.premium.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.deadline.DueDay;
import kr.gosan.premium.eligibility.Condition;
import kr.gosan.premium.eligibility.Discounts;
import kr.gosan.premium.extension.DeadlineExtensions;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.RowsNeeded;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.workplace.WorkplaceTerms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why an estimate gets its discounts, or does not. */
@Path("/premium/v1/workplaces/{managementNo}/discounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Tag(name = "Applications")
@APIResponse(responseCode = "401", description = "not-authenticated")
public class DiscountResource {

    private static final RowsNeeded NO_RATES = new RowsNeeded(Set.of(), Set.of());

    private final Workplaces workplaces;
    private final WorkplaceTerms terms;
    private final WorkplaceClock clock;
    private final DeadlineExtensions extensions;
    private final FiledReturns returns;
    private final ApplicationStore applications;
    private final PremiumLaw law;
    private final ConditionTexts texts;
    private final Caller caller;
    private final Problems problems;

    public DiscountResource(
            Workplaces workplaces,
            WorkplaceTerms terms,
            WorkplaceClock clock,
            DeadlineExtensions extensions,
            FiledReturns returns,
            ApplicationStore applications,
            PremiumLaw law,
            ConditionTexts texts,
            Caller caller,
            Problems problems) {
        this.workplaces = workplaces;
        this.terms = terms;
        this.clock = clock;
        this.extensions = extensions;
        this.returns = returns;
        this.applications = applications;
        this.law = law;
        this.texts = texts;
        this.caller = caller;
        this.problems = problems;
    }

    @Schema(name = "Discounts")
    public record View(int year, List<InsuranceDiscounts> insurances) {}

    /** The discounts of one insurance. */
    public record InsuranceDiscounts(Insurance insurance, EFiling eFiling, LumpSum lumpSum, AutoDebit autoDebit) {}

    /** @param granted missing while a condition cannot be answered yet */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EFiling(Boolean granted, Won reduction, List<ConditionTexts.View> conditions) {}

    /** @param granted missing while a condition cannot be answered yet */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LumpSum(Boolean granted, Rate discountPercent, List<ConditionTexts.View> conditions) {}

    /**
     * Taken off when a quarter is debited, not by the return.
     *
     * @param granted missing while a condition cannot be answered yet
     * @param reductionPerQuarter missing where the law of the year is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AutoDebit(Boolean granted, Won reductionPerQuarter, List<ConditionTexts.View> conditions) {}

    @GET
    @Transactional
    @Operation(
            summary = "Explain the discounts of a year's estimate",
            description =
                    "The reductions for filing through the network and for automatic debit, and the discount for paying"
                            + " at once: each condition answered from the return and the payments on record. Before the return is filed some are open.")
    @APIResponse(
            responseCode = "200",
            description = "the discounts of each insurance",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "403", description = "workplace-not-granted, also while it is not known here yet")
    @APIResponse(responseCode = "422", description = "law-unknown-for-year, calendar-not-covered")
    public Response explain(
            @PathParam("managementNo") WorkplaceNumber managementNo,
            @Parameter(description = "the year of the estimate; this year when missing") @QueryParam("year")
                    Integer year) {
        Optional<KnownWorkplace> known = workplaces.openTo(caller, managementNo);
        if (known.isEmpty()) {
            return problems.refusal(403, "workplace-not-granted");
        }
        LocalDate today = clock.today(managementNo);
        int estimateYear = year == null ? today.getYear() : year;
        Workplace workplace = terms.of(known.get());
        if (estimateYear < 1 || estimateYear > 9998 || !workplace.existsIn(estimateYear)) {
            return problems.invalid(
                    List.of(new FieldError("year", "workplace-not-established", List.of(workplace.establishedOn()))));
        }
        return switch (law.forReturn(estimateYear - 1, workplace, NO_RATES)) {
            case PremiumLaw.Answer.Unknown it ->
                problems.refusal(
                        422,
                        "law-unknown-for-year",
                        it.refusals().stream()
                                .map(each -> new FieldError(
                                        "year", "law-unknown", List.of(each.parameterId(), each.date(), each.reason())))
                                .toList());
            case PremiumLaw.Answer.Known it ->
                Response.ok(view(estimateYear, known.get(), workplace, it.law(), today))
                        .build();
        };
    }

    private View view(int year, KnownWorkplace known, Workplace workplace, ReturnLaw returnLaw, LocalDate today) {
        LocalDate due = DueDay.of(returnLaw.schedule().statutoryDueDate(), extensions.of(known))
                .due();
        Optional<FiledReturns.Filed> filed = returns.of(known.managementNo(), year - 1);
        boolean debited = applications.isDebited(known.managementNo(), year);
        return new View(
                year,
                Arrays.stream(Insurance.values())
                        .map(insurance -> view(Discounts.of(
                                insurance,
                                workplace,
                                returnLaw,
                                new Discounts.Known(
                                        today,
                                        due,
                                        filed.map(FiledReturns.Filed::filedOn),
                                        filed.flatMap(it -> it.estimate(insurance)),
                                        filed.map(it -> it.insurance(insurance)
                                                .path("paymentMethod")
                                                .asText()
                                                .equals("LUMP_SUM")),
                                        filed.flatMap(it -> returns.firstSlipPaidOn(it, insurance)),
                                        debited),
                                law.book())))
                        .toList());
    }

    private InsuranceDiscounts view(Discounts discounts) {
        return new InsuranceDiscounts(
                discounts.insurance(),
                new EFiling(
                        granted(discounts.eFilingConditions()),
                        discounts.eFilingReduction(),
                        texts.of(discounts.eFilingConditions())),
                new LumpSum(
                        granted(discounts.lumpSumConditions()),
                        discounts.lumpSumDiscount(),
                        texts.of(discounts.lumpSumConditions())),
                new AutoDebit(
                        granted(discounts.autoDebitConditions()),
                        discounts.autoDebitReduction().orElse(null),
                        texts.of(discounts.autoDebitConditions())));
    }

    private static Boolean granted(List<Condition> conditions) {
        if (conditions.stream().anyMatch(each -> each.answer() == Condition.Answer.NOT_MET)) {
            return Boolean.FALSE;
        }
        return Condition.allMet(conditions) ? Boolean.TRUE : null;
    }
}
