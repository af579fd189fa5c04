package kr.gosan.payment.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.LevyWeights;

/**
 * What the events {@code return-filed} and {@code premium-adjusted} tell about the levies of a return.
 *
 * @param adjustmentId null when the return itself tells
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LevyNews(
        UUID returnId,
        UUID adjustmentId,
        WorkplaceNumber managementNo,
        Integer insuranceYear,
        List<OfInsurance> insurances) {

    /** @param levies null for employment insurance, where there is no premium, and in older events */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OfInsurance(Insurance insurance, Levies levies) {}

    /**
     * @param confirmed weights of the confirmed premium; null where it was not computed
     * @param estimated weights of the estimate; null where it was not computed
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Levies(LevyWeights confirmed, LevyWeights estimated) {}

    public LevyNews {
        Objects.requireNonNull(returnId, "returnId");
        Objects.requireNonNull(managementNo, "managementNo");
        Objects.requireNonNull(insuranceYear, "insuranceYear");
        insurances = List.copyOf(insurances);
    }
}
