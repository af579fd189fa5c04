package kr.gosan.payment.slip;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** Row of table {@code payment}. */
@Entity
@Immutable
@Table(name = "payment")
class PaymentEntity extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID paymentId;

    String managementNo;
    int insuranceYear;
    UUID slipId;
    UUID noticeId;
    long amount;
    long autoDebitReduction;
    LocalDate paidOn;
    boolean late;

    @Enumerated(EnumType.STRING)
    Channel channel;

    /** Null while the payment counts. */
    @Formula("(select r.reversed_on from payment_reversal r where r.payment_id = payment_id)")
    LocalDate reversedOn;

    Payment payment() {
        return new Payment(
                paymentId,
                slipId,
                noticeId,
                Won.of(amount),
                Won.of(autoDebitReduction),
                paidOn,
                late,
                channel,
                reversedOn);
    }
}
