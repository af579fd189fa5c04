package kr.gosan.payment.arrears;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;

/** What is told of money that the National Health Insurance Service collected or took back. */
final class CollectionEvents {

    static final String COLLECTED = "kr.gosan.payment.arrears-collected.v1";
    static final String REVERSED = "kr.gosan.payment.arrears-collection-reversed.v1";

    private CollectionEvents() {}

    record Collected(
            UUID collectionId,
            String nhisTransactionId,
            WorkplaceNumber managementNo,
            Won amount,
            LocalDate collectedOn,
            List<CollectionAnswer.PaidItem> items,
            Won suspended) {}

    /** @param reverses the collection that is taken back; {@code collectedOn} is its day */
    record Reversed(
            UUID collectionId,
            UUID reverses,
            WorkplaceNumber managementNo,
            LocalDate collectedOn,
            List<CollectionAnswer.PaidItem> items,
            Won suspended) {}
}
