package kr.gosan.payment.arrears.charge;

import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.payment.arrears.order.CollectionOrder.Division;
import kr.gosan.payment.arrears.order.CollectionOrder.Share;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.Slip;

/** A debt with its books and its terms. */
public record Owing(DebtHistory history, OpenDebt.Terms terms) {

    /** A slip that was paid late may leave its discount owed: it is with the collector only once that was handed over. */
    public static Owing of(DebtHistory history, Slip slip, DueDates dueDates) {
        OpenDebt.Terms terms = OpenDebt.Terms.of(slip, dueDates);
        boolean handedOver =
                history.balanceOn(Account.RECEIVABLE, LocalDate.MAX).isEmpty();
        return new Owing(
                history,
                new OpenDebt.Terms(
                        terms.dueDate(), terms.lastDay(), terms.chargedAfter(), terms.withCollector() && handedOver));
    }

    /** What is open; where the law of the due date is not known, without the late charge. */
    public Optional<OpenDebt> known(LocalDate on, LawBook book) {
        return switch (OpenDebt.of(history, terms, on, book)) {
            case OpenDebt.Answer.Open it -> Optional.of(it.debt());
            case OpenDebt.Answer.Nothing it -> Optional.empty();
            case OpenDebt.Answer.Unknown it -> OpenDebt.withoutLateCharge(history, terms, on);
        };
    }

    /** The debt as it is once its premium has got its share. */
    Owing paid(Division division, LocalDate on) {
        DebtHistory paid = history;
        for (Share share : division.shares()) {
            if (share.item().item() == Item.PREMIUM && share.item().debt().equals(paid.debt())) {
                paid = paid.withMoney(share.item().fund(), on, share.amount());
            }
        }
        return new Owing(paid, terms);
    }
}
