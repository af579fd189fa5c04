package kr.gosan.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import kr.gosan.auth.member.Member;
import kr.gosan.auth.session.LogIn.Outcome;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.receipt.ReceiptKeys;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Logging in with a joint certificate. */
@Path("/auth/v1")
@Tag(name = "Login", description = "Challenge, signature with a joint certificate, access token")
@PermitAll
@SecurityRequirements
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {

    /** Example of a request: well-formed, but about a challenge that does not exist. A test sends it. */
    public static final String EXAMPLE = """
            {
              "challengeId": "0b8f2a52-5c19-4a4c-9a3c-0f6f7b1f9f10",
              "signedChallenge": "MIIGPAYJKoZIhvcNAQcCoIIGLTCCBik=",
              "vidRandom": "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=",
              "memberType": "EMPLOYER",
              "businessNumber": "123-45-67891"
            }""";

    private static final String RETRY_AFTER_SECONDS = "5";

    private final ChallengeStore challenges;
    private final LogIn logIn;
    private final ReceiptKeys keys;
    private final Problems problems;
    private final WorkplaceClock clock;

    SessionResource(ChallengeStore challenges, LogIn logIn, ReceiptKeys keys, Problems problems, WorkplaceClock clock) {
        this.challenges = challenges;
        this.logIn = logIn;
        this.keys = keys;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param challenge base64 of the 32 bytes to sign */
    @Schema(name = "Challenge")
    record IssuedChallenge(UUID challengeId, String challenge, OffsetDateTime expiresAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SessionMember")
    record SessionMember(UUID memberId, Member.Type memberType, BusinessNumber businessNumber) {}

    /** @param expiresIn seconds */
    record Session(String accessToken, String tokenType, long expiresIn, SessionMember member) {}

    @POST
    @Path("/challenges")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Get a challenge to sign", description = "Good for one login attempt within two minutes.")
    @APIResponse(
            responseCode = "201",
            description = "The challenge",
            content = @Content(schema = @Schema(implementation = IssuedChallenge.class)))
    public Response challenge() {
        ChallengeStore.Challenge issued = challenges.issue(clock.systemNow());
        return Response.status(201)
                .header("Cache-Control", "no-store")
                .entity(new IssuedChallenge(
                        issued.id(),
                        Base64.getEncoder().encodeToString(issued.value()),
                        KoreanTime.timeOf(issued.expiresAt())))
                .build();
    }

    @POST
    @Path("/sessions")
    @Operation(
            summary = "Log in with the signed challenge",
            description = "Verifies signature, certificate and holder and answers with the member's access token. The"
                    + " challenge is used up whatever comes of it. Problems: invalid-request;"
                    + " challenge-unknown, challenge-expired, challenge-used, challenge-mismatch,"
                    + " signed-challenge-malformed, signature-algorithm-not-accepted, signature-invalid,"
                    + " certificate-not-yet-valid, certificate-expired, certificate-untrusted,"
                    + " certificate-usage-not-accepted, certificate-policy-not-accepted, certificate-revoked,"
                    + " certificate-suspended, certificate-revocation-unknown, certificate-holder-mismatch,"
                    + " identity-mismatch; member-disabled; tokens-unavailable (try again with a new challenge).")
    @APIResponse(
            responseCode = "201",
            description = "Logged in",
            content = @Content(schema = @Schema(implementation = Session.class)))
    public Response logIn(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "employer", value = EXAMPLE)))
                    SessionRequest request) {
        return switch (logIn.logIn(request.challengeId(), request.evidence(), request.memberType())) {
            case Outcome.LoggedIn in ->
                Response.status(201)
                        .header("Cache-Control", "no-store")
                        .entity(new Session(in.accessToken(), "Bearer", in.expiresIn(), describe(in.member())))
                        .build();
            case Outcome.Refused refused -> problems.refusal(422, refused.code());
            case Outcome.MemberDisabled disabled -> problems.refusal(403, "member-disabled");
            case Outcome.TokensUnavailable unavailable ->
                Response.fromResponse(problems.refusal(503, "tokens-unavailable"))
                        .header("Retry-After", RETRY_AFTER_SECONDS)
                        .build();
        };
    }

    @GET
    @Path("/jwks")
    @Operation(
            summary = "Keys of auth-service",
            description = "Public keys (JWK set) of the assertions that auth-service gives to Keycloak.")
    @APIResponse(responseCode = "200", description = "The keys")
    public Map<String, Object> jwks() {
        return keys.published();
    }

    private static SessionMember describe(Member member) {
        return new SessionMember(member.id(), member.type(), member.business().orElse(null));
    }
}
