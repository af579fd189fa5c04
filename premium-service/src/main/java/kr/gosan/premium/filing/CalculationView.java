package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.calculation.Assessment;
import kr.gosan.premium.calculation.CarryOver;
import kr.gosan.premium.calculation.EstimateBases;
import kr.gosan.premium.calculation.FundShare;
import kr.gosan.premium.calculation.MonthlyBases;
import kr.gosan.premium.calculation.PaymentMethod;
import kr.gosan.premium.calculation.PaymentPeriod;
import kr.gosan.premium.calculation.PaymentPlan;
import kr.gosan.premium.calculation.ReturnCalculation;
import kr.gosan.premium.calculation.Settlement;
import kr.gosan.premium.calculation.YearPremium;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.Schedule;
import kr.gosan.premium.law.Workplace;

/**
 * All figures of a return as JSON carries them: the columns of form 23 and of the payment slips. Money in won, rates in
 * per mille.
 *
 * @param workplace what of the workplace the figures rest on
 * @param dueDate the statutory due date as the business calendar extends it
 * @param monthlyBases section 나 with its totals and means; missing when none was stated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalculationView(
        int insuranceYear,
        WorkplaceView workplace,
        LocalDate filedOn,
        LocalDate statutoryDueDate,
        LocalDate dueDate,
        boolean filedInTime,
        List<InsuranceView> insurances,
        MonthlyTableView monthlyBases) {

    /** What of the workplace is known beyond the first four is there; a return stored earlier has the first four only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WorkplaceView(
            WorkplaceKind kind,
            EmployeeScale employeeScale,
            EmployerKind employerKind,
            LocalDate establishedOn,
            LocalDate worksEndOn,
            LocalDate extinctOn,
            Boolean mandated) {

        static WorkplaceView of(Workplace workplace) {
            return new WorkplaceView(
                    workplace.kind(),
                    workplace.employeeScale(),
                    workplace.employerKind(),
                    workplace.establishedOn(),
                    workplace.worksEndOn().orElse(null),
                    workplace.extinctOn().orElse(null),
                    workplace.mandated() ? true : null);
        }
    }

    /**
     * @param confirmed missing when the workplace did not exist in the confirmed year, or has no confirmed premium
     * @param estimateBases missing, like {@code estimated}, when the relation ended
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InsuranceView(
            Insurance insurance,
            PaymentMethod paymentMethod,
            YearView confirmed,
            List<SettlementView> settlement,
            List<BaseView> estimateBases,
            YearView estimated,
            List<PeriodView> periods,
            Won excess,
            Won offset,
            Won refund,
            Won payable) {}

    public record YearView(List<LineView> lines, Won total) {}

    public record LineView(
            ReturnRow row, LocalDate from, LocalDate to, Won remuneration, Rate ratePerMille, Won premium) {}

    public record SettlementView(
            Fund fund, Won confirmed, Won reported, Won paid, Won additional, Won excess, Won arrears) {

        static SettlementView of(Settlement settlement) {
            return new SettlementView(
                    settlement.fund(),
                    settlement.confirmed(),
                    settlement.reported(),
                    settlement.paid(),
                    settlement.additional(),
                    settlement.excess(),
                    settlement.arrears());
        }
    }

    /** The 70–130 % rule: what was expected, what was confirmed, and the base the estimate is made on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BaseView(List<ReturnRow> rows, Won confirmed, Won expected, CarryOver.Outcome outcome, Won base) {

        static BaseView of(CarryOver rule, ReturnRow... rows) {
            return new BaseView(
                    List.of(rows), rule.confirmed().orElse(null), rule.expected(), rule.outcome(), rule.base());
        }
    }

    /** A payment slip's figures: payable = confirmedAdditional + estimate − lumpSumDiscount − eFilingReduction. */
    public record PeriodView(
            int period,
            LocalDate statutoryDueDate,
            Won confirmedAdditional,
            Won estimate,
            Won lumpSumDiscount,
            Won eFilingReduction,
            Won payable,
            List<FundView> funds) {

        static PeriodView of(PaymentPeriod period) {
            return new PeriodView(
                    period.period(),
                    period.statutoryDueDate(),
                    period.confirmedAdditional(),
                    period.estimate(),
                    period.lumpSumDiscount(),
                    period.eFilingReduction(),
                    period.payable(),
                    period.funds().stream().map(FundView::of).toList());
        }
    }

    public record FundView(
            Fund fund, Won confirmedAdditional, Won estimate, Won lumpSumDiscount, Won payableBeforeReduction) {

        static FundView of(FundShare share) {
            return new FundView(
                    share.fund(),
                    share.confirmedAdditional(),
                    share.estimate(),
                    share.lumpSumDiscount(),
                    share.payableBeforeReduction());
        }
    }

    public static CalculationView of(Assessment.Result result, Workplace workplace, LocalDate filedOn) {
        Schedule schedule = result.law().schedule();
        ReturnCalculation calculation = result.calculation();
        return new CalculationView(
                result.law().insuranceYear(),
                WorkplaceView.of(workplace),
                filedOn,
                schedule.statutoryDueDate(),
                schedule.dueDate(),
                schedule.inTime(filedOn),
                calculation.plans().values().stream()
                        .map(plan -> insurance(calculation, plan))
                        .toList(),
                null);
    }

    CalculationView with(MonthlyBases table) {
        return new CalculationView(
                insuranceYear,
                workplace,
                filedOn,
                statutoryDueDate,
                dueDate,
                filedInTime,
                insurances,
                MonthlyTableView.of(table));
    }

    private static InsuranceView insurance(ReturnCalculation calculation, PaymentPlan plan) {
        return new InsuranceView(
                plan.insurance(),
                plan.method(),
                calculation
                        .confirmed()
                        .map(premium -> year(premium, plan.insurance()))
                        .orElse(null),
                plan.funds().stream()
                        .map(fund -> SettlementView.of(fund.settlement()))
                        .toList(),
                calculation
                        .estimateBases()
                        .map(bases -> bases(bases, plan.insurance()))
                        .orElse(null),
                calculation
                        .estimated()
                        .map(premium -> year(premium, plan.insurance()))
                        .orElse(null),
                plan.periods().stream().map(PeriodView::of).toList(),
                plan.excess(),
                plan.offset(),
                plan.refund(),
                plan.payable());
    }

    private static YearView year(YearPremium premium, Insurance insurance) {
        return new YearView(
                premium.lines().stream()
                        .filter(line -> line.row().fund().insurance() == insurance)
                        .map(line -> new LineView(
                                line.row(),
                                line.period().from(),
                                line.period().to(),
                                line.base(),
                                line.period().rate().total(),
                                line.amount()))
                        .toList(),
                premium.of(insurance));
    }

    private static List<BaseView> bases(EstimateBases bases, Insurance insurance) {
        return switch (insurance) {
            case IA -> List.of(BaseView.of(bases.accident(), accidentRows(bases)));
            case EI ->
                List.of(
                        BaseView.of(bases.unemployment(), ReturnRow.UNEMPLOYMENT),
                        BaseView.of(bases.stability(), ReturnRow.STABILITY));
        };
    }

    /** Workers sent abroad are the exception: their row is named where there are any. */
    private static ReturnRow[] accidentRows(EstimateBases bases) {
        boolean abroad = bases.expected().overseas().isPositive()
                || bases.confirmed().map(base -> base.overseas().isPositive()).orElse(false);
        return abroad
                ? new ReturnRow[] {ReturnRow.GENERAL, ReturnRow.EQUIPMENT, ReturnRow.OVERSEAS}
                : new ReturnRow[] {ReturnRow.GENERAL, ReturnRow.EQUIPMENT};
    }
}
