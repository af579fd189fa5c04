package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.charge.CollectedMoney;
import kr.gosan.payment.arrears.order.CollectionOrder.Division;
import kr.gosan.payment.arrears.order.CollectionOrder.Share;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Uses money for the arrears of a workplace in the order of the law (보험료징수법 §26의2) and books it. The late charge on the
 * premium it pays runs to the day of the money, which may lie before that of money that was told of earlier.
 */
@Singleton
public class CollectArrears {

    private final InsuranceLock lock;
    private final OpenItems openItems;
    private final AccrueLateCharges lateCharges;
    private final LedgerStore ledger;
    private final WorkplaceClock clock;
    private final LawBook book;

    CollectArrears(
            InsuranceLock lock,
            OpenItems openItems,
            AccrueLateCharges lateCharges,
            LedgerStore ledger,
            WorkplaceClock clock,
            LawBook book) {
        this.lock = lock;
        this.openItems = openItems;
        this.lateCharges = lateCharges;
        this.ledger = ledger;
        this.clock = clock;
        this.book = book;
    }

    /**
     * Money for arrears.
     *
     * @param insurance empty for money that is for both
     * @param amount more than zero
     * @param cost what of it pays for the collection itself (체납처분비); zero or more, at most the amount
     * @param on the day of the money
     * @param causeId books once: a collection, a decision
     */
    public record Money(
            WorkplaceNumber workplace,
            Optional<Insurance> insurance,
            Won amount,
            Won cost,
            LocalDate on,
            UUID causeId) {}

    /**
     * Books what the money pays; what is left is the caller's to keep.
     *
     * @return what it paid, in the order of collection, and what nothing was open for
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Division of(Money money) {
        List<Insurance> insurances = money.insurance().map(List::of).orElseGet(() -> List.of(Insurance.values()));
        insurances.forEach(insurance -> lock.hold(money.workplace(), insurance));
        Division division = new CollectedMoney(money.insurance(), money.amount(), money.cost(), money.on())
                .over(openItems.owing(money.workplace()), clock.today(money.workplace()), book);
        bookShares(division.shares(), money);
        return division;
    }

    private void bookShares(List<Share> shares, Money money) {
        Map<Debt, Posting.Draft> drafts = CollectedMoney.drafts(shares);
        drafts.forEach((debt, draft) -> {
            ledger.book(Posting.of(Posting.Kind.ARREARS_COLLECTED, debt, money.causeId(), money.on(), draft));
            lateCharges.on(debt, money.causeId(), money.on());
        });
    }
}
