package kr.gosan.payment.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.payment.Page;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.DebtKind;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** Row of table {@code ledger_transaction} with its entries. */
@Entity
@Immutable
@Table(name = "ledger_transaction")
class LedgerTransactionEntity extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID transactionId;

    @Enumerated(EnumType.STRING)
    Posting.Kind kind;

    String managementNo;
    Integer insuranceYear;

    @Enumerated(EnumType.STRING)
    DebtKind debtKind;

    UUID originId;
    UUID returnId;

    @Enumerated(EnumType.STRING)
    Insurance insurance;

    Integer period;
    UUID noticeId;
    UUID causeId;
    LocalDate valueDate;

    @BatchSize(size = Page.SIZE + 1)
    @ElementCollection
    @CollectionTable(name = "ledger_entry", joinColumns = @JoinColumn(name = "transaction_id"))
    @OrderColumn(name = "line")
    List<LedgerLine> entries;
}
