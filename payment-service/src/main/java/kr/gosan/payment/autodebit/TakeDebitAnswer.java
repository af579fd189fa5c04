package kr.gosan.payment.autodebit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.account.Accounts;
import kr.gosan.payment.account.Purpose;
import kr.gosan.payment.account.RegisteredAccount;
import kr.gosan.payment.banknotice.NoticeAnswer;
import kr.gosan.payment.banknotice.Sender;
import kr.gosan.payment.banknotice.TakeBankNotice;
import kr.gosan.payment.banknotice.Taken;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.debt.TransferOrder;
import kr.gosan.payment.institution.InstitutionSettings;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Books what was debited, and closes the order with it. Money enters by the use case that takes banks' notices, under the
 * bank's own transaction number: should the bank tell of the same movement too, it is a duplicate. An order that another
 * instance, or such a notice, closed meanwhile is left alone.
 */
@Singleton
class TakeDebitAnswer {

    private final DebitOrderStore orders;
    private final SlipStore slips;
    private final Accounts accounts;
    private final TakeBankNotice takeBankNotice;
    private final CloseOrder closeOrder;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;
    private final String client;

    TakeDebitAnswer(
            DebitOrderStore orders,
            SlipStore slips,
            Accounts accounts,
            TakeBankNotice takeBankNotice,
            CloseOrder closeOrder,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock,
            InstitutionSettings settings) {
        this.orders = orders;
        this.slips = slips;
        this.accounts = accounts;
        this.takeBankNotice = takeBankNotice;
        this.closeOrder = closeOrder;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.client = settings.client();
    }

    /** Closes the order by what was answered; without an answer it stays open. */
    void take(UUID requestId, AskInstitution.Told told) {
        switch (told) {
            case AskInstitution.Told.Unanswered it -> {}
            case AskInstitution.Told.Unknown it -> {}
            case AskInstitution.Told.Debited it ->
                QuarkusTransaction.requiringNew()
                        .run(() -> stillSent(requestId).ifPresent(order -> debited(order, it)));
            case AskInstitution.Told.Refused it ->
                QuarkusTransaction.requiringNew()
                        .run(() -> stillSent(requestId).ifPresent(order -> refused(order, it.reason())));
        }
    }

    private Optional<DebitOrder> stillSent(UUID requestId) {
        return orders.lock(requestId).filter(order -> order.state() == OrderState.SENT);
    }

    private void debited(DebitOrder order, AskInstitution.Told.Debited money) {
        DebitOrder.Message message = order.message().orElseThrow();
        Taken taken = takeBankNotice.takeDebited(
                new Sender(client, AskInstitution.institution(message.purpose())),
                new Notice(
                        money.transactionId(),
                        orders.number(order),
                        null,
                        message.amount(),
                        message.purpose() == Purpose.DEBIT_CARD ? Optional.of(message.fee()) : Optional.<Won>empty(),
                        money.at().toInstant().truncatedTo(ChronoUnit.MICROS),
                        SendDebit.channel(message.purpose()),
                        TransferOrder.IMMEDIATE),
                message.reduction());
        if (!(taken instanceof Taken.Answered(NoticeAnswer answer))) {
            // the order stays open, and the log says why until somebody has looked
            throw new IllegalStateException("debit " + order.requestId() + " was not taken: " + taken);
        }
        closeOrder.debited(order, money.transactionId(), answer);
    }

    private void refused(DebitOrder order, String reason) {
        DebitOrder.Message message = order.message().orElseThrow();
        RegisteredAccount from =
                accounts.find(message.registrationId(), message.purpose()).orElseThrow();
        Slip slip = slips.find(order.slipId()).orElseThrow();
        orders.refuse(order, reason, clock.systemNow());
        audit.record(
                client,
                "payment.debit-refused",
                order.managementNo(),
                order.requestId().toString());
        // Nobody has to be told who paid another way meanwhile.
        if (slip.state() == SlipState.ISSUED) {
            outbox.publish(
                    DebitEvents.REFUSED,
                    order.managementNo().digits(),
                    clock.now(order.managementNo()),
                    DebitEvents.Refused.of(slip, from, reason));
        }
    }
}
