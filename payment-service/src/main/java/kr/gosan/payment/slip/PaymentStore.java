package kr.gosan.payment.slip;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Slip;

/** The payments received. A slip has one that counts, or none; another one only after the first was reversed. */
@Singleton
public class PaymentStore {

    private static final UUID FIRST = new UUID(0, 0);

    /** Keeps the payment of a slip that is locked. @param reduction settled beside the money */
    @Transactional(Transactional.TxType.MANDATORY)
    public Payment receive(Slip slip, Notice notice, UUID noticeId, Won reduction) {
        PaymentEntity row = new PaymentEntity();
        row.managementNo = slip.debt().managementNo().digits();
        row.insuranceYear = slip.debt().insuranceYear();
        row.slipId = slip.slipId();
        row.noticeId = noticeId;
        row.amount = notice.amount().amount();
        row.autoDebitReduction = reduction.amount();
        row.paidOn = notice.paidOn();
        row.late = notice.paidOn().isAfter(slip.dueDate());
        row.channel = notice.channel();
        row.persist();
        return row.payment();
    }

    public Optional<Payment> ofNotice(UUID noticeId) {
        return PaymentEntity.<PaymentEntity>find("noticeId", noticeId)
                .<PaymentEntity>firstResultOptional()
                .map(PaymentEntity::payment);
    }

    /** Keeps that the bank took a payment back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reverse(Payment payment, Debt debt, UUID reversalNoticeId, LocalDate reversedOn) {
        PaymentReversalEntity row = new PaymentReversalEntity();
        row.paymentId = payment.paymentId();
        row.managementNo = debt.managementNo().digits();
        row.insuranceYear = debt.insuranceYear();
        row.noticeId = reversalNoticeId;
        row.reversedOn = reversedOn;
        row.persistAndFlush();
    }

    /** The payment that a notice took back. */
    public Optional<Payment> reversedBy(UUID reversalNoticeId) {
        return PaymentReversalEntity.<PaymentReversalEntity>find("noticeId", reversalNoticeId)
                .<PaymentReversalEntity>firstResultOptional()
                .map(row -> PaymentEntity.<PaymentEntity>findById(row.paymentId).payment());
    }

    /** The payments of these slips that count, by slip. */
    public Map<UUID, Payment> ofSlips(Collection<Slip> slips) {
        List<UUID> ids = slips.stream().map(Slip::slipId).toList();
        return PaymentEntity.<PaymentEntity>find("slipId in ?1 and reversedOn is null", ids).list().stream()
                .map(PaymentEntity::payment)
                .collect(Collectors.toMap(Payment::slipId, Function.identity()));
    }

    public Page<Payment> ofWorkplace(WorkplaceNumber workplace, UUID after) {
        List<Payment> rows = PaymentEntity.<PaymentEntity>find(
                        "managementNo = ?1 and paymentId > ?2 order by paymentId",
                        workplace.digits(),
                        after == null ? FIRST : after)
                .range(0, Page.SIZE)
                .list()
                .stream()
                .map(PaymentEntity::payment)
                .toList();
        return Page.of(rows, Payment::paymentId);
    }
}
