package kr.gosan.premium.extension;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.application.FiledReturns;
import kr.gosan.premium.deadline.Deadline;
import kr.gosan.premium.deadline.Deadlines;
import kr.gosan.premium.deadline.DueDay;
import kr.gosan.premium.deadline.Extension;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.settlementaudit.SettlementAuditStore;
import kr.gosan.premium.workplace.WorkplaceTerms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a workplace has to do by when. */
@Path("/premium/v1/workplaces/{managementNo}/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Tag(name = "Deadlines", description = "last days, and extensions of them")
@APIResponse(responseCode = "401", description = "not-authenticated")
public class DeadlineResource {

    private final Workplaces workplaces;
    private final WorkplaceTerms terms;
    private final WorkplaceClock clock;
    private final DeadlineExtensions extensions;
    private final SettlementAuditStore audits;
    private final FiledReturns returns;
    private final PremiumLaw law;
    private final Caller caller;
    private final Problems problems;

    public DeadlineResource(
            Workplaces workplaces,
            WorkplaceTerms terms,
            WorkplaceClock clock,
            DeadlineExtensions extensions,
            SettlementAuditStore audits,
            FiledReturns returns,
            PremiumLaw law,
            Caller caller,
            Problems problems) {
        this.workplaces = workplaces;
        this.terms = terms;
        this.clock = clock;
        this.extensions = extensions;
        this.audits = audits;
        this.returns = returns;
        this.law = law;
        this.caller = caller;
        this.problems = problems;
    }

    /** @param unknown parameters of the law without a figure; what rests on them is missing in {@code deadlines} */
    @Schema(name = "Deadlines")
    public record View(LocalDate on, List<DeadlineView> deadlines, List<LookUp.Refused> unknown) {}

    /**
     * @param statutoryDueDate missing, with {@code dueDate} and {@code daysLeft}, where no day is fixed
     * @param daysLeft 0 on the last day, negative after it
     */
    @Schema(name = "Deadline")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeadlineView(
            Deadline.Act act,
            int insuranceYear,
            Integer period,
            LocalDate statutoryDueDate,
            LocalDate dueDate,
            Long daysLeft,
            String legalBasis,
            ExtendedBy extendedBy) {

        static DeadlineView of(Deadline deadline, LocalDate on) {
            Optional<DueDay> day = deadline.day();
            return new DeadlineView(
                    deadline.act(),
                    deadline.insuranceYear(),
                    deadline.period().orElse(null),
                    day.map(DueDay::statutory).orElse(null),
                    day.map(DueDay::due).orElse(null),
                    deadline.daysLeft(on).orElse(null),
                    deadline.legalBasis(),
                    day.flatMap(DueDay::extendedBy).map(ExtendedBy::of).orElse(null));
        }
    }

    /** The extension that moved a last day. */
    public record ExtendedBy(UUID extensionId, String reason, String legalBasis, boolean stopsLateCharge) {

        static ExtendedBy of(Extension extension) {
            return new ExtendedBy(
                    extension.id(), extension.reason(), extension.legalBasis(), extension.stopsLateCharge());
        }
    }

    @GET
    @Transactional
    @Operation(
            summary = "List the deadlines of a workplace with the days left",
            description =
                    "Those of the year of the given day, passed ones included, and later ones: return, instalments,"
                            + " corrections, support, automatic debit. By last day; extensions are worked in. No amended"
                            + " return after the notice of a settlement audit, no claim against a return filed late.")
    @APIResponse(
            responseCode = "200",
            description = "the deadlines",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "403", description = "workplace-not-granted, also while it is not known here yet")
    @APIResponse(responseCode = "422", description = "calendar-not-covered")
    public Response list(
            @PathParam("managementNo") WorkplaceNumber managementNo,
            @Parameter(description = "the day to count from; today at the workplace when missing") @QueryParam("on")
                    LocalDate on) {
        return workplaces
                .openTo(caller, managementNo)
                .map(known -> Response.ok(view(known, on == null ? clock.today(managementNo) : on))
                        .build())
                .orElseGet(() -> problems.refusal(403, "workplace-not-granted"));
    }

    private View view(KnownWorkplace known, LocalDate on) {
        Deadlines found = Deadlines.of(terms.of(known), on, law, extensions.of(known));
        return new View(
                on,
                found.deadlines().stream()
                        .filter(each -> isOpen(each, known))
                        .map(each -> DeadlineView.of(each, on))
                        .toList(),
                found.unknown());
    }

    /** Whether the records leave it open: no amendment after the notice of an audit, no claim against a late return. */
    private boolean isOpen(Deadline deadline, KnownWorkplace known) {
        return switch (deadline.act()) {
            case AMENDED_RETURN -> !audits.closes(known.managementNo(), deadline.insuranceYear());
            case CORRECTION_CLAIM ->
                returns.of(known.managementNo(), deadline.insuranceYear())
                        .map(filed -> wasInTime(filed, known))
                        .orElse(true);
            case RETURN, EXTINCTION_RETURN, INSTALMENT, SUPPORT_APPLICATION, AUTO_DEBIT -> true;
        };
    }

    /** By the day it was filed with, or by an extension that was declared since. */
    private boolean wasInTime(FiledReturns.Filed filed, KnownWorkplace known) {
        LocalDate statutory =
                LocalDate.parse(filed.calculation().required("statutoryDueDate").asText());
        return filed.calculation().required("filedInTime").asBoolean()
                || !filed.filedOn().isAfter(extensions.extended(known, statutory));
    }
}
