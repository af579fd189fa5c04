package kr.gosan.payment.autodebit;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kr.gosan.payment.account.Purpose;
import kr.gosan.payment.banknotice.NoticeAnswer;
import kr.gosan.payment.banknotice.OrderedDebits;
import kr.gosan.payment.banknotice.Sender;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.institution.InstitutionSettings;
import kr.gosan.payment.suspense.SettleSuspendedDebit;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Closes an order with the debit it was for, by whichever message that is told first. A message that was taken before its order
 * was known left the money on suspense: from there it settles the slip.
 */
@Singleton
class CloseOrder implements OrderedDebits {

    /** What an ordered debit never is on the terms of its order. */
    private static final Set<NoticeOutcome> WITHOUT_ORDER =
            EnumSet.of(NoticeOutcome.WRONG_AMOUNT, NoticeOutcome.CHANNEL_REFUSED);

    private final DebitOrderStore orders;
    private final SettleSuspendedDebit settleSuspended;
    private final Audit audit;
    private final WorkplaceClock clock;
    private final String client;

    CloseOrder(
            DebitOrderStore orders,
            SettleSuspendedDebit settleSuspended,
            Audit audit,
            WorkplaceClock clock,
            InstitutionSettings settings) {
        this.orders = orders;
        this.settleSuspended = settleSuspended;
        this.audit = audit;
        this.clock = clock;
        this.client = settings.client();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Ordered> lock(Sender sender, Notice notice) {
        Optional<Purpose> purpose =
                purpose(notice).filter(by -> AskInstitution.institution(by) == sender.institution());
        return purpose.flatMap(by -> orders.lock(notice.ePaymentNo(), by, notice.amount(), notice.bankTransactionId()))
                .map(order -> new Ordered(
                        order.requestId(),
                        order.message().orElseThrow().reduction(),
                        order.state() == OrderState.SENT));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void debited(Ordered ordered, Notice notice, NoticeAnswer answer) {
        debited(orders.lock(ordered.requestId()).orElseThrow(), notice.bankTransactionId(), answer);
    }

    /** @param order locked, and still open */
    @Transactional(Transactional.TxType.MANDATORY)
    void debited(DebitOrder order, String transactionId, NoticeAnswer answer) {
        if (WITHOUT_ORDER.contains(answer.outcome())) {
            settleSuspended.of(
                    answer.noticeId(),
                    order.slipId(),
                    order.message().orElseThrow().reduction(),
                    client);
        }
        orders.debited(order, transactionId, answer.noticeId(), clock.systemNow());
        audit.record(
                client,
                "payment.debited",
                order.managementNo(),
                order.requestId().toString());
    }

    private static Optional<Purpose> purpose(Notice notice) {
        return notice.ePaymentNo() == null
                ? Optional.empty()
                : switch (notice.channel()) {
                    case DEBIT_ACCOUNT -> Optional.of(Purpose.DEBIT_ACCOUNT);
                    case DEBIT_CARD -> Optional.of(Purpose.DEBIT_CARD);
                    case VIRTUAL_ACCOUNT, GIRO, INTERNET_BANKING, COUNTER, CREDIT_CARD, CHECK_CARD, MOBILE, BRANCH ->
                        Optional.empty();
                };
    }
}
