package kr.gosan.payment.arrears;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.payment.arrears.charge.LateCharges;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.arrears.order.CollectionOrder;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.debt.DebtKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a workplace has in arrears at the end of a day.
 *
 * @param totals one for each insurance
 * @param debts by due date
 * @param order every item as money for it is used, one insurance after the other
 */
@Schema(name = "Arrears")
record ArrearsView(
        WorkplaceNumber managementNo, LocalDate on, List<Total> totals, List<DebtView> debts, List<ItemView> order) {

    @Schema(name = "ArrearsTotal")
    record Total(
            Insurance insurance,
            Won collectionCost,
            Won premium,
            Won lateCharge,
            Won surcharge,
            Won benefitRecovery,
            Won fine,
            Won total) {}

    /**
     * @param withCollector the National Health Insurance Service collects; no slip can be paid for it
     * @param chargedAfter the last day without a late charge
     */
    @Schema(name = "ArrearsDebt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DebtView(
            DebtKind debtKind,
            UUID originId,
            UUID returnId,
            int insuranceYear,
            Insurance insurance,
            int period,
            LocalDate dueDate,
            LocalDate chargedAfter,
            boolean withCollector,
            List<FundView> funds,
            Won fine,
            Won total,
            List<PartView> lateCharges) {}

    @Schema(name = "ArrearsFund")
    record FundView(Fund fund, Won collectionCost, Won premium, Won lateCharge, Won surcharge, Won benefitRecovery) {}

    /**
     * How the late charge comes about; what of it was paid already is not taken off here.
     *
     * @param paidOn missing for what is still unpaid
     */
    @Schema(name = "ArrearsLateCharge")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartView(Won amount, LocalDate paidOn, long daysLate, Won lateCharge, TraceLine trace) {

        static PartView of(LateCharges.Part part) {
            return new PartView(
                    part.amount(),
                    part.paidOn().orElse(null),
                    part.charge().daysLate(),
                    part.charge().amount(),
                    part.charge().trace());
        }
    }

    @Schema(name = "ArrearsItem")
    record ItemView(
            Insurance insurance, Item item, Fund fund, LocalDate dueDate, UUID originId, int period, Won amount) {

        static ItemView of(OpenItem item) {
            return new ItemView(
                    item.debt().insurance(),
                    item.item(),
                    item.fund(),
                    item.dueDate(),
                    item.debt().originId(),
                    item.debt().period(),
                    item.amount());
        }
    }

    static ArrearsView of(WorkplaceNumber workplace, LocalDate on, List<OpenDebt> overdue) {
        List<ItemView> order = Stream.of(Insurance.values())
                .flatMap(insurance ->
                        CollectionOrder.of(of(insurance, overdue).stream()
                                        .flatMap(debt -> debt.items().stream())
                                        .toList())
                                .stream())
                .map(ItemView::of)
                .toList();
        return new ArrearsView(
                workplace,
                on,
                Stream.of(Insurance.values()).map(each -> total(each, overdue)).toList(),
                overdue.stream().map(ArrearsView::view).toList(),
                order);
    }

    private static List<OpenDebt> of(Insurance insurance, List<OpenDebt> debts) {
        return debts.stream()
                .filter(debt -> debt.debt().insurance() == insurance)
                .toList();
    }

    private static Total total(Insurance insurance, List<OpenDebt> overdue) {
        List<OpenDebt> debts = of(insurance, overdue);
        return new Total(
                insurance,
                sum(debts, Item.COLLECTION_COST),
                sum(debts, Item.PREMIUM),
                sum(debts, Item.LATE_CHARGE),
                sum(debts, Item.SURCHARGE),
                sum(debts, Item.BENEFIT_RECOVERY),
                Won.sum(debts.stream().map(OpenDebt::fine).toList()),
                Won.sum(debts.stream().map(OpenDebt::total).toList()));
    }

    private static Won sum(List<OpenDebt> debts, Item item) {
        return Won.sum(debts.stream().map(debt -> debt.sum(item)).toList());
    }

    private static DebtView view(OpenDebt open) {
        return new DebtView(
                open.debt().kind(),
                open.debt().originId(),
                open.debt().returnId(),
                open.debt().insuranceYear(),
                open.debt().insurance(),
                open.debt().period(),
                open.terms().dueDate(),
                open.terms().chargedAfter(),
                open.terms().withCollector(),
                Fund.of(open.debt().insurance()).stream()
                        .map(fund -> view(open, fund))
                        .toList(),
                open.fine(),
                open.total(),
                open.charges().parts().stream().map(PartView::of).toList());
    }

    private static FundView view(OpenDebt open, Fund fund) {
        return new FundView(
                fund,
                of(open, Item.COLLECTION_COST, fund),
                of(open, Item.PREMIUM, fund),
                of(open, Item.LATE_CHARGE, fund),
                of(open, Item.SURCHARGE, fund),
                of(open, Item.BENEFIT_RECOVERY, fund));
    }

    private static Won of(OpenDebt open, Item item, Fund fund) {
        return open.of(item).getOrDefault(fund, Won.ZERO);
    }
}
