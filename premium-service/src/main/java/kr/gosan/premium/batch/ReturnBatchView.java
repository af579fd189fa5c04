package kr.gosan.premium.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A batch as it stands.
 *
 * @param key the Idempotency-Key it was posted under
 * @param complete whether its last posting was read to the end
 * @param rows rows of that posting
 * @param filed rows filed by now, by any posting; the other counts are of the latest answers
 */
@Schema(name = "ReturnBatch")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReturnBatchView(
        UUID id,
        String key,
        OffsetDateTime postedAt,
        boolean complete,
        Integer rows,
        int filed,
        int refused,
        int invalid,
        int failed) {

    /** @param nextCursor give it as {@code cursor} to read on; missing on the last page */
    @Schema(name = "ReturnBatchPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<ReturnBatchView> items, UUID nextCursor) {}

    /** Answers in the order of the rows; {@code nextCursor} as in every list. */
    @Schema(name = "ReturnBatchRowPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowPage(List<RowAnswerView> items, Integer nextCursor) {}

    /** The last line of an answer. */
    @Schema(name = "ReturnBatchSummaryLine")
    public record SummaryLine(Summary summary) {}

    /**
     * What became of a posting.
     *
     * @param batchId missing after a dry run
     * @param complete whether the file was read to its end; if not, {@code code} tells why
     */
    @Schema(name = "ReturnBatchSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            UUID batchId,
            boolean complete,
            String code,
            String message,
            int rows,
            int filed,
            int alreadyDone,
            int acceptable,
            int refused,
            int invalid,
            int failed) {}
}
