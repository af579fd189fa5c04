package kr.gosan.auth.frontdoor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.List;
import kr.gosan.platform.problem.Problem;
import kr.gosan.platform.problem.ProblemTexts;

/** Problem documents for requests that could not be passed on. */
@Singleton
final class ProxyProblems {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemTexts texts;
    private final ObjectMapper mapper;

    ProxyProblems(ProblemTexts texts, ObjectMapper mapper) {
        this.texts = texts;
        this.mapper = mapper;
    }

    /** Why a request was not answered by its service. */
    enum Reason {
        BODY_TOO_LARGE(413, "body-too-large"),
        /** Certainly not carried out. */
        UNREACHABLE(503, "service-unreachable"),
        BROKEN_OFF(502, "service-failed"),
        TIMEOUT(504, "service-timeout");

        private final int status;
        private final String code;

        Reason(int status, String code) {
            this.status = status;
            this.code = code;
        }
    }

    ProxyResponse answer(ProxyRequest request, Reason reason, String acceptLanguage, String correlationId) {
        Problem problem = new Problem(
                "urn:gosan:problem:" + reason.code,
                texts.text(reason.code, ProblemTexts.language(acceptLanguage)),
                reason.status,
                reason.code,
                correlationId,
                List.of());
        ProxyResponse response = request.release()
                .response()
                .setStatusCode(reason.status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .setBody(Body.body(json(problem)));
        return reason == Reason.UNREACHABLE ? response.putHeader("Retry-After", RETRY_AFTER_SECONDS) : response;
    }

    private Buffer json(Problem problem) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
