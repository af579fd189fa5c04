package kr.gosan.premium.batch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.platform.crypto.PersonIndex;
import kr.gosan.platform.json.CanonicalJson;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.receipt.Receipts;
import kr.gosan.premium.batch.ReturnBatchStore.Filing;
import kr.gosan.premium.batch.RowAnswer.Status;
import kr.gosan.premium.filing.FilePremiumReturn;
import kr.gosan.premium.filing.ReturnOutcome;
import kr.gosan.premium.filing.ReturnRequest;
import org.jboss.logging.Logger;

/**
 * Files one row of a batch exactly as a single return is filed, in a transaction of its own that also records the row. So
 * a crash at any moment leaves a row either filed and recorded or neither, and posting the batch again goes on from there.
 */
@Singleton
public class FileBatchRow {

    private static final Logger LOG = Logger.getLogger(FileBatchRow.class);

    private final FilePremiumReturn filings;
    private final ReturnBatchStore store;
    private final Receipts receipts;
    private final CanonicalJson canonical;
    private final PersonIndex index;

    public FileBatchRow(
            FilePremiumReturn filings,
            ReturnBatchStore store,
            Receipts receipts,
            CanonicalJson canonical,
            PersonIndex index) {
        this.filings = filings;
        this.store = store;
        this.receipts = receipts;
        this.canonical = canonical;
        this.index = index;
    }

    /** Files the row, unless this batch has done so before, and keeps the answer. Never throws. */
    @ActivateRequestContext
    RowAnswer file(UUID batch, String memberId, int row, ReturnRequest content) {
        try {
            return guarded(
                    row,
                    content,
                    () -> {
                        // Keyed: the row holds an account number, and there are few enough of those to try them all.
                        byte[] sha256 = index.fingerprint(canonical.of(content));
                        Optional<Filing> before =
                                store.claim(batch, content.managementNo(), content.insuranceYear(), sha256);
                        if (before.isPresent()) {
                            return repeated(batch, row, content, sha256, before.get());
                        }
                        RowAnswer answer = answer(row, content, filings.file(memberId, content));
                        if (answer.status() == Status.FILED) {
                            store.filed(batch, answer);
                            QuarkusTransaction.commit();
                        }
                        return answer;
                    },
                    batch);
        } catch (RuntimeException e) {
            LOG.errorf(e, "row %d of batch %s could not be filed", row, batch);
            return keep(batch, RowAnswer.failed(row, content));
        }
    }

    /** What filing the row would give; nothing of it is stored. Never throws. */
    @ActivateRequestContext
    RowAnswer tryOut(String memberId, int row, ReturnRequest content) {
        try {
            RowAnswer answer = guarded(row, content, () -> answer(row, content, filings.file(memberId, content)), null);
            return answer.status() == Status.FILED
                    ? RowAnswer.done(row, content, Status.ACCEPTABLE, null, null)
                    : answer;
        } catch (RuntimeException e) {
            LOG.errorf(e, "row %d of a batch could not be tried", row);
            return RowAnswer.failed(row, content);
        }
    }

    /** Keeps the answer to a row that is not filed; it may be posted again. */
    @ActivateRequestContext
    RowAnswer keep(UUID batch, RowAnswer answer) {
        if (batch != null) {
            try {
                QuarkusTransaction.requiringNew().run(() -> store.put(batch, answer));
            } catch (RuntimeException e) {
                // the client hears of the row all the same; only a later look at the batch would miss it
                LOG.errorf(e, "the answer to row %d of batch %s could not be kept", answer.row(), batch);
            }
        }
        return answer;
    }

    private interface Attempt {
        RowAnswer run();
    }

    /** Whatever the attempt has not committed is rolled back; a refusal of it is kept, when there is a batch. */
    private RowAnswer guarded(int row, ReturnRequest content, Attempt attempt, UUID batch) {
        RowAnswer answer;
        QuarkusTransaction.begin();
        try {
            answer = attempt.run();
        } catch (BusinessCalendar.DayNotCovered e) {
            answer = RowAnswer.refused(row, content, "calendar-not-covered");
        } finally {
            if (QuarkusTransaction.isActive()) {
                QuarkusTransaction.rollback();
            }
        }
        return answer.status() == Status.REFUSED ? keep(batch, answer) : answer;
    }

    private RowAnswer repeated(UUID batch, int row, ReturnRequest content, byte[] sha256, Filing before) {
        if (!MessageDigest.isEqual(before.sha256(), sha256)) {
            return RowAnswer.refused(row, content, "row-changed", before.receiptNo());
        }
        store.put(batch, RowAnswer.done(row, content, Status.FILED, before.returnId(), before.receiptNo()));
        QuarkusTransaction.commit();
        return RowAnswer.done(row, content, Status.ALREADY_DONE, before.returnId(), before.receiptNo());
    }

    private RowAnswer answer(int row, ReturnRequest content, ReturnOutcome outcome) {
        return switch (outcome) {
            case ReturnOutcome.Done it -> {
                UUID id = it.changed().id();
                String receiptNo = receipts.ofFiling(id).orElseThrow().receiptNo();
                yield RowAnswer.done(row, content, Status.FILED, id, receiptNo);
            }
            case ReturnOutcome.NotAcceptable it ->
                RowAnswer.refused(
                        row,
                        content,
                        "return-not-acceptable",
                        List.of(),
                        it.violations().stream()
                                .map(each -> new FieldError(each.pointer(), each.code(), each.args()))
                                .toList());
            case ReturnOutcome.AlreadyFiled it ->
                RowAnswer.refused(
                        row,
                        content,
                        "return-already-filed",
                        List.of(it.existing()),
                        List.of(new FieldError("/insuranceYear", "return-already-filed", List.of(it.existing()))));
            case ReturnOutcome.NotGranted it -> RowAnswer.refused(row, content, "workplace-not-granted");
            case ReturnOutcome.NotADraft it -> throw new IllegalStateException("a new return is a draft");
            case ReturnOutcome.VersionChanged it -> throw new IllegalStateException("a new return has one version");
            case ReturnOutcome.NotFound it -> throw new IllegalStateException("a new return is not looked up");
        };
    }
}
