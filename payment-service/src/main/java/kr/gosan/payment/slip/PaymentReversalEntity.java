package kr.gosan.payment.slip;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Row of table {@code payment_reversal}. */
@Entity
@Immutable
@Table(name = "payment_reversal")
class PaymentReversalEntity extends PanacheEntityBase {

    @Id
    UUID paymentId;

    String managementNo;
    int insuranceYear;
    UUID noticeId;
    LocalDate reversedOn;
}
