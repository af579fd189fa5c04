package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.payment.arrears.charge.DebtHistory;
import kr.gosan.payment.arrears.charge.LateChargeBooking;
import kr.gosan.payment.arrears.charge.LateCharges;
import kr.gosan.payment.arrears.charge.Owing;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.refund.OpenRefunds;
import kr.gosan.payment.slip.DueDateExtensionStore;
import kr.gosan.payment.slip.SlipStore;
import org.jboss.logging.Logger;

/**
 * Books the late charge on what was paid late. On what is still open it grows by the day and stands in no book; once paid, it is
 * final, unless the payment is taken back, the premium is reduced or the due date is extended: then the difference is booked.
 */
@Singleton
public class AccrueLateCharges {

    private static final Logger LOG = Logger.getLogger(AccrueLateCharges.class);

    private final HistoryStore histories;
    private final SlipStore slips;
    private final DueDateExtensionStore extensions;
    private final LedgerStore ledger;
    private final OpenRefunds refunds;
    private final LawBook book;

    AccrueLateCharges(
            HistoryStore histories,
            SlipStore slips,
            DueDateExtensionStore extensions,
            LedgerStore ledger,
            OpenRefunds refunds,
            LawBook book) {
        this.histories = histories;
        this.slips = slips;
        this.extensions = extensions;
        this.ledger = ledger;
        this.refunds = refunds;
        this.book = book;
    }

    /**
     * Brings the booked late charge of a debt to what it is by all that was paid until now. A due date whose law is not known
     * leaves it as it is.
     *
     * @param causeId what changed it: a collection, its reversal, a hand-over
     * @param on the value date
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void on(Debt debt, UUID causeId, LocalDate on) {
        Optional<Slip> slip = slips.live(debt);
        Optional<DebtHistory> history = histories.of(debt);
        if (slip.isEmpty() || history.isEmpty()) {
            return;
        }
        Owing owing = Owing.of(history.get(), slip.get(), extensions.of(debt.managementNo()));
        switch (LateChargeBooking.charges(owing, book)) {
            case LateCharges.Answer.Known it ->
                book(history.get(), LateChargeBooking.of(history.get(), it.charges()), causeId, on);
            case LateCharges.Answer.Unknown it ->
                LOG.warnf(
                        "the law of a due date is not known, no late charge is booked on %s: %s", debt.originId(), it);
        }
    }

    private void book(DebtHistory history, Posting.Draft draft, UUID causeId, LocalDate on) {
        if (!draft.isEmpty()) {
            Posting posting = Posting.of(Posting.Kind.LATE_CHARGE_ACCRUED, history.debt(), causeId, on, draft);
            ledger.book(posting);
            refunds.onLateChargeNotOwed(
                    posting, causeId, history.lateChargeLastPaid().orElse(on));
        }
    }
}
