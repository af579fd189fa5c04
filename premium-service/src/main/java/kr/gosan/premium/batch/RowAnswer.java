package kr.gosan.premium.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.premium.filing.ReturnRequest;

/**
 * What came of one row, as it is stored: codes instead of texts, so that it can be read in either language later.
 *
 * @param row line of the file, from 1
 * @param code why it was not filed; null when it was, or would be
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RowAnswer(
        int row,
        WorkplaceNumber managementNo,
        Integer insuranceYear,
        String clientReference,
        Status status,
        UUID returnId,
        String receiptNo,
        String code,
        List<Object> args,
        List<FieldError> errors) {

    /** The most errors told of one row: a hostile file could be nothing but errors. */
    static final int MOST_ERRORS = 20;

    /** The state of a row. */
    public enum Status {
        /** Filed by this posting. */
        FILED,
        /** Filed by an earlier posting of the same batch; the receipt is that of then. */
        ALREADY_DONE,
        /** It would be filed; only as a dry run. */
        ACCEPTABLE,
        /** Understood, but the law, the workplace or the batch stands against it. */
        REFUSED,
        /** It cannot be read, or is wrong in itself. */
        INVALID,
        /** Our side is broken. Nothing was filed; post the batch again. */
        FAILED
    }

    static RowAnswer done(int row, ReturnRequest content, Status status, UUID returnId, String receiptNo) {
        return new RowAnswer(
                row,
                content.managementNo(),
                content.insuranceYear(),
                content.clientReference(),
                status,
                returnId,
                receiptNo,
                null,
                List.of(),
                List.of());
    }

    static RowAnswer refused(int row, ReturnRequest content, String code, Object... args) {
        return refused(row, content, code, List.of(args), List.of());
    }

    static RowAnswer refused(int row, ReturnRequest content, String code, List<Object> args, List<FieldError> errors) {
        return new RowAnswer(
                row,
                content.managementNo(),
                content.insuranceYear(),
                content.clientReference(),
                Status.REFUSED,
                null,
                null,
                code,
                args,
                few(errors));
    }

    /** A row that is wrong as a whole has the code of that error, else {@code invalid-request}. */
    static RowAnswer invalid(int row, List<FieldError> errors) {
        FieldError first = errors.getFirst();
        boolean whole = errors.size() == 1 && first.pointer().isEmpty();
        return new RowAnswer(
                row,
                null,
                null,
                null,
                Status.INVALID,
                null,
                null,
                whole ? first.code() : "invalid-request",
                whole ? first.args() : List.of(),
                whole ? List.of() : few(errors));
    }

    static RowAnswer failed(int row, ReturnRequest content) {
        return new RowAnswer(
                row,
                content.managementNo(),
                content.insuranceYear(),
                content.clientReference(),
                Status.FAILED,
                null,
                null,
                "internal-error",
                List.of(),
                List.of());
    }

    private static List<FieldError> few(List<FieldError> errors) {
        return errors.size() <= MOST_ERRORS ? errors : List.copyOf(errors.subList(0, MOST_ERRORS));
    }
}
