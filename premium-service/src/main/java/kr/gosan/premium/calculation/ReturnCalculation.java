package kr.gosan.premium.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.YearRates;

/**
 * A premium return computed: confirmed premium, settlement with last year's estimate, the new estimate, and what is to be
 * paid. Pure arithmetic over figures of at most 15 digits and law already looked up; it does not fail.
 *
 * @param confirmed empty when there is no confirmed year
 * @param estimateBases empty when there is nothing to estimate
 * @param estimated empty when there is nothing to estimate
 */
public record ReturnCalculation(
        Optional<YearPremium> confirmed,
        Optional<EstimateBases> estimateBases,
        Optional<YearPremium> estimated,
        Map<Insurance, PaymentPlan> plans) {

    public static ReturnCalculation of(ReturnContent content, ReturnLaw law, LocalDate filedOn) {
        Optional<YearPremium> confirmed =
                content.confirmed().flatMap(base -> law.confirmed().map(rates -> confirmed(base, rates)));
        Optional<EstimateBases> bases = content.estimated()
                .filter(expected -> law.estimated().isPresent())
                .map(expected -> EstimateBases.of(
                        content.confirmed().filter(base -> law.confirmed().isPresent()), expected, law));
        Optional<YearPremium> estimated = bases.flatMap(each -> law.estimated()
                .map(rates -> YearPremium.of(YearPremium.Stage.ESTIMATED, rates, each::of, each.expected()::parts)));
        Map<Insurance, PaymentPlan> plans = new EnumMap<>(Insurance.class);
        for (Insurance insurance : Insurance.values()) {
            List<PaymentPlan.FundResult> funds = new ArrayList<>();
            for (Fund fund : Fund.of(insurance)) {
                ReturnContent.PreviousEstimate previous = content.previous(fund);
                Won premium = confirmed.map(year -> year.of(fund)).orElse(Won.ZERO);
                funds.add(new PaymentPlan.FundResult(
                        new Settlement(fund, premium, previous.reported(), previous.paid()),
                        estimated.map(year -> year.of(fund)).orElse(Won.ZERO)));
            }
            plans.put(insurance, PaymentPlan.of(insurance, content.payment().get(insurance), filedOn, funds, law));
        }
        return new ReturnCalculation(confirmed, bases, estimated, plans);
    }

    private static YearPremium confirmed(Remuneration base, YearRates rates) {
        return YearPremium.of(YearPremium.Stage.CONFIRMED, rates, base::of, base::parts);
    }

    public PaymentPlan plan(Insurance insurance) {
        return plans.get(insurance);
    }

    public boolean isPayable() {
        return plans.values().stream().anyMatch(plan -> plan.payable().isPositive());
    }

    public boolean refunds() {
        return plans.values().stream().anyMatch(plan -> plan.refund().isPositive());
    }

    /** Every step in the order an accountant follows it, first industrial-accident, then employment insurance. */
    public List<TraceLine> trace() {
        List<TraceLine> trace = new ArrayList<>();
        for (Insurance insurance : Insurance.values()) {
            confirmed.ifPresent(year -> {
                trace.addAll(year.trace(insurance));
                plan(insurance)
                        .funds()
                        .forEach(fund -> trace.addAll(fund.settlement().trace()));
            });
            estimateBases.ifPresent(bases -> trace.addAll(bases.trace(insurance)));
            estimated.ifPresent(year -> trace.addAll(year.trace(insurance)));
            trace.addAll(plan(insurance).trace());
        }
        return List.copyOf(trace);
    }
}
