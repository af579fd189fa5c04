package kr.gosan.coverage.insured;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A worker's own history over HTTP. */
@Path("/coverage/v1/insured-history")
@Tag(name = "Insured status")
@RolesAllowed(MemberType.WORKER)
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class InsuredHistoryResource {

    private final PersonStore persons;
    private final InsuredPeriodStore periods;
    private final Caller caller;

    InsuredHistoryResource(PersonStore persons, InsuredPeriodStore periods, Caller caller) {
        this.persons = persons;
        this.periods = periods;
        this.caller = caller;
    }

    /** @param employments at all workplaces, in order of acquisition; empty when nobody ever reported the worker */
    @Schema(name = "InsuredHistory")
    public record InsuredHistoryView(List<Employment> employments) {}

    @GET
    @Transactional
    @Operation(
            summary = "Read one's own insured history",
            description = "For workers: all periods at all workplaces. The person is known from the certificate; no"
                    + " number is sent. Problems: not-allowed.")
    public InsuredHistoryView read() {
        return new InsuredHistoryView(
                caller.personKey().flatMap(persons::find).map(periods::employments).orElse(List.of()).stream()
                        .map(Employment::withoutClientReferences)
                        .toList());
    }
}
