package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.charge.DebtHistory;
import kr.gosan.payment.arrears.charge.LateCharges;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.arrears.charge.Principal;
import kr.gosan.payment.book.Account;
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
        OpenDebt.Terms terms = OpenItems.terms(slip.get(), extensions.of(debt.managementNo()));
        Principal principal = history.get().principal();
        LocalDate lastPaid = principal.paid().isEmpty()
                ? terms.chargedAfter()
                : principal.paid().lastKey();
        switch (LateCharges.of(debt.insurance().name(), principal, terms.chargedAfter(), lastPaid, book)) {
            case LateCharges.Answer.Known it -> book(history.get(), it.charges().onWhatWasPaid(), causeId, on);
            case LateCharges.Answer.Unknown it ->
                LOG.warnf(
                        "the law of a due date is not known, no late charge is booked on %s: %s", debt.originId(), it);
        }
    }

    private void book(DebtHistory history, Map<Fund, Won> charged, UUID causeId, LocalDate on) {
        Map<Fund, Won> booked = history.lateChargeBooked();
        Map<Fund, Won> due = history.balanceOn(Account.LATE_CHARGE_DUE, LocalDate.MAX);
        Set<Fund> funds = EnumSet.noneOf(Fund.class);
        funds.addAll(charged.keySet());
        funds.addAll(booked.keySet());
        Posting.Draft draft = new Posting.Draft();
        for (Fund fund : funds) {
            Won more = charged.getOrDefault(fund, Won.ZERO).minus(booked.getOrDefault(fund, Won.ZERO));
            if (more.isPositive()) {
                draft.move(Account.LATE_CHARGE_DUE, Account.LATE_CHARGE, fund, more);
            } else if (more.isNegative()) {
                Won less = more.negate();
                Won unpaid = less.min(due.getOrDefault(fund, Won.ZERO).max(Won.ZERO));
                draft.move(Account.LATE_CHARGE, Account.LATE_CHARGE_DUE, fund, unpaid);
                // It was paid already: paid by mistake, so it is returned (보험료징수법 §23①).
                draft.move(Account.LATE_CHARGE, Account.REFUND_PAYABLE, fund, less.minus(unpaid));
            }
        }
        if (!draft.isEmpty()) {
            Posting posting = Posting.of(Posting.Kind.LATE_CHARGE_ACCRUED, history.debt(), causeId, on, draft);
            ledger.book(posting);
            refunds.onLateChargeNotOwed(
                    posting, causeId, history.lateChargeLastPaid().orElse(on));
        }
    }
}
