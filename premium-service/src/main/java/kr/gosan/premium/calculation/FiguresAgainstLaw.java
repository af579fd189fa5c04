package kr.gosan.premium.calculation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.law.RatePeriod;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.ReturnTerm;
import kr.gosan.premium.law.YearRates;

/** What a return may not say once the law of its year is known. */
final class FiguresAgainstLaw {

    private static final Map<Insurance, String> PAYMENT =
            new EnumMap<>(Map.of(Insurance.IA, "/payment/industrialAccident", Insurance.EI, "/payment/employment"));

    private FiguresAgainstLaw() {}

    static void check(ReturnLaw law, ReturnContent content, ReturnCalculation calculation, List<Violation> violations) {
        content.confirmed()
                .ifPresent(base -> law.confirmed().ifPresent(rates -> parts("/confirmed", base, rates, violations)));
        content.estimated()
                .ifPresent(base -> law.estimated().ifPresent(rates -> parts("/estimated", base, rates, violations)));
        fixedBase(law, content, violations);
        if (calculation.estimateBases().map(EstimateBases::needReason).orElse(false)
                && content.reductionReason().isEmpty()) {
            violations.add(Violation.of(
                    "/estimated/reductionReason",
                    "reduction-reason-required",
                    law.the(ReturnTerm.CARRY_OVER_LOWER_BOUND).rate()));
        }
        // More than any amount a payment may carry; only possible where two funds' excess adds up.
        if (calculation.plans().values().stream().anyMatch(plan -> plan.excess().compareTo(Won.MAX_INPUT) > 0)) {
            violations.add(Violation.of("/previousEstimate", "excess-too-large", Won.MAX_INPUT));
        }
        content.payment().forEach((insurance, method) -> {
            if (method == PaymentMethod.INSTALLMENT) {
                law.schedule()
                        .barred()
                        .ifPresent(bar -> violations.add(
                                switch (bar) {
                                    case ESTABLISHED_LATE ->
                                        Violation.of(
                                                PAYMENT.get(insurance),
                                                "instalments-not-open",
                                                law.the(ReturnTerm.INSTALMENT_LAST_ESTABLISHMENT_DAY)
                                                        .monthDay()
                                                        .atYear(law.insuranceYear() + 1));
                                    case SHORT_WORKS ->
                                        Violation.of(
                                                PAYMENT.get(insurance),
                                                "instalments-not-for-short-works",
                                                law.the(ReturnTerm.INSTALMENT_SHORTEST_WORKS)
                                                        .whole());
                                    case SELF_EMPLOYED ->
                                        Violation.of(PAYMENT.get(insurance), "instalments-not-for-self-employed");
                                    case NOTHING_TO_ESTIMATE ->
                                        Violation.of(PAYMENT.get(insurance), "instalments-without-estimate");
                                }));
            }
        });
    }

    /** Where the law fixes the monthly remuneration, the base is that of the months of the relation. */
    private static void fixedBase(ReturnLaw law, ReturnContent content, List<Violation> violations) {
        law.fixedMonthly()
                .ifPresent(monthly -> content.estimated().ifPresent(base -> {
                    YearRates year = law.estimated().orElseThrow();
                    int months = year.to().getMonthValue() - year.from().getMonthValue() + 1;
                    Won right = monthly.won().times(months);
                    if (!base.stability().equals(right)) {
                        violations.add(Violation.of(
                                RowPointer.of("/estimated", ReturnRow.STABILITY),
                                "base-fixed-by-law",
                                right,
                                monthly.won()));
                    }
                }));
    }

    private static void parts(String section, Remuneration stated, YearRates rates, List<Violation> violations) {
        stated.parts()
                .forEach((row, parts) ->
                        parts(RowPointer.ofParts(section, row), parts, stated.of(row), rates.of(row), violations));
    }

    /** Only parts that fit are added up: those are few, so the sum stays in range however many were sent. */
    private static void parts(
            String pointer,
            List<Remuneration.Part> parts,
            Won base,
            List<RatePeriod> periods,
            List<Violation> violations) {
        if (!BaseSplit.fits(parts, periods)) {
            violations.add(Violation.of(
                    pointer,
                    "not-the-rate-periods",
                    String.join(
                            ", ",
                            periods.stream().map(p -> p.from() + "/" + p.to()).toList())));
        } else if (!BaseSplit.sum(parts).equals(base)) {
            violations.add(Violation.of(pointer, "parts-do-not-add-up"));
        }
    }
}
