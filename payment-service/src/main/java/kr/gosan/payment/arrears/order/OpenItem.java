package kr.gosan.payment.arrears.order;

import java.time.LocalDate;
import java.util.Objects;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Debt;

/**
 * Something that is owed and may be collected, or offset.
 *
 * @param dueDate the last day to pay, as extensions moved it
 * @param amount more than zero; throws {@link IllegalArgumentException} otherwise
 */
public record OpenItem(Debt debt, Item item, Fund fund, LocalDate dueDate, Won amount) {

    /** What can be owed on a debt, in the order in which it is collected (보험료징수법 §26의2). */
    public enum Item {
        /** 체납처분비. */
        COLLECTION_COST,
        /** 개산보험료·확정보험료. */
        PREMIUM,
        /** 연체금. */
        LATE_CHARGE,
        /** 가산금. */
        SURCHARGE,
        /** 보험급여액의 징수금. */
        BENEFIT_RECOVERY,
        /** 환수금: support that has to be given back; a rank of the law that nothing is booked on here. */
        CLAWBACK
    }

    public OpenItem {
        Objects.requireNonNull(debt, "debt");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(dueDate, "dueDate");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("what is open is more than zero: " + amount);
        }
        if (fund.insurance() != debt.insurance()) {
            throw new IllegalArgumentException(fund + " is no fund of " + debt.insurance());
        }
    }
}
