package kr.gosan.payment.debt;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * A premium return that was filed, with everything it makes the employer owe: the data of the event {@code return-filed}.
 *
 * @param insuranceYear the year whose premium is confirmed; the estimate is for the next
 */
public record FiledReturn(
        UUID returnId,
        String receiptNo,
        WorkplaceNumber managementNo,
        Integer insuranceYear,
        LocalDate filedOn,
        List<FiledInsurance> insurances) {

    public FiledReturn {
        Objects.requireNonNull(returnId, "returnId");
        Objects.requireNonNull(receiptNo, "receiptNo");
        Objects.requireNonNull(managementNo, "managementNo");
        Objects.requireNonNull(insuranceYear, "insuranceYear");
        Objects.requireNonNull(filedOn, "filedOn");
        insurances = List.copyOf(insurances);
    }

    /** Everything about the figures that cannot be right; empty when slips may be issued on them. */
    public List<String> faults() {
        return ReturnFaults.of(this);
    }

    public Debt debt(FiledInsurance insurance, PaymentPeriod period) {
        return Debt.ofPeriod(managementNo, insuranceYear, returnId, insurance.insurance(), period.period());
    }
}
