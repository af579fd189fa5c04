package kr.gosan.payment.arrears;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.order.CollectionOrder.Share;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.debt.DebtKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of money that was collected, or taken back.
 *
 * @param items what it paid, in the order of collection
 * @param suspended what nothing was open for
 */
@Schema(name = "ArrearsCollection")
record CollectionAnswer(UUID collectionId, Outcome outcome, List<PaidItem> items, Won suspended) {

    /** Every notice has one. */
    enum Outcome {
        /** It was used for what is owed; what was left stands on suspense. */
        ACCEPTED,
        /** No such workplace is known: all of it stands on suspense. */
        UNKNOWN_WORKPLACE,
        /** What a collection had paid is owed again. */
        REVERSAL
    }

    /** A part of the money. */
    @Schema(name = "ArrearsPaidItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaidItem(
            int insuranceYear,
            DebtKind debtKind,
            UUID originId,
            UUID returnId,
            Insurance insurance,
            int period,
            Item item,
            Fund fund,
            Won amount) {

        static PaidItem of(Share share) {
            return new PaidItem(
                    share.item().debt().insuranceYear(),
                    share.item().debt().kind(),
                    share.item().debt().originId(),
                    share.item().debt().returnId(),
                    share.item().debt().insurance(),
                    share.item().debt().period(),
                    share.item().item(),
                    share.item().fund(),
                    share.amount());
        }
    }
}
