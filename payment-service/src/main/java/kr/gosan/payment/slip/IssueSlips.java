package kr.gosan.payment.slip;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.book.SmallAmounts;
import kr.gosan.payment.correction.CorrectionTerms;
import kr.gosan.payment.correction.SettleEstimates;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.refund.OpenRefunds;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.event.PoisonEvent;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.jboss.logging.Logger;

/**
 * Turns a filed return into slips and ledger entries, once. The inbox stops an event that is delivered twice; the return's
 * own row stops a return that is told twice, whatever its event is called.
 */
@Singleton
public class IssueSlips {

    private static final Logger LOG = Logger.getLogger(IssueSlips.class);

    private final FiledReturnStore returns;
    private final ReplaceSlips slips;
    private final LedgerStore ledger;
    private final DueDateExtensionStore extensions;
    private final SettleEstimates settleEstimates;
    private final OpenRefunds refunds;
    private final CorrectionTerms law;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    IssueSlips(
            FiledReturnStore returns,
            ReplaceSlips slips,
            LedgerStore ledger,
            DueDateExtensionStore extensions,
            SettleEstimates settleEstimates,
            OpenRefunds refunds,
            CorrectionTerms law,
            Outbox outbox,
            WorkplaceClock clock) {
        this.returns = returns;
        this.slips = slips;
        this.ledger = ledger;
        this.extensions = extensions;
        this.settleEstimates = settleEstimates;
        this.refunds = refunds;
        this.law = law;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Throws {@link PoisonEvent} when the figures do not add up or contradict what the return said before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void on(FiledReturn filed) {
        List<String> faults = filed.faults();
        if (!faults.isEmpty()) {
            throw new PoisonEvent("return " + filed.returnId() + " does not add up: " + String.join("; ", faults));
        }
        switch (returns.remember(filed)) {
            case NEW -> {
                DueDates dueDates = extensions.heldFor(filed.managementNo());
                settleEstimates.by(filed, dueDates);
                Won minimum = law.smallAmount(filed.filedOn());
                filed.insurances().stream()
                        .filter(insurance -> !SmallAmounts.isDropped(insurance, minimum))
                        .forEach(insurance -> insurance.periods().stream()
                                .filter(period -> period.payable().isPositive())
                                .forEach(period -> issue(filed, insurance, period, dueDates)));
                List<Posting> booked = Postings.ofReturn(filed, dueDates);
                booked.forEach(posting -> {
                    ledger.book(posting);
                    refunds.onReturn(posting, filed.returnId());
                });
                SmallAmounts.ofReturn(filed, booked, minimum).forEach(ledger::book);
                filed.insurances().stream()
                        .filter(insurance -> SmallAmounts.isDropped(insurance, minimum))
                        .forEach(insurance -> outbox.publish(
                                SmallAmountDropped.TYPE,
                                filed.managementNo().digits(),
                                clock.now(filed.managementNo()),
                                SmallAmountDropped.of(filed, insurance)));
            }
            case KNOWN -> LOG.infof("return %s was told again", filed.returnId());
            case CONTRADICTED ->
                throw new PoisonEvent("return " + filed.returnId() + " was told before with other figures");
        }
    }

    private void issue(FiledReturn filed, FiledInsurance insurance, PaymentPeriod period, DueDates dueDates) {
        slips.issue(
                filed.debt(insurance, period),
                period,
                dueDates.of(period.statutoryDueDate()),
                filed.filedOn(),
                SlipReason.RETURN_FILED);
    }
}
