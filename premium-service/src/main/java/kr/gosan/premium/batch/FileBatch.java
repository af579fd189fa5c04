package kr.gosan.premium.batch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kr.gosan.platform.correlation.Correlation;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.json.InvalidRequest;
import kr.gosan.platform.json.StrictJson;
import kr.gosan.premium.filing.ReturnRequest;

/**
 * Runs through the rows of a posting: reads one after the other, has a few filed at the same time, and answers in the order
 * of the file. However long the file is, only so many rows as are being filed are in memory.
 */
@Singleton
public class FileBatch {

    private final FileBatchRow rows;
    private final ReturnBatchStore store;
    private final BatchThreads threads;

    public FileBatch(FileBatchRow rows, ReturnBatchStore store, BatchThreads threads) {
        this.rows = rows;
        this.store = store;
        this.threads = threads;
    }

    /**
     * What is posted, and by whom.
     *
     * @param batch null for a dry run
     */
    record Posting(UUID batch, String memberId, String correlationId) {}

    /**
     * Files the rows until the file ends or is cut off.
     *
     * @param answers hears of each row, in the order of the file
     * @return null when the file was read to its end, else the code of what ended it before
     */
    @ActivateRequestContext
    String run(Posting posting, BatchRows file, Consumer<RowAnswer> answers) {
        Correlation.start(posting.correlationId());
        try {
            return new Run(posting, file, answers).toTheEnd();
        } finally {
            Correlation.end();
        }
    }

    private final class Run {

        private final Posting posting;
        private final BatchRows file;
        private final Consumer<RowAnswer> answers;
        private final SeenYears seen = new SeenYears();
        private final Queue<CompletableFuture<RowAnswer>> begun = new ArrayDeque<>();
        private int lastRow;
        private int count;

        Run(Posting posting, BatchRows file, Consumer<RowAnswer> answers) {
            this.posting = posting;
            this.file = file;
            this.answers = answers;
        }

        String toTheEnd() {
            String broken = begin();
            begun.forEach(row -> answers.accept(row.join()));
            if (broken == null && posting.batch() != null) {
                QuarkusTransaction.requiringNew().run(() -> store.complete(posting.batch(), lastRow, count));
            }
            return broken;
        }

        private String begin() {
            try {
                for (Optional<BatchRows.Row> row = file.next(); row.isPresent(); row = file.next()) {
                    if (row.get().number() > BatchRows.MOST) {
                        return "batch-too-long";
                    }
                    if (threads.stopping()) {
                        return "batch-interrupted";
                    }
                    if (begun.size() == threads.window()) {
                        answers.accept(begun.remove().join());
                    }
                    begun.add(begin(row.get()));
                    answerWhatIsDone();
                }
                return null;
            } catch (IOException e) {
                return "batch-cut-off";
            } catch (RejectedExecutionException e) {
                // the service began to stop since it was asked
                return "batch-interrupted";
            } catch (BatchRows.TooLarge e) {
                return "body-too-large";
            } catch (XlsxRows.Unreadable e) {
                return e.code();
            }
        }

        private void answerWhatIsDone() {
            while (!begun.isEmpty() && begun.peek().isDone()) {
                answers.accept(begun.remove().join());
            }
        }

        private CompletableFuture<RowAnswer> begin(BatchRows.Row row) {
            lastRow = row.number();
            count++;
            List<FieldError> errors = new ArrayList<>(row.errors());
            boolean wholeRow = errors.stream().anyMatch(error -> error.pointer().isEmpty());
            ReturnRequest content = wholeRow ? null : read(row, errors);
            if (!errors.isEmpty()) {
                return later(() -> rows.keep(posting.batch(), RowAnswer.invalid(row.number(), errors)));
            }
            int first = seen.first(content.managementNo(), content.insuranceYear(), row.number());
            if (first != row.number()) {
                return later(() ->
                        rows.keep(posting.batch(), RowAnswer.refused(row.number(), content, "row-duplicate", first)));
            }
            return later(() -> posting.batch() == null
                    ? rows.tryOut(posting.memberId(), row.number(), content)
                    : rows.file(posting.batch(), posting.memberId(), row.number(), content));
        }

        private CompletableFuture<RowAnswer> later(Supplier<RowAnswer> task) {
            return CompletableFuture.supplyAsync(
                    () -> {
                        Correlation.start(posting.correlationId());
                        try {
                            return task.get();
                        } finally {
                            Correlation.end();
                        }
                    },
                    threads.workers());
        }
    }

    /** The return, or null and all that is wrong with it; a cell with an error of its own is not missing as well. */
    private static ReturnRequest read(BatchRows.Row row, List<FieldError> errors) {
        try {
            return StrictJson.read(row.json(), ReturnRequest.class);
        } catch (InvalidRequest e) {
            Set<String> told = errors.stream().map(FieldError::pointer).collect(Collectors.toSet());
            e.errors().stream().filter(error -> !told.contains(error.pointer())).forEach(errors::add);
            return null;
        }
    }
}
