package kr.gosan.auth.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kr.gosan.auth.sandbox.SandboxRequests.CertificateRequest;
import kr.gosan.auth.sandbox.SandboxRequests.StatusRequest;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sandbox authority over HTTP. Outside the sandbox there is nothing here. */
@Path("/auth/v1/sandbox")
@Tag(name = "Sandbox certificates", description = "Joint certificates to try things with. Only in the sandbox.")
@PermitAll
@SecurityRequirements
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
public final class SandboxResource {

    /** Example of a request; a test sends it. */
    public static final String EXAMPLE =
            "{\"kind\": \"CORPORATE\", \"commonName\": \"고산건설\", \"businessNumber\": \"123-45-67891\"}";

    private static final Pattern SERIAL_NUMBER = Pattern.compile("[0-9A-Fa-f]{1,40}");
    private static final String PEM = "application/x-pem-file";

    private final SandboxAuthority authority;
    private final Problems problems;

    SandboxResource(SandboxAuthority authority, Problems problems) {
        this.authority = authority;
        this.problems = problems;
    }

    /**
     * A certificate and what its holder keeps.
     *
     * @param serialNumber upper-case hexadecimal
     * @param certificate PEM
     * @param privateKey PEM (PKCS#8, not encrypted); missing when the client made the key pair
     * @param vidRandom base64 of 20 bytes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SandboxCertificate")
    record IssuedCertificate(
            String serialNumber,
            String certificate,
            String privateKey,
            String vidRandom,
            OffsetDateTime validFrom,
            OffsetDateTime validUntil) {}

    @Schema(name = "SandboxCertificateStatus")
    record CertificateStatus(String serialNumber, SandboxStatus status) {}

    @POST
    @Path("/certificates")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Issue a joint certificate",
            description = "Issues a certificate with the policy of a real authority, the holder's VID and one year of"
                    + " validity. Problems: invalid-request, too-many-certificates.")
    @APIResponse(
            responseCode = "201",
            description = "Issued",
            content = @Content(schema = @Schema(implementation = IssuedCertificate.class)))
    public Response issue(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "corporate", value = EXAMPLE)))
                    CertificateRequest request) {
        return inSandbox(() -> authority
                .issue(request.order())
                .map(issued -> Response.status(201)
                        .header("Cache-Control", "no-store")
                        .entity(describe(issued))
                        .build())
                .orElseGet(() -> Response.fromResponse(problems.refusal(429, "too-many-certificates"))
                        .header("Retry-After", "60")
                        .build()));
    }

    @PUT
    @Path("/certificates/{serialNumber}/status")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Revoke or suspend a sandbox certificate",
            description = "SUSPENDED and GOOD may alternate, REVOKED is final. Takes effect with the next login."
                    + " Problems: invalid-request, not-found, certificate-already-revoked.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = CertificateStatus.class)))
    public Response change(
            @PathParam("serialNumber") String serialNumber,
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "revoke",
                                                            value = "{\"status\": \"REVOKED\"}")))
                    StatusRequest request) {
        return inSandbox(() -> {
            if (!SERIAL_NUMBER.matcher(serialNumber).matches()) {
                return problems.refusal(404, "not-found");
            }
            BigInteger serial = new BigInteger(serialNumber, 16);
            return switch (authority.change(serial, request.status())) {
                case DONE ->
                    Response.ok(new CertificateStatus(SandboxStore.hex(serial), request.status()))
                            .build();
                case UNKNOWN_CERTIFICATE -> problems.refusal(404, "not-found");
                case ALREADY_REVOKED -> problems.refusal(409, "certificate-already-revoked");
            };
        });
    }

    @GET
    @Path("/ca")
    @Produces(PEM)
    @Operation(summary = "Certificate of the sandbox authority", description = "PEM. Problems: not-found.")
    @APIResponse(responseCode = "200", description = "The certificate")
    public Response ca() {
        return inSandbox(() -> Response.ok(pem("CERTIFICATE", encoded(authority.certificate())), PEM)
                .build());
    }

    @GET
    @Path("/crl")
    @Produces("application/pkix-crl")
    @Operation(summary = "Revocation list of the sandbox authority", description = "DER. Problems: not-found.")
    @APIResponse(responseCode = "200", description = "The list, good for a day")
    public Response crl() {
        return inSandbox(() -> {
            try {
                return Response.ok(authority.revocationList().getEncoded(), "application/pkix-crl")
                        .build();
            } catch (CRLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Response inSandbox(Supplier<Response> answer) {
        return authority.isOn() ? answer.get() : problems.refusal(404, "not-found");
    }

    private static IssuedCertificate describe(SandboxAuthority.Issued issued) {
        X509Certificate certificate = issued.certificate();
        return new IssuedCertificate(
                SandboxStore.hex(certificate.getSerialNumber()),
                pem("CERTIFICATE", encoded(certificate)),
                issued.privateKey()
                        .map(key -> pem("PRIVATE KEY", key.getEncoded()))
                        .orElse(null),
                Base64.getEncoder().encodeToString(issued.vidRandom()),
                KoreanTime.timeOf(certificate.getNotBefore().toInstant()),
                KoreanTime.timeOf(certificate.getNotAfter().toInstant()));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
