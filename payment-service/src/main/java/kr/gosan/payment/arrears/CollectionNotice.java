package kr.gosan.payment.arrears;

import java.time.LocalDate;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the National Health Insurance Service says it has collected.
 *
 * @param nhisTransactionId its own number of the money; one movement, one number
 * @param insurance missing for money that is for both
 * @param collectionCost what of the amount pays for the collection itself (체납처분비); missing means none
 */
@Schema(name = "ArrearsCollectionNotice")
record CollectionNotice(
        String nhisTransactionId,
        WorkplaceNumber managementNo,
        Insurance insurance,
        Won amount,
        Won collectionCost,
        LocalDate collectedOn)
        implements RequestBody {

    /** A test sends it. */
    static final String EXAMPLE =
            "{\"nhisTransactionId\": \"NHIS-20220430-0001\", \"managementNo\": \"123-45-67891-6\","
                    + " \"insurance\": \"IA\", \"amount\": 6400000, \"collectedOn\": \"2022-04-30\"}";

    private static final int LONGEST_ID = 64;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/nhisTransactionId", nhisTransactionId);
        errors.text("/nhisTransactionId", nhisTransactionId, LONGEST_ID);
        errors.required("/managementNo", managementNo);
        errors.required("/amount", amount);
        if (amount != null && !amount.isPositive()) {
            errors.add("/amount", "amount-not-positive");
        }
        if (amount != null && collectionCost != null && collectionCost.compareTo(amount) > 0) {
            errors.add("/collectionCost", "cost-above-amount");
        }
        errors.required("/collectedOn", collectedOn);
    }

    Won cost() {
        return collectionCost == null ? Won.ZERO : collectionCost;
    }
}
