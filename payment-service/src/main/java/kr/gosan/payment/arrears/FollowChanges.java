package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.gosan.payment.arrears.ArrearsMessageStore.ToCollect;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.ledger.LedgerStore;

/**
 * Books what something else than a collection does to debts: a correction, the next return (보험료징수법 §19②), an overpayment that
 * is offset (§23①). Their late charges follow, and so does the collector, who is told what is open of those he has.
 */
@Singleton
public class FollowChanges {

    private final LedgerStore ledger;
    private final AccrueLateCharges lateCharges;
    private final TellWhatIsOpen tellWhatIsOpen;

    FollowChanges(LedgerStore ledger, AccrueLateCharges lateCharges, TellWhatIsOpen tellWhatIsOpen) {
        this.ledger = ledger;
        this.lateCharges = lateCharges;
        this.tellWhatIsOpen = tellWhatIsOpen;
    }

    /**
     * Books them all; only then each debt's late charge is brought to what it is, and the collector hears once of each debt of his
     * that changed. The insurance is held.
     *
     * @param postings of one cause, each with its debt
     * @return the debts of these that were the collector's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<Debt> book(List<Posting> postings) {
        Map<Debt, Posting> debts = new LinkedHashMap<>();
        postings.forEach(posting -> debts.putIfAbsent(posting.debt().orElseThrow(), posting));
        Map<Debt, ToCollect> before = new LinkedHashMap<>();
        debts.keySet().forEach(debt -> tellWhatIsOpen.toCollect(debt).ifPresent(his -> before.put(debt, his)));
        postings.forEach(ledger::book);
        debts.forEach((debt, first) -> lateCharges.on(debt, first.causeId().orElseThrow(), first.valueDate()));
        before.forEach(tellWhatIsOpen::ifChanged);
        return before.keySet();
    }
}
