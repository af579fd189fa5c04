package kr.gosan.premium.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.problem.Problem;
import kr.gosan.platform.problem.ProblemTexts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to one row: a line of the answer to a batch. */
@Schema(name = "ReturnBatchRow")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RowAnswerView(
        int row,
        WorkplaceNumber managementNo,
        Integer insuranceYear,
        String clientReference,
        RowAnswer.Status status,
        UUID returnId,
        String receiptNo,
        String code,
        String message,
        List<Problem.FieldProblem> errors) {

    static RowAnswerView of(RowAnswer answer, ProblemTexts texts, Locale language) {
        return new RowAnswerView(
                answer.row(),
                answer.managementNo(),
                answer.insuranceYear(),
                answer.clientReference(),
                answer.status(),
                answer.returnId(),
                answer.receiptNo(),
                answer.code(),
                answer.code() == null
                        ? null
                        : texts.text(
                                answer.code(), language, list(answer.args()).toArray()),
                list(answer.errors()).stream()
                        .map(error -> new Problem.FieldProblem(
                                error.pointer(),
                                error.code(),
                                texts.text(
                                        error.code(),
                                        language,
                                        list(error.args()).toArray())))
                        .toList());
    }

    private static <T> List<T> list(List<T> stored) {
        return stored == null ? List.of() : stored;
    }
}
