package kr.gosan.coverage.filing;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kr.gosan.coverage.rule.Refusal;
import kr.gosan.coverage.rule.Warning;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.receipt.Receipt;

/** Takes a report over HTTP: once per key, or as a dry run. */
@Singleton
public class FilingDesk {

    private final Once once;
    private final Problems problems;

    public FilingDesk(Once once, Problems problems) {
        this.once = once;
        this.problems = problems;
    }

    /**
     * The answer to an accepted report.
     *
     * @param filing what was accepted; canonical (RFC 8785) it hashes to the receipt's {@code sha256}
     * @param receipt null in a dry run
     * @param warnings codes; empty when there is nothing to know
     */
    public record Answer(Filing filing, Receipt receipt, List<String> warnings) {}

    /** @param filing gets whether this is a dry run */
    public Response take(String operation, String idempotencyKey, Boolean dryRun, Function<Boolean, Outcome> filing) {
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> answer(filing.apply(true)))
                : once.run(operation, idempotencyKey, () -> answer(filing.apply(false)));
    }

    private Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                Response.status(201)
                        .header(HttpHeaders.LOCATION, accepted.location())
                        .entity(new Answer(accepted.filing(), accepted.receipt(), codes(accepted.warnings())))
                        .build();
            case Outcome.WouldBeAccepted dry ->
                Response.ok(new Answer(dry.filing(), null, codes(dry.warnings())))
                        .build();
            case Outcome.NotGranted none -> problems.refusal(403, "workplace-not-granted");
            case Outcome.NotFound none -> problems.refusal(404, "not-found");
            case Outcome.NotCertified none -> problems.refusal(403, "business-not-certified");
            case Outcome.Refused refused ->
                problems.refusal(
                        422,
                        refused.code(),
                        refused.reasons().stream().map(FilingDesk::fieldError).toList());
            case Outcome.LawUnknown unknown ->
                problems.refusal(
                        422,
                        "law-unknown",
                        unknown.lookUp().parameterId(),
                        unknown.lookUp().date());
        };
    }

    private static FieldError fieldError(Refusal refusal) {
        return new FieldError("/" + refusal.field(), refusal.code(), refusal.args());
    }

    private static List<String> codes(Set<Warning> warnings) {
        return warnings.stream().map(Warning::code).toList();
    }
}
