package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.premium.calculation.PaymentMethod;
import kr.gosan.premium.calculation.PaymentPlan;
import kr.gosan.premium.calculation.ReturnCalculation;
import kr.gosan.premium.calculation.Settlement;

/**
 * Data of the event {@code kr.gosan.premium.return-filed.v1}: what payment-service issues slips and books postings from.
 * No personal data. Published in {@code docs/events}.
 */
public record ReturnFiled(
        UUID returnId,
        String receiptNo,
        WorkplaceNumber managementNo,
        int insuranceYear,
        LocalDate filedOn,
        List<InsuranceFiled> insurances) {

    public static final String TYPE = "kr.gosan.premium.return-filed.v1";

    /**
     * One insurance; {@code excess} of all lines = {@code offset} + {@code refund}.
     *
     * @param levies of industrial-accident insurance; missing where there is no premium to divide
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InsuranceFiled(
            Insurance insurance,
            PaymentMethod paymentMethod,
            LocalDate statutoryDueDate,
            List<FundFiled> lines,
            List<CalculationView.PeriodView> periods,
            Won offset,
            Won refund,
            LeviesView levies) {

        static InsuranceFiled of(PaymentPlan plan, ReturnCalculation calculation) {
            return new InsuranceFiled(
                    plan.insurance(),
                    plan.method(),
                    plan.periods().getFirst().statutoryDueDate(),
                    plan.funds().stream().map(FundFiled::of).toList(),
                    plan.periods().stream().map(CalculationView.PeriodView::of).toList(),
                    plan.offset(),
                    plan.refund(),
                    plan.insurance() == Insurance.IA ? LeviesView.of(calculation) : null);
        }
    }

    /** A fund's row of the return. */
    public record FundFiled(
            Fund fund, Won confirmed, Won reported, Won paid, Won additional, Won excess, Won estimated) {

        static FundFiled of(PaymentPlan.FundResult fund) {
            Settlement settlement = fund.settlement();
            return new FundFiled(
                    settlement.fund(),
                    settlement.confirmed(),
                    settlement.reported(),
                    settlement.paid(),
                    settlement.additional(),
                    settlement.excess(),
                    fund.estimate());
        }
    }

    static ReturnFiled of(PremiumReturn filed, String receiptNo, LocalDate filedOn, ReturnCalculation calculation) {
        return new ReturnFiled(
                filed.id(),
                receiptNo,
                filed.managementNo(),
                filed.content().insuranceYear(),
                filedOn,
                calculation.plans().values().stream()
                        .map(plan -> InsuranceFiled.of(plan, calculation))
                        .toList());
    }
}
