package kr.gosan.payment.refund;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.refund.rules.RefundPlan;

/**
 * What would become of a refund on a day: what operators propose and approve.
 *
 * @param on the day
 * @param offsets what is paid first, in the order of collection
 * @param toRefund what is left, without interest
 * @param dropped of it, because it is too small to be refunded
 * @param interest on what is refunded, were it sent that day; decided once, on the day it is first sent
 * @param account where it goes; missing when nothing is sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundOffer(
        LocalDate on,
        List<OffsetView> offsets,
        Won offset,
        Won toRefund,
        Won dropped,
        Won interest,
        LocalDate interestFrom,
        TraceLine interestTrace,
        AccountView account) {

    /**
     * @param from the fund whose money it is
     * @param item what it pays
     */
    public record OffsetView(
            Fund from,
            DebtKind debtKind,
            UUID originId,
            int period,
            OpenItem.Item item,
            Fund fund,
            LocalDate dueDate,
            Won amount) {

        static OffsetView of(RefundPlan.Offset offset) {
            OpenItem item = offset.item();
            return new OffsetView(
                    offset.from(),
                    item.debt().kind(),
                    item.debt().originId(),
                    item.debt().period(),
                    item.item(),
                    item.fund(),
                    item.dueDate(),
                    offset.amount());
        }

        /** The same thing open, whatever it comes to. */
        boolean isOf(OffsetView other) {
            return debtKind == other.debtKind
                    && originId.equals(other.originId)
                    && period == other.period
                    && item == other.item
                    && fund == other.fund;
        }

        /** A late charge grows by the day; everything else has to stay as it was proposed. */
        boolean agreesWith(OffsetView other) {
            return isOf(other) && (item == OpenItem.Item.LATE_CHARGE || amount.equals(other.amount));
        }
    }

    /** @param registrationId the application, return or correction that named it */
    public record AccountView(UUID registrationId, String bank, String accountNo) {}

    /** What is sent, with interest. */
    @JsonIgnore
    Won toSend() {
        return toRefund.plus(interest);
    }

    /**
     * Whether an approval of the other still means this: the same account, and the same things offset, whatever their late
     * charges have grown to.
     */
    boolean agreesWith(RefundOffer proposed) {
        boolean sameAccount = account == null
                ? proposed.account == null
                : proposed.account != null && account.registrationId().equals(proposed.account.registrationId());
        boolean grows = offsets.stream().anyMatch(it -> it.item() == OpenItem.Item.LATE_CHARGE);
        return sameAccount
                && dropped.equals(proposed.dropped)
                && (grows || toRefund.equals(proposed.toRefund))
                && offsets.stream().allMatch(it -> proposed.offsets.stream().anyMatch(it::agreesWith))
                && proposed.offsets.stream().allMatch(it -> offsets.stream().anyMatch(it::isOf));
    }
}
