package kr.gosan.premium.filing;

import jakarta.ws.rs.core.Response;
import java.util.List;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.problem.Problems;
import kr.gosan.premium.calculation.Violation;

/** How a return that the law stands against is refused: one problem that names every field. */
public final class ReturnProblems {

    private ReturnProblems() {}

    public static Response notAcceptable(Problems problems, List<Violation> violations) {
        return notAcceptable(problems, "return-not-acceptable", violations);
    }

    /** The same of a filing about a return, under its own code. */
    public static Response notAcceptable(Problems problems, String code, List<Violation> violations) {
        return problems.refusal(
                422,
                code,
                violations.stream()
                        .map(each -> new FieldError(each.pointer(), each.code(), each.args()))
                        .toList());
    }
}
