package kr.gosan.payment.reconciliation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.payment.institution.Institution;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** Row of table {@code reconciliation}. */
@Entity
@Immutable
@Table(name = "reconciliation")
class ReconciliationEntity extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID reconciliationId;

    @Enumerated(EnumType.STRING)
    Institution institution;

    LocalDate day;
    String runBy;
    Instant runAt;
    int lines;
    long total;
    long fees;
    int differences;

    @Formula("(not exists (select 1 from reconciliation later where later.institution = institution"
            + " and later.day = day and later.reconciliation_id > reconciliation_id))")
    boolean latest;
}
