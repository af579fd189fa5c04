package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.arrears.charge.Owing;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.slip.DueDateExtensionStore;
import kr.gosan.payment.slip.SlipStore;

/** What a workplace owes on a day: each debt with its premium, the late charge to the day, and whatever else is due on it. */
@Singleton
public class OpenItems {

    private final HistoryStore histories;
    private final SlipStore slips;
    private final DueDateExtensionStore extensions;
    private final LawBook book;

    OpenItems(HistoryStore histories, SlipStore slips, DueDateExtensionStore extensions, LawBook book) {
        this.histories = histories;
        this.slips = slips;
        this.extensions = extensions;
        this.book = book;
    }

    /** Either what is open or every look-up of the law that had no answer. */
    public sealed interface Answer {

        /** @param debts by due date; those that are not due yet are among them */
        record Known(List<OpenDebt> debts) implements Answer {

            /** In no particular order; {@code CollectionOrder} has one. */
            public List<OpenItem> items() {
                return debts.stream().flatMap(debt -> debt.items().stream()).toList();
            }

            /** Those whose last day to pay has passed. */
            public List<OpenDebt> overdueOn(LocalDate on) {
                return debts.stream().filter(debt -> debt.overdueOn(on)).toList();
            }
        }

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    /** Every debt of the workplace with a slip that counts. */
    List<Owing> owing(WorkplaceNumber workplace) {
        Map<Debt, Slip> issued = slips.counting(workplace);
        DueDates dueDates = extensions.of(workplace);
        return histories.of(workplace).stream()
                .filter(history -> issued.containsKey(history.debt()))
                .map(history -> Owing.of(history, issued.get(history.debt()), dueDates))
                .toList();
    }

    /** Everything that is open at the end of a day. */
    public Answer of(WorkplaceNumber workplace, LocalDate on) {
        List<OpenDebt> open = new ArrayList<>();
        Set<LookUp.Refused> refusals = new LinkedHashSet<>();
        for (Owing owing : owing(workplace)) {
            switch (OpenDebt.of(owing.history(), owing.terms(), on, book)) {
                case OpenDebt.Answer.Open it -> open.add(it.debt());
                case OpenDebt.Answer.Unknown it -> refusals.addAll(it.refusals());
                case OpenDebt.Answer.Nothing it -> {}
            }
        }
        open.sort(Comparator.comparing((OpenDebt debt) -> debt.terms().dueDate())
                .thenComparing(debt -> debt.debt().insurance())
                .thenComparing(debt -> debt.debt().originId()));
        return refusals.isEmpty() ? new Answer.Known(open) : new Answer.Unknown(List.copyOf(refusals));
    }
}
