package kr.gosan.payment.suspense;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.transferreturn.SentMoney;
import kr.gosan.payment.transferreturn.TransferReturn;

/** Takes suspended money back that was returned to its payer and came back from there: it stands on suspense again. */
@Singleton
class TakeReturnBack implements SentMoney {

    private final SuspenseStore suspense;
    private final SuspendedMoneyStore suspended;
    private final ResolveSuspense resolveSuspense;

    TakeReturnBack(SuspenseStore suspense, SuspendedMoneyStore suspended, ResolveSuspense resolveSuspense) {
        this.suspense = suspense;
        this.suspended = suspended;
        this.resolveSuspense = resolveSuspense;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Order> hold(UUID orderId) {
        return suspense.lock(orderId)
                .filter(resolution -> resolution.way() == Resolution.Way.RETURN)
                .map(resolution -> new Order(
                        suspended
                                .find(resolution.moneyId())
                                .orElseThrow()
                                .debt()
                                .map(Debt::managementNo),
                        resolution.amount(),
                        suspense.sentAt(orderId)));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean takeBack(UUID orderId, TransferReturn back) {
        Resolution now = suspense.lock(orderId).orElseThrow();
        boolean comesBack = now.state().leadsTo(ResolutionState.RETURNED);
        if (comesBack) {
            resolveSuspense.move(
                    now,
                    ResolutionState.RETURNED,
                    new SuspenseStore.BankAnswer(back.bankTransactionId(), back.reason(), back.returnedAt()));
        }
        return comesBack;
    }
}
