package kr.gosan.platform.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.platform.json.InvalidRequest;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever escapes a resource becomes a problem document. A stack trace goes to the log and nowhere else. */
@Singleton
public final class ExceptionProblems {

    private static final Logger LOG = Logger.getLogger(ExceptionProblems.class);

    private final Problems problems;

    public ExceptionProblems(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    public Response invalid(InvalidRequest e) {
        boolean tooLarge = e.errors().stream().anyMatch(error -> error.code().equals("body-too-large"));
        return tooLarge ? problems.refusal(413, "body-too-large") : problems.invalid(e.errors());
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response unauthorized(AuthenticationFailedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return problems.refusal(403, "not-allowed");
    }

    @ServerExceptionMapper
    public Response dayNotCovered(BusinessCalendar.DayNotCovered e) {
        return problems.refusal(422, "calendar-not-covered");
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        if (e.getCause() instanceof InvalidRequest invalid) {
            return invalid(invalid);
        }
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 404 -> problems.refusal(404, "not-found");
            case 405 -> problems.refusal(405, "method-not-allowed");
            case 406 -> problems.refusal(406, "not-acceptable");
            case 413 -> problems.refusal(413, "body-too-large");
            case 415 -> problems.refusal(415, "content-type-not-supported");
            default -> status < 500 ? problems.refusal(status, "bad-request") : internal(e);
        };
    }

    @ServerExceptionMapper
    public Response internal(Exception e) {
        LOG.error("a request failed", e);
        return problems.refusal(500, "internal-error");
    }

    private Response unauthenticated() {
        Response problem = problems.refusal(401, "not-authenticated");
        return Response.fromResponse(problem)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }
}
