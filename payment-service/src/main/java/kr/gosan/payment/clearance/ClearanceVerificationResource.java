package kr.gosan.payment.clearance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where whoever holds a certificate checks it. Open to everybody: the code is the permission, and has 95 random bits, so that
 * no number of guesses finds one.
 */
@Path(ClearanceVerificationResource.PATH)
@Tag(name = "Payment certificates")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class ClearanceVerificationResource {

    static final String PATH = "/payment/v1/certificate-verifications";

    private final ClearanceStore store;
    private final Problems problems;

    ClearanceVerificationResource(ClearanceStore store, Problems problems) {
        this.store = store;
        this.problems = problems;
    }

    enum Verdict {
        /** Issued by this system; compare the paper with what is shown. */
        VALID,
        /** A code that could have been given and was not. */
        UNKNOWN,
        /** No such code can be: a character is wrong or missing. */
        MISTYPED
    }

    /**
     * What the paper shows, and nothing else; all of it missing unless VALID.
     *
     * @param statement what the verdict means, for people
     * @param workplaceName its first two characters
     * @param documentSha256 of the signed PDF, hexadecimal: equal for the file that was handed out, and for no other
     */
    @Schema(name = "ClearanceVerification")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerificationView(
            Verdict verdict,
            String statement,
            String certificateNo,
            WorkplaceNumber managementNo,
            String workplaceName,
            List<Insurance> insurances,
            LocalDate issuedOn,
            String documentSha256) {}

    @GET
    @Path("/{code}")
    @PermitAll
    @SecurityRequirements
    @Transactional
    @Operation(
            summary = "Check a certificate of full payment by its code",
            description =
                    "Needs no login. VALID says what was true on the day of issue; arrears that arose later do not"
                            + " change it. Hyphens, spaces and lower case do not matter.")
    @APIResponse(
            responseCode = "200",
            description = "VALID, UNKNOWN or MISTYPED",
            content = @Content(schema = @Schema(implementation = VerificationView.class)))
    public Response verify(@Parameter(example = "7M4K-0QZT-93VD-XR8B-2HPA") @PathParam("code") String code) {
        Optional<VerificationCode> read = VerificationCode.read(code);
        VerificationView answer = read.isEmpty()
                ? verdict(Verdict.MISTYPED)
                : store.of(read.get()).map(this::valid).orElseGet(() -> verdict(Verdict.UNKNOWN));
        return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private VerificationView valid(ClearanceCertificate it) {
        return new VerificationView(
                Verdict.VALID,
                problems.text("certificate-valid", it.issuedOn().toString()),
                it.certificateNo(),
                it.managementNo(),
                masked(it.workplaceName()),
                it.insurances().stream().sorted().toList(),
                it.issuedOn(),
                it.documentSha256());
    }

    private VerificationView verdict(Verdict verdict) {
        String statement = problems.text(verdict == Verdict.UNKNOWN ? "certificate-unknown" : "certificate-mistyped");
        return new VerificationView(verdict, statement, null, null, null, null, null, null);
    }

    /** The first two characters, and a star for each further one: enough to compare, too little to look somebody up. */
    static String masked(String name) {
        int[] characters = name.codePoints().toArray();
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            masked.appendCodePoint(i < 2 ? characters[i] : '*');
        }
        return masked.toString();
    }
}
