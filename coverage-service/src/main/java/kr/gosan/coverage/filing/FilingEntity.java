package kr.gosan.coverage.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** A row of {@code filing}. */
@Entity
@Immutable
@Table(name = "filing")
public class FilingEntity {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    FilingKind kind;

    @Column(name = "management_no")
    String managementNo;

    @Column(name = "client_reference")
    String clientReference;

    @Column(name = "filed_on")
    LocalDate filedOn;

    LocalDate deadline;

    @Column(name = "days_late")
    int daysLate;

    @Column(name = "receipt_no")
    String receiptNo;

    @ColumnTransformer(write = "cast(? as jsonb)")
    String document;

    public Report report() {
        return new Report(receiptNo, filedOn, deadline, daysLate, clientReference);
    }
}
