package kr.gosan.auth.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import kr.gosan.auth.member.MemberStore.BoundCertificate;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a member can see of itself. */
@Path("/auth/v1/member")
@Tag(name = "Member", description = "The member behind the access token")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public final class MemberResource {

    private final Caller caller;
    private final MemberStore members;

    MemberResource(Caller caller, MemberStore members) {
        this.caller = caller;
        this.members = members;
    }

    /** @param certificates that the member has logged in with, the newest first */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WhoAmI(
            String memberId,
            String memberType,
            BusinessNumber businessNumber,
            String authenticationLevel,
            List<BoundCertificate> certificates) {}

    @GET
    @RolesAllowed({MemberType.EMPLOYER, MemberType.WORKER, MemberType.AGENCY})
    @Operation(
            summary = "Who am I",
            description = "The member of the access token and the certificates it has logged in with (the 50 newest)."
                    + " Problems: not-authenticated, not-allowed.")
    @APIResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(schema = @Schema(implementation = WhoAmI.class)))
    public Response member() {
        WhoAmI me = new WhoAmI(
                caller.memberId(),
                caller.memberType(),
                caller.businessNumber().orElse(null),
                caller.authenticationLevel(),
                members.certificates(UUID.fromString(caller.memberId())));
        return Response.ok(me).header("Cache-Control", "no-store").build();
    }
}
