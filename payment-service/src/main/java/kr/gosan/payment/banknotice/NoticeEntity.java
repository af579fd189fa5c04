package kr.gosan.payment.banknotice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.BankMessage;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.Reversal;
import kr.gosan.payment.debt.TransferOrder;
import kr.gosan.payment.institution.Institution;
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

    @Enumerated(EnumType.STRING)
    BankNotice.Kind kind;

    String bank;

    @Enumerated(EnumType.STRING)
    Institution institution;

    String bankTransactionId;

    @Enumerated(EnumType.STRING)
    NoticeOutcome outcome;

    /**
     * Why the way of payment, or the reversal, was refused; of a cancelled slip, the number that took its place; of a payment that
     * was accepted, what is wrong with the fee.
     */
    String detail;

    @Column(name = "e_payment_no")
    String number;

    String virtualAccountNo;
    Long amount;
    Long fee;

    /** When the money moved: paid, or given back. */
    Instant paidAt;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Enumerated(EnumType.STRING)
    TransferOrder transfer;

    String originalTransactionId;
    UUID originalNoticeId;
    UUID slipId;
    String managementNo;
    Integer insuranceYear;

    @Enumerated(EnumType.STRING)
    Insurance insurance;

    Instant receivedAt;

    void say(BankMessage message) {
        bankTransactionId = message.bankTransactionId();
        paidAt = message.movedAt();
        switch (message) {
            case Notice notice -> {
                kind = BankNotice.Kind.PAYMENT;
                number =
                        notice.ePaymentNo() == null ? null : notice.ePaymentNo().toString();
                virtualAccountNo = notice.virtualAccountNo();
                amount = notice.amount().amount();
                fee = notice.fee().map(Won::amount).orElse(null);
                channel = notice.channel();
                transfer = notice.transfer();
            }
            case Reversal reversal -> {
                kind = BankNotice.Kind.REVERSAL;
                originalTransactionId = reversal.originalTransactionId();
                amount = reversal.amount().map(Won::amount).orElse(null);
            }
        }
    }

    BankMessage message() {
        return switch (kind) {
            case PAYMENT ->
                new Notice(
                        bankTransactionId,
                        number == null ? null : EPaymentNumber.of(number),
                        virtualAccountNo,
                        Won.of(amount),
                        Optional.ofNullable(fee).map(Won::of),
                        paidAt,
                        channel,
                        transfer == null ? TransferOrder.IMMEDIATE : transfer);
            case REVERSAL ->
                new Reversal(
                        bankTransactionId,
                        originalTransactionId,
                        Optional.ofNullable(amount).map(Won::of),
                        paidAt);
        };
    }
}
