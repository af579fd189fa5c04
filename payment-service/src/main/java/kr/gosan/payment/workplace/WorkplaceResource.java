package kr.gosan.payment.workplace;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.payment.Granted;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A workplace as payment-service knows it. It arrives as an event, so a moment after coverage-service has it. */
@Path("/payment/v1/workplaces")
@Tag(name = "Workplaces")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public final class WorkplaceResource {

    private final Workplaces workplaces;
    private final WorkplaceClock clock;
    private final Granted granted;

    WorkplaceResource(Workplaces workplaces, WorkplaceClock clock, Granted granted) {
        this.workplaces = workplaces;
        this.clock = clock;
        this.granted = granted;
    }

    /** @param today the day it is for this workplace; in the sandbox it may be any */
    record WorkplaceView(
            WorkplaceNumber managementNo,
            BusinessNumber businessNumber,
            WorkplaceKind kind,
            String name,
            EmployerKind employerKind,
            LocalDate today) {}

    @GET
    @Path("/{managementNo}")
    @Operation(
            summary = "A workplace as payment-service knows it",
            description = "Problems: invalid-request, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "The workplace",
            content = @Content(schema = @Schema(implementation = WorkplaceView.class)))
    public Response workplace(@PathParam("managementNo") WorkplaceNumber number) {
        return granted.forWorkplace("managementNo", number, () -> {
            KnownWorkplace workplace = workplaces.find(number).orElseThrow();
            return Response.ok(new WorkplaceView(
                            workplace.managementNo(),
                            workplace.businessNumber(),
                            workplace.kind(),
                            workplace.name(),
                            workplace.employerKind(),
                            clock.today(number)))
                    .build();
        });
    }
}
