package kr.gosan.payment.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.refund.rules.RefundPlan;

/**
 * Data of the event {@code kr.gosan.payment.overpayment-offset.v1}.
 *
 * @param refundId the refund whose money paid
 * @param items what was paid, in the order of collection
 */
record OverpaymentOffset(
        UUID offsetId,
        UUID refundId,
        WorkplaceNumber managementNo,
        int insuranceYear,
        Insurance insurance,
        LocalDate offsetOn,
        Won amount,
        List<Paid> items) {

    /** @param returnId missing for what stems from no return */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Paid(
            DebtKind debtKind,
            UUID originId,
            UUID returnId,
            int insuranceYear,
            int period,
            OpenItem.Item item,
            Fund fund,
            Fund from,
            Won amount) {}

    static OverpaymentOffset of(Refund refund, UUID offsetId, RefundPlan plan, LocalDate on) {
        return new OverpaymentOffset(
                offsetId,
                refund.refundId(),
                refund.debt().managementNo(),
                refund.debt().insuranceYear(),
                refund.debt().insurance(),
                on,
                plan.offset(),
                plan.offsets().stream().map(OverpaymentOffset::paid).toList());
    }

    private static Paid paid(RefundPlan.Offset offset) {
        OpenItem item = offset.item();
        return new Paid(
                item.debt().kind(),
                item.debt().originId(),
                item.debt().returnId(),
                item.debt().insuranceYear(),
                item.debt().period(),
                item.item(),
                item.fund(),
                offset.from(),
                offset.amount());
    }
}
