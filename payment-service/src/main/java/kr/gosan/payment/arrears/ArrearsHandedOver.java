package kr.gosan.payment.arrears;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.Slip;

/**
 * Data of the events {@code kr.gosan.payment.arrears-handed-over.v1} and {@code kr.gosan.payment.arrears-taken-back.v1}.
 *
 * @param chargedAfter the last day without a late charge
 * @param on the day of the hand-over, or of the taking back
 * @param funds what is handed over or taken back, by fund
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArrearsHandedOver(
        WorkplaceNumber managementNo,
        int insuranceYear,
        DebtKind debtKind,
        UUID originId,
        UUID returnId,
        Insurance insurance,
        int period,
        UUID slipId,
        String ePaymentNo,
        LocalDate dueDate,
        LocalDate chargedAfter,
        LocalDate on,
        List<Row> funds) {

    static final String HANDED_OVER = "kr.gosan.payment.arrears-handed-over.v1";
    static final String TAKEN_BACK = "kr.gosan.payment.arrears-taken-back.v1";

    /**
     * @param principal premium, zero or more
     * @param lateCharge on what was paid late already
     */
    record Row(Fund fund, Won principal, Won lateCharge, Won surcharge, Won benefitRecovery) {}

    /** What is handed over besides the premium. */
    record Amounts(
            Map<Fund, Won> principal,
            Map<Fund, Won> lateCharge,
            Map<Fund, Won> surcharge,
            Map<Fund, Won> benefitRecovery) {

        static Amounts of(ArrearsMessageStore.ToCollect what) {
            return new Amounts(
                    what.principal(),
                    what.others().getOrDefault(OpenItem.Item.LATE_CHARGE, Map.of()),
                    what.others().getOrDefault(OpenItem.Item.SURCHARGE, Map.of()),
                    what.others().getOrDefault(OpenItem.Item.BENEFIT_RECOVERY, Map.of()));
        }
    }

    static ArrearsHandedOver of(Slip slip, LocalDate dueDate, LocalDate chargedAfter, LocalDate on, Amounts amounts) {
        Map<Fund, Row> rows = new EnumMap<>(Fund.class);
        for (Fund fund : Fund.of(slip.debt().insurance())) {
            Row row = new Row(
                    fund,
                    amounts.principal().getOrDefault(fund, Won.ZERO),
                    amounts.lateCharge().getOrDefault(fund, Won.ZERO),
                    amounts.surcharge().getOrDefault(fund, Won.ZERO),
                    amounts.benefitRecovery().getOrDefault(fund, Won.ZERO));
            rows.put(fund, row);
        }
        return new ArrearsHandedOver(
                slip.debt().managementNo(),
                slip.debt().insuranceYear(),
                slip.debt().kind(),
                slip.debt().originId(),
                slip.debt().returnId(),
                slip.debt().insurance(),
                slip.debt().period(),
                slip.slipId(),
                slip.ePaymentNo().toString(),
                dueDate,
                chargedAfter,
                on,
                new ArrayList<>(rows.values()));
    }
}
