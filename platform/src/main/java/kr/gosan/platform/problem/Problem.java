package kr.gosan.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Why a request was refused, as {@code application/problem+json} (RFC 9457).
 *
 * @param code stable, for programs; {@code title} and the messages are for people, in Korean or English
 * @param errors every field that is wrong; empty when the refusal is not about fields
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String code, String correlationId, List<FieldProblem> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One wrong field: JSON pointer or parameter name, stable code, and a message for people. */
    public record FieldProblem(String pointer, String code, String message) {}
}
