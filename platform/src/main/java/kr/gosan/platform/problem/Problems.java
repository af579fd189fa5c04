package kr.gosan.platform.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import kr.gosan.platform.correlation.Correlation;
import kr.gosan.platform.json.FieldErrors.FieldError;

/** Makes problem documents in the caller's language. */
@Singleton
public final class Problems {

    private final ProblemTexts texts;
    private final CurrentVertxRequest request;

    public Problems(ProblemTexts texts, CurrentVertxRequest request) {
        this.texts = texts;
        this.request = request;
    }

    /** A refusal that is not about single fields. */
    public Response refusal(int status, String code, Object... args) {
        return response(problem(status, code, List.of(), language(), args));
    }

    /** A request whose fields are wrong: 400 with all of them. */
    public Response invalid(List<FieldError> errors) {
        return refusal(400, "invalid-request", errors);
    }

    /** A refusal with a code of its own that also names fields. */
    public Response refusal(int status, String code, List<FieldError> errors) {
        return response(problem(status, code, errors, language()));
    }

    /** A refusal with a code of its own and one field at fault, both told with the same code and text. */
    public Response refusalOf(String pointer, int status, String code, Object... args) {
        return response(problem(status, code, List.of(new FieldError(pointer, code, List.of(args))), language(), args));
    }

    /** The text of a code in the caller's language, where an answer that is no problem explains something. */
    public String text(String code, Object... args) {
        return texts.text(code, language(), args);
    }

    Problem problem(int status, String code, List<FieldError> errors, Locale language, Object... args) {
        List<Problem.FieldProblem> fields = errors.stream()
                .map(error -> new Problem.FieldProblem(
                        error.pointer(),
                        error.code(),
                        texts.text(error.code(), language, error.args().toArray())))
                .toList();
        return new Problem(
                "urn:gosan:problem:" + code,
                texts.text(code, language, args),
                status,
                code,
                Correlation.current(),
                fields);
    }

    private Locale language() {
        RoutingContext current = request.getCurrent();
        return ProblemTexts.language(current == null ? null : current.request().getHeader("Accept-Language"));
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(problem)
                .build();
    }
}
