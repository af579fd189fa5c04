package kr.gosan.payment.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentPeriod;

/**
 * What of a return is too little to collect (보험료징수법 §45의2). A case is an insurance of a return with all its periods: nobody
 * escapes by dividing an estimate into instalments, and nobody is billed a few won.
 */
public final class SmallAmounts {

    private SmallAmounts() {}

    /** Whether the insurance has something to pay, and less than the minimum. */
    public static boolean isDropped(FiledInsurance insurance, Won minimum) {
        Won payable =
                Won.sum(insurance.periods().stream().map(PaymentPeriod::payable).toList());
        return payable.isPositive() && payable.compareTo(minimum) < 0;
    }

    /**
     * What is booked for it.
     *
     * @param booked everything the return itself was booked with
     * @param minimum zero where the law knew no minimum
     */
    public static List<Posting> ofReturn(FiledReturn filed, List<Posting> booked, Won minimum) {
        List<Posting> dropped = new ArrayList<>();
        for (FiledInsurance insurance : filed.insurances()) {
            if (!isDropped(insurance, minimum)) {
                continue;
            }
            for (Posting posting : booked) {
                Posting.Draft draft = new Posting.Draft();
                for (Fund fund : funds(posting, insurance.insurance())) {
                    draft.move(Account.SMALL_AMOUNT, Account.RECEIVABLE, fund, receivable(posting, fund));
                }
                if (!draft.isEmpty()) {
                    dropped.add(Posting.of(
                            Posting.Kind.SMALL_AMOUNT_DROPPED,
                            posting.debt().orElseThrow(),
                            filed.returnId(),
                            filed.filedOn(),
                            draft));
                }
            }
        }
        return dropped;
    }

    private static List<Fund> funds(Posting posting, Insurance insurance) {
        return posting.debt().filter(debt -> debt.insurance() == insurance).isPresent()
                ? Fund.of(insurance)
                : List.of();
    }

    private static Won receivable(Posting posting, Fund fund) {
        return Won.sum(posting.entries().stream()
                .filter(entry ->
                        entry.account() == Account.RECEIVABLE && entry.fund().equals(Optional.of(fund)))
                .map(Entry::signed)
                .toList());
    }
}
