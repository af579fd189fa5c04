package kr.gosan.premium.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kr.gosan.platform.problem.ProblemTexts;
import kr.gosan.premium.batch.RowAnswer.Status;

/** The answer to a posting while it is being made: a line for each row, and at last the sums. */
final class BatchAnswer implements StreamingOutput {

    private final AnswerSpool spool;
    private final ObjectMapper mapper;
    private final ProblemTexts texts;
    private final Locale language;
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);

    BatchAnswer(AnswerSpool spool, ObjectMapper mapper, ProblemTexts texts, Locale language) {
        this.spool = spool;
        this.mapper = mapper;
        this.texts = texts;
        this.language = language;
    }

    void row(RowAnswer answer) {
        counts.merge(answer.status(), 1, Integer::sum);
        spool.add(line(RowAnswerView.of(answer, texts, language)));
    }

    /** @param broken why the file was not read to its end; null when it was */
    void end(UUID batch, String broken) {
        spool.add(line(new ReturnBatchView.SummaryLine(new ReturnBatchView.Summary(
                batch,
                broken == null,
                broken,
                broken == null ? null : texts.text(broken, language),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                count(Status.FILED),
                count(Status.ALREADY_DONE),
                count(Status.ACCEPTABLE),
                count(Status.REFUSED),
                count(Status.INVALID),
                count(Status.FAILED)))));
    }

    /** Hands on to the client what there is, as soon as it is there. */
    @Override
    public void write(OutputStream client) throws IOException {
        try (spool) {
            for (byte[] bytes = spool.take(); bytes.length > 0; bytes = spool.take()) {
                client.write(bytes);
                client.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private int count(Status status) {
        return counts.getOrDefault(status, 0);
    }

    private byte[] line(Object answer) {
        try {
            return (mapper.writeValueAsString(answer) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
