package kr.gosan.coverage.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.receipt.Receipts;

/** Keeps accepted reports with their receipts. */
@Singleton
public class FilingStore implements PanacheRepositoryBase<FilingEntity, UUID> {

    private final Receipts receipts;
    private final Audit audit;
    private final Caller caller;
    private final ObjectMapper mapper;

    public FilingStore(Receipts receipts, Audit audit, Caller caller, ObjectMapper mapper) {
        this.receipts = receipts;
        this.audit = audit;
        this.caller = caller;
        this.mapper = mapper;
    }

    /** Keeps the report, with receipt and audit row, in the current transaction. */
    public Receipt keep(FilingKind kind, Filing filing, Instant acceptedAt) {
        Receipt receipt = receipts.issue(kind.code(), filing.filingId(), filing.managementNo(), filing, acceptedAt);
        FilingEntity row = new FilingEntity();
        row.id = filing.filingId();
        row.kind = kind;
        row.managementNo = filing.managementNo().digits();
        row.clientReference = filing.clientReference();
        row.filedOn = filing.timeliness().filedOn();
        row.deadline = filing.timeliness().deadline();
        row.daysLate = filing.timeliness().daysLate();
        row.receiptNo = receipt.receiptNo();
        row.document = json(filing);
        persist(row);
        audit.record(
                caller.memberId(),
                kind.code(),
                filing.managementNo(),
                filing.filingId().toString());
        return receipt;
    }

    /** The report by which a workplace was established. */
    public Report establishmentOf(WorkplaceNumber workplace) {
        return only(workplace, FilingKind.WORKPLACE_ESTABLISHMENT).orElseThrow();
    }

    /** The report by which its insurance relation ended, if one came. */
    public Optional<Report> extinctionOf(WorkplaceNumber workplace) {
        return only(workplace, FilingKind.WORKPLACE_EXTINCTION);
    }

    private Optional<Report> only(WorkplaceNumber workplace, FilingKind kind) {
        return find("managementNo = ?1 and kind = ?2", workplace.digits(), kind)
                .singleResultOptional()
                .map(FilingEntity::report);
    }

    /** The document a receipt was issued for. */
    public Optional<JsonNode> document(UUID filingId) {
        return findByIdOptional(filingId).map(row -> {
            try {
                return mapper.readTree(row.document);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String json(Filing filing) {
        try {
            return mapper.writeValueAsString(filing);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
