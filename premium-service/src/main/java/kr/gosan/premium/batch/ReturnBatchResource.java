package kr.gosan.premium.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.correlation.Correlation;
import kr.gosan.platform.http.RequestSizeFilter;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.ProblemTexts;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Batches of returns over HTTP. A batch belongs to the member that posts it; to anybody else it does not exist. */
@Path("/premium/v1/return-batches")
@RolesAllowed({MemberType.AGENCY, MemberType.EMPLOYER})
@Tag(name = "Return batches", description = "many returns in one file, for agencies (보험사무대행기관) and employers")
@APIResponse(responseCode = "401", description = "not-authenticated")
@APIResponse(responseCode = "403", description = "not-allowed")
public class ReturnBatchResource {

    public static final String NDJSON = "application/x-ndjson";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final String RETRY_AFTER_SECONDS = "30";

    private final Caller caller;
    private final FileBatch batches;
    private final ReturnBatchStore store;
    private final BatchThreads threads;
    private final Audit audit;
    private final Problems problems;
    private final ProblemTexts texts;
    private final ObjectMapper mapper;

    public ReturnBatchResource(
            Caller caller,
            FileBatch batches,
            ReturnBatchStore store,
            BatchThreads threads,
            Audit audit,
            Problems problems,
            ProblemTexts texts,
            ObjectMapper mapper) {
        this.caller = caller;
        this.batches = batches;
        this.store = store;
        this.threads = threads;
        this.audit = audit;
        this.problems = problems;
        this.texts = texts;
        this.mapper = mapper;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "File many returns",
            description = "One return to a line (NDJSON, UTF-8), or to a row of a spreadsheet with the headings of"
                    + " `/columns`. Each row is a filing of its own; none depends on another. The answer is NDJSON: a"
                    + " line for each row, as it is done and in the order of the file, and at last a `summary`."
                    + " The same file posted again under the same key goes on where it stopped: rows filed before"
                    + " get their receipt again, others are tried again. `dryRun=true` checks every row and files"
                    + " none.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "two returns", value = BatchExample.TWO_RETURNS)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "a line for each row; codes of rows: row-not-utf-8, row-too-long, row-duplicate, row-changed,"
                    + " cell-formula, cell-broken, json-malformed, invalid-request, workplace-not-granted,"
                    + " return-already-filed, return-not-acceptable, calendar-not-covered, internal-error; of a summary"
                    + " that is not complete: batch-cut-off, batch-too-long, batch-interrupted, body-too-large",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = RowAnswerView.class)))
    @APIResponse(responseCode = "400", description = "idempotency-key-required, workbook-unreadable, workbook-headings")
    @APIResponse(responseCode = "413", description = "body-too-large, workbook-too-large")
    @APIResponse(responseCode = "415", description = "batch-type-not-supported")
    @APIResponse(responseCode = "503", description = "batches-busy: come again after Retry-After seconds")
    public Response post(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Parameter(required = true, description = "names the batch; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            InputStream body)
            throws IOException {
        boolean dry = Boolean.TRUE.equals(dryRun);
        String type =
                contentType == null ? "" : contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals(NDJSON) && !type.equals(XLSX)) {
            return problems.refusal(415, "batch-type-not-supported");
        }
        if (!dry && (key == null || !KEY.matcher(key).matches())) {
            return problems.refusal(400, "idempotency-key-required");
        }
        Optional<Runnable> place = threads.place();
        if (place.isEmpty()) {
            return Response.fromResponse(problems.refusal(503, "batches-busy"))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        boolean begun = false;
        try {
            BatchRows rows = type.equals(XLSX)
                    ? XlsxRows.receive(body)
                    : new NdjsonRows(new BoundedInput(body, RequestSizeFilter.STREAMED_MAX_BYTES));
            UUID batch = dry ? null : begin(key);
            AnswerSpool spool = new AnswerSpool();
            BatchAnswer answer = new BatchAnswer(spool, mapper, texts, ProblemTexts.language(language));
            var posting = new FileBatch.Posting(batch, caller.memberId(), Correlation.current());
            threads.readers().execute(() -> {
                String broken = "internal-error";
                try (rows) {
                    broken = batches.run(posting, rows, answer::row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } finally {
                    answer.end(batch, broken);
                    spool.end();
                    place.get().run();
                }
            });
            begun = true;
            Response.ResponseBuilder response = Response.ok(answer, NDJSON).header("Cache-Control", "no-store");
            return dry
                    ? response.build()
                    : response.header(HttpHeaders.LOCATION, path(batch)).build();
        } catch (XlsxRows.Unreadable e) {
            return problems.refusal(e.status(), e.code(), e.errors());
        } catch (BatchRows.TooLarge e) {
            return problems.refusal(413, "workbook-too-large");
        } finally {
            if (!begun) {
                place.get().run();
            }
        }
    }

    @GET
    @Path("/columns")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List the columns of a spreadsheet of returns",
            description = "A column is known by its heading in the first row, wherever it stands.")
    @APIResponse(
            responseCode = "200",
            description = "the columns",
            content = @Content(schema = @Schema(implementation = XlsxColumn.Template.class)))
    public Response columns() {
        return Response.ok(XlsxColumn.template()).build();
    }

    @GET
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the caller's batches", description = "Newest first, 100 to a page.")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = ReturnBatchView.Page.class)))
    public Response list(@Parameter(description = "nextCursor of the page before") @QueryParam("cursor") UUID cursor) {
        List<ReturnBatchView> found = store.list(caller.memberId(), cursor);
        List<ReturnBatchView> page = found.subList(0, Math.min(found.size(), ReturnBatchStore.PAGE));
        return Response.ok(new ReturnBatchView.Page(
                        page, found.size() > page.size() ? page.getLast().id() : null))
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read how far a batch is")
    @APIResponse(
            responseCode = "200",
            description = "the batch",
            content = @Content(schema = @Schema(implementation = ReturnBatchView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response read(@PathParam("id") UUID id) {
        return store.find(caller.memberId(), id)
                .map(batch -> Response.ok(batch).build())
                .orElseGet(() -> problems.refusal(404, "not-found"));
    }

    @GET
    @Path("/{id}/rows")
    @Produces({MediaType.APPLICATION_JSON, NDJSON})
    @Operation(
            summary = "Read the answers to the rows of a batch",
            description =
                    "The latest answer to each row, in the order of the file: as JSON 100 to a page, with `Accept:"
                            + " application/x-ndjson` all of them from the cursor on.")
    @APIResponse(
            responseCode = "200",
            description = "answers",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReturnBatchView.RowPage.class)),
                @Content(mediaType = NDJSON, schema = @Schema(implementation = RowAnswerView.class))
            })
    @APIResponse(responseCode = "404", description = "not-found")
    public Response rows(
            @PathParam("id") UUID id,
            @Parameter(description = "the row after which to begin") @QueryParam("cursor") Integer cursor,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        String member = caller.memberId();
        if (QuarkusTransaction.requiringNew().call(() -> store.find(member, id)).isEmpty()) {
            return problems.refusal(404, "not-found");
        }
        int after = cursor == null ? 0 : cursor;
        Locale language = ProblemTexts.language(acceptLanguage);
        if (accept != null && accept.contains(NDJSON)) {
            return Response.ok(all(id, after, language), NDJSON).build();
        }
        List<RowAnswer> found = answers(id, after);
        List<RowAnswerView> page = found.stream()
                .limit(ReturnBatchStore.PAGE)
                .map(row -> RowAnswerView.of(row, texts, language))
                .toList();
        Integer next = found.size() > page.size() ? page.getLast().row() : null;
        return Response.ok(new ReturnBatchView.RowPage(page, next), MediaType.APPLICATION_JSON)
                .build();
    }

    private StreamingOutput all(UUID id, int after, Locale language) {
        return client -> {
            int last = after;
            for (List<RowAnswer> page = answers(id, last); !page.isEmpty(); page = answers(id, last)) {
                for (RowAnswer row : page) {
                    client.write(line(RowAnswerView.of(row, texts, language)));
                }
                last = page.getLast().row();
            }
        };
    }

    private List<RowAnswer> answers(UUID id, int after) {
        return QuarkusTransaction.requiringNew().call(() -> store.answers(id, after));
    }

    private byte[] line(RowAnswerView row) throws JsonProcessingException {
        return (mapper.writeValueAsString(row) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private UUID begin(String key) {
        String member = caller.memberId();
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID batch = store.post(member, key);
            audit.record(member, "return-batch-posted", null, batch.toString());
            return batch;
        });
    }

    private static String path(UUID batch) {
        return "/premium/v1/return-batches/" + batch;
    }
}
