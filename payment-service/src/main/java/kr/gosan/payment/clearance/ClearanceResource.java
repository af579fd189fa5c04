package kr.gosan.payment.clearance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Granted;
import kr.gosan.payment.Page;
import kr.gosan.payment.print.Paper;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problem;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Certificates of full payment (완납증명원) over HTTP. */
@Path("/payment/v1/payment-certificates")
@Tag(name = "Payment certificates", description = "proof that nothing is overdue")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class ClearanceResource {

    private final IssueClearanceCertificate issuing;
    private final ClearanceStore store;
    private final ClearanceDocument document;
    private final Once once;
    private final Caller caller;
    private final Granted granted;
    private final Problems problems;

    ClearanceResource(
            IssueClearanceCertificate issuing,
            ClearanceStore store,
            ClearanceDocument document,
            Once once,
            Caller caller,
            Granted granted,
            Problems problems) {
        this.issuing = issuing;
        this.store = store;
        this.document = document;
        this.once = once;
        this.caller = caller;
        this.granted = granted;
        this.problems = problems;
    }

    /** @param nextCursor missing on the last page */
    @Schema(name = "ClearanceCertificatePage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CertificatesView(List<ClearanceView> items, UUID nextCursor) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask for a certificate of full payment",
            description =
                    "Issued when nothing is overdue at the end of the day. Instalments whose due date has not passed"
                            + " do not stand against it. With dryRun=true nothing is issued. Problems: invalid-request,"
                            + " workplace-not-granted, idempotency-key-required, idempotency-key-reused, arrears-exist (with"
                            + " everything that is overdue), law-not-known.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClearanceRequest.class),
                            examples = @ExampleObject(name = "both insurances", value = ClearanceRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "issued; the signed PDF is at the same address with Accept: application/pdf",
            content = @Content(schema = @Schema(implementation = ClearanceView.class)))
    @APIResponse(responseCode = "200", description = "dry run: nothing stands against it")
    @APIResponse(
            responseCode = "409",
            description = "arrears-exist, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ArrearsExist.class)))
    @APIResponse(responseCode = "422", description = "law-not-known: a late charge cannot be computed")
    public Response issue(
            @Parameter(description = "one for each certificate; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            ClearanceRequest request) {
        return granted.forWorkplace(
                "/managementNo",
                request.managementNo(),
                () -> Boolean.TRUE.equals(dryRun)
                        ? once.dryRun(() -> answer(issuing.check(request), request))
                        : once.run(
                                "payment.clearance-certificate",
                                key,
                                () -> answer(issuing.issue(caller.memberId(), request), request)));
    }

    @GET
    @Transactional
    @Operation(
            summary = "Certificates of a workplace",
            description = "Oldest first, in pages. Problems: invalid-request, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "Certificates",
            content = @Content(schema = @Schema(implementation = CertificatesView.class)))
    public Response list(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace,
            @QueryParam("cursor") UUID cursor) {
        return granted.forWorkplace("managementNo", workplace, () -> {
            Page<ClearanceView> page = store.ofWorkplace(workplace, cursor).map(this::view);
            return Response.ok(new CertificatesView(page.items(), page.next())).build();
        });
    }

    @GET
    @Path("/{certificateId}")
    @Transactional
    @Operation(
            summary = "A certificate",
            description = "With Accept: application/pdf the signed document, the same bytes each time."
                    + " Problems: invalid-request, workplace-not-granted, not-found.")
    @APIResponse(
            responseCode = "200",
            description = "The certificate",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ClearanceView.class)),
                @Content(mediaType = Paper.PDF)
            })
    public Response one(@PathParam("certificateId") UUID certificateId) {
        return found(certificateId, it -> Response.ok(view(it)).build());
    }

    @GET
    @Path("/{certificateId}")
    @Produces(Paper.IF_ASKED_FOR)
    @Transactional
    @Operation(hidden = true)
    public Response paper(@PathParam("certificateId") UUID certificateId) {
        return found(
                certificateId,
                it -> Paper.of(store.document(certificateId), "payment-certificate-" + it.certificateNo()));
    }

    private Response found(UUID certificateId, Function<ClearanceCertificate, Response> answer) {
        return store.find(certificateId)
                .map(it -> granted.forWorkplace("certificateId", it.managementNo(), () -> answer.apply(it)))
                .orElseGet(() -> problems.refusal(404, "not-found"));
    }

    private Response answer(IssueClearanceCertificate.Outcome outcome, ClearanceRequest request) {
        return switch (outcome) {
            case IssueClearanceCertificate.Outcome.Issued it ->
                Response.status(201).entity(view(it.certificate())).build();
            case IssueClearanceCertificate.Outcome.Clear it ->
                Response.ok(ClearanceView.wouldBe(request, it.on())).build();
            case IssueClearanceCertificate.Outcome.InArrears it -> {
                Response refusal = problems.refusal(409, "arrears-exist");
                yield Response.fromResponse(refusal)
                        .entity(ArrearsExist.of((Problem) refusal.getEntity(), it.on(), it.debts()))
                        .build();
            }
            case IssueClearanceCertificate.Outcome.NotKnown it -> {
                LookUp.Refused first = it.refusals().getFirst();
                yield problems.refusal(422, "law-not-known", first.parameterId(), first.date());
            }
        };
    }

    private ClearanceView view(ClearanceCertificate it) {
        return ClearanceView.of(it, document.verificationUrl(it.code()));
    }
}
