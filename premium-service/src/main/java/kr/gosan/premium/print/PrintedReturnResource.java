package kr.gosan.premium.print;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.receipt.Receipts;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.premium.filing.FilePremiumReturn;
import kr.gosan.premium.filing.PremiumReturn;
import kr.gosan.premium.filing.ReturnAccess;
import kr.gosan.premium.filing.ReturnOutcome;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Returns on paper: the same addresses as their JSON, asked for with {@code Accept: application/pdf}. A draft is printed
 * with the figures filing it today would give, or without any where it could not be filed.
 */
@Path("/premium/v1/returns")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
public class PrintedReturnResource {

    private static final String PDF = "application/pdf";

    /** Who accepts anything gets JSON. */
    private static final String IF_ASKED_FOR = PDF + ";qs=0.1";

    private final ReturnAccess access;
    private final FilePremiumReturn filings;
    private final Once once;
    private final Receipts receipts;
    private final Problems problems;
    private final ObjectMapper mapper;
    private final PrintReturn print;

    public PrintedReturnResource(
            ReturnAccess access,
            FilePremiumReturn filings,
            Once once,
            Receipts receipts,
            Problems problems,
            ObjectMapper mapper,
            PrintReturn print) {
        this.access = access;
        this.filings = filings;
        this.once = once;
        this.receipts = receipts;
        this.problems = problems;
        this.mapper = mapper;
        this.print = print;
    }

    @GET
    @Path("/{id}")
    @Produces(IF_ASKED_FOR)
    @Operation(hidden = true)
    public Response form(@PathParam("id") UUID id) {
        return printed(id, it -> pdf(print.form(it), "form-23-" + number(it)));
    }

    @GET
    @Path("/{id}/trace")
    @Produces(IF_ASKED_FOR)
    @Operation(hidden = true)
    public Response trace(@PathParam("id") UUID id) {
        return printed(
                id,
                it -> it.trace().isArray()
                        ? pdf(print.trace(it), "form-23-trace-" + number(it))
                        : problems.refusal(404, "not-found"));
    }

    /** What is printed is read in transactions of its own; laying it out takes longer and needs none. */
    private Response printed(UUID id, Function<PrintedReturn, Response> answer) {
        AtomicReference<PremiumReturn> found = new AtomicReference<>();
        Response refusal = QuarkusTransaction.requiringNew()
                .call(() -> access.reading(id, it -> {
                    found.set(it);
                    return null;
                }));
        return found.get() == null ? refusal : answer.apply(toPrint(found.get()));
    }

    private PrintedReturn toPrint(PremiumReturn stored) {
        PremiumReturn it = stored.isDraft() ? filedToday(stored) : stored;
        ObjectNode content = mapper.valueToTree(stored.content());
        content.set("particulars", mapper.valueToTree(it.content().particulars()));
        Optional<PremiumReturn.FiledDocuments> documents = it.filed();
        return QuarkusTransaction.requiringNew()
                .call(() -> new PrintedReturn(
                        it.id(),
                        it.managementNo().toString(),
                        access.readable(it.managementNo())
                                .map(KnownWorkplace::name)
                                .orElse(""),
                        content,
                        tree(documents.map(PremiumReturn.FiledDocuments::calculation)),
                        tree(documents.map(PremiumReturn.FiledDocuments::trace)),
                        tree(documents.map(PremiumReturn.FiledDocuments::law)),
                        stored.isDraft() ? Optional.empty() : receipts.ofFiling(it.id())));
    }

    /** The draft as filing it now would make it; the draft itself where it could not be filed. Nothing is stored. */
    private PremiumReturn filedToday(PremiumReturn draft) {
        AtomicReference<PremiumReturn> filed = new AtomicReference<>(draft);
        once.dryRun(() -> {
            if (filings.file(draft.memberId(), draft.id()) instanceof ReturnOutcome.Done done) {
                filed.set(done.changed());
            }
            return null;
        });
        return filed.get();
    }

    private JsonNode tree(Optional<String> json) {
        if (json.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return mapper.readTree(json.get());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored return cannot be read", e);
        }
    }

    private static String number(PrintedReturn it) {
        return it.receipt().map(receipt -> receipt.receiptNo()).orElse("draft");
    }

    private static Response pdf(byte[] document, String name) {
        return Response.ok(document, PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
