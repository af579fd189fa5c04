package kr.gosan.payment.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.payment.Page;
import kr.gosan.payment.banknotice.NoticeAnswer;
import kr.gosan.payment.banknotice.Taken;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.Signatures;
import kr.gosan.payment.reconciliation.ReconciliationStore.Found;
import kr.gosan.payment.reconciliation.ReconciliationStore.Reconciliation;
import kr.gosan.payment.transferreturn.TakeTransferReturn;
import kr.gosan.payment.transferreturn.TransferReturnResource;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The daily comparison with what institutions tell after the day. */
@Path("/payment/v1/reconciliations")
@Tag(name = "Reconciliation")
@RolesAllowed(MemberType.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
public final class ReconciliationResource {

    private final ReconcileDay reconcileDay;
    private final ReconciliationStore store;
    private final Signatures signatures;
    private final Once once;
    private final Caller caller;
    private final Problems problems;

    ReconciliationResource(
            ReconcileDay reconcileDay,
            ReconciliationStore store,
            Signatures signatures,
            Once once,
            Caller caller,
            Problems problems) {
        this.reconcileDay = reconcileDay;
        this.store = store;
        this.signatures = signatures;
        this.once = once;
        this.caller = caller;
        this.problems = problems;
    }

    /** Which day of which institution. */
    record DayRequest(Institution institution, LocalDate day) implements kr.gosan.platform.json.RequestBody {

        /** Example of a comparison; a test sends it. */
        static final String EXAMPLE = "{\"institution\": \"GIRO\", \"day\": \"2022-03-30\"}";

        @Override
        public void check(FieldErrors errors) {
            errors.required("/institution", institution);
            errors.required("/day", day);
            if (institution == Institution.NHIS) {
                errors.add("/institution", "institution-not-for-notices");
            }
        }
    }

    /** @param nextCursor missing on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReconciliationsView(List<Reconciliation> items, UUID nextCursor) {}

    /** @param nextCursor missing on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferencesView(List<Found> items, Integer nextCursor) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Fetch an institution's file of a day and compare it",
            description = "May be run again; the latest comparison of a day counts, earlier ones are kept. Problems:"
                    + " idempotency-key-required, idempotency-key-reused, invalid-request, institution-away.")
    @APIResponse(
            responseCode = "201",
            description = "The comparison",
            content = @Content(schema = @Schema(implementation = Reconciliation.class)))
    public Response fetch(
            @Parameter(required = true) @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "giro", value = DayRequest.EXAMPLE)))
                    DayRequest wish) {
        Optional<DailyFile> file = reconcileDay.fetch(wish.institution(), wish.day());
        if (file.isEmpty()) {
            return problems.refusal(503, "institution-away");
        }
        return dryRun
                ? once.dryRun(() -> compared(file.get()))
                : once.run("reconciliation", key, () -> compared(file.get()));
    }

    /** Takes bytes as they come: the signature is over them, and nothing is read of a file that nobody signed. */
    @POST
    @Path("/files")
    @Blocking
    @RolesAllowed({MemberType.OPERATOR, MemberType.BANK})
    @Consumes({"application/x-ndjson", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Hand in an institution's file of a day and compare it",
            description = "The daily file, version 1, signed with the key of its institution, by an operator or the"
                    + " institution itself. The same file again is compared again. Problems: invalid-request,"
                    + " bank-signature-invalid, body-too-large.")
    @APIResponse(
            responseCode = "201",
            description = "The comparison",
            content = @Content(schema = @Schema(implementation = Reconciliation.class)))
    public Response upload(
            @Parameter(required = true, description = "HMAC-SHA256 over the bytes of the file, hexadecimal")
                    @HeaderParam(Signatures.HEADER)
                    String signature,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = String.class),
                                            examples = @ExampleObject(name = "day", value = DailyFile.EXAMPLE)))
                    InputStream body)
            throws IOException {
        try (SpooledFile spooled = SpooledFile.of(body, signatures.running(DailyFile.SENDERS))) {
            if (spooled.isTooLarge()) {
                return problems.refusal(413, "body-too-large");
            }
            Set<Institution> signers = spooled.signers(signature);
            if (signers.isEmpty()) {
                return problems.refusal(403, "bank-signature-invalid");
            }
            DailyFile file = spooled.read();
            if (!signers.contains(file.institution())) {
                return problems.refusal(403, "bank-signature-invalid");
            }
            return QuarkusTransaction.requiringNew().call(() -> compared(file));
        }
    }

    @GET
    @Operation(
            summary = "Comparisons that were made",
            description = "Latest first, in pages; of an institution and a day where they are given."
                    + " Problems: invalid-request.")
    @APIResponse(
            responseCode = "200",
            description = "Comparisons",
            content = @Content(schema = @Schema(implementation = ReconciliationsView.class)))
    public Response list(
            @QueryParam("institution") Institution institution,
            @Parameter(example = "2022-03-30") @QueryParam("day") LocalDate day,
            @QueryParam("cursor") UUID cursor) {
        Page<Reconciliation> page = store.list(institution, day, cursor);
        return Response.ok(new ReconciliationsView(page.items(), page.next())).build();
    }

    @GET
    @Path("/{reconciliationId}/differences")
    @Operation(
            summary = "What differed",
            description = "Every difference with both sides, in pages. Problems: invalid-request, not-found.")
    @APIResponse(
            responseCode = "200",
            description = "Differences",
            content = @Content(schema = @Schema(implementation = DifferencesView.class)))
    public Response differences(@PathParam("reconciliationId") UUID id, @QueryParam("cursor") Integer cursor) {
        if (store.find(id).isEmpty()) {
            return problems.refusal(404, "not-found");
        }
        List<Found> found = store.differences(id, cursor == null ? -1 : cursor);
        return Response.ok(
                        found.size() > Page.SIZE
                                ? new DifferencesView(
                                        found.subList(0, Page.SIZE),
                                        found.get(Page.SIZE - 1).line())
                                : new DifferencesView(found, null))
                .build();
    }

    @POST
    @Path("/{reconciliationId}/differences/{line}/taking-in")
    @Operation(
            summary = "Take in what only the file has",
            description =
                    "A payment or reversal without a notice, or money that came back, is taken in as if its notice came"
                            + " now; a line that names no channel or no slip cannot be and is not-found. Problems: idempotency-key-required, idempotency-key-reused, not-found, notice-conflicting,"
                            + " notice-dated-ahead, reversal-refused, transfer-return-refused.")
    @APIResponse(
            responseCode = "200",
            description = "What became of it",
            content = @Content(schema = @Schema(implementation = NoticeAnswer.class)))
    public Response takeIn(
            @PathParam("reconciliationId") UUID id,
            @PathParam("line") Integer line,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return dryRun
                ? once.dryRun(() -> taken(id, line))
                : once.run("reconciliation " + id + "/" + line, key, () -> taken(id, line));
    }

    private Response compared(DailyFile file) {
        return Response.status(201)
                .entity(reconcileDay.compare(file, caller.memberId()))
                .build();
    }

    private Response taken(UUID id, int line) {
        return reconcileDay
                .takeIn(id, line, caller.memberId())
                .map(taken -> switch (taken) {
                    case ReconcileDay.TakenIn.Payment(Taken payment) -> answer(payment);
                    case ReconcileDay.TakenIn.Transfer(TakeTransferReturn.Answer back) ->
                        TransferReturnResource.answer(problems, back);
                })
                .orElseGet(() -> problems.refusal(404, "not-found"));
    }

    private Response answer(Taken taken) {
        return switch (taken) {
            case Taken.Answered it -> Response.ok(it.answer()).build();
            case Taken.Conflicting it -> problems.refusal(409, "notice-conflicting");
            case Taken.DatedAhead it -> problems.refusal(409, "notice-dated-ahead");
            case Taken.ReversalRefused it ->
                problems.refusal(409, "reversal-refused", it.fault().name());
        };
    }
}
