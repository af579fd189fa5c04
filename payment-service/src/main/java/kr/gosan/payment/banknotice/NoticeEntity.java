package kr.gosan.payment.banknotice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** Row of table {@code bank_notice}. */
@Entity
@Immutable
@Table(name = "bank_notice")
class NoticeEntity extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID noticeId;

    String bank;
    String bankTransactionId;

    @Enumerated(EnumType.STRING)
    NoticeOutcome outcome;

    @Column(name = "e_payment_no")
    String number;

    long amount;
    Instant paidAt;

    @Enumerated(EnumType.STRING)
    Channel channel;

    UUID slipId;
    String managementNo;

    @Enumerated(EnumType.STRING)
    Insurance insurance;

    Instant receivedAt;

    Notice notice() {
        return new Notice(bankTransactionId, EPaymentNumber.of(number), Won.of(amount), paidAt, channel);
    }
}
