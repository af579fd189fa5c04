package kr.gosan.premium.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.RatePeriod;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.ReturnTerm;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.law.YearRates;

/**
 * A return held against the law: everything that is wrong with it at once, and its calculation wherever the law is known.
 * It may be filed when {@code violations} is empty.
 *
 * @param result empty when the law does not know the year or the workplace did not exist
 */
public record Assessment(Optional<Result> result, List<Violation> violations) {

    /** The figures and the law they were made with. */
    public record Result(ReturnLaw law, ReturnCalculation calculation) {}

    private static final Map<Fund, String> PREVIOUS = new EnumMap<>(Map.of(
            Fund.INDUSTRIAL_ACCIDENT, "/previousEstimate/industrialAccident",
            Fund.UNEMPLOYMENT, "/previousEstimate/unemployment",
            Fund.STABILITY, "/previousEstimate/stability"));

    private static final Map<Insurance, String> PAYMENT =
            new EnumMap<>(Map.of(Insurance.IA, "/payment/industrialAccident", Insurance.EI, "/payment/employment"));

    public Assessment {
        violations = List.copyOf(violations);
    }

    public static Assessment of(ReturnContent content, Workplace workplace, LocalDate filedOn, PremiumLaw law) {
        List<Violation> violations = new ArrayList<>();
        int establishedIn = workplace.establishedOn().getYear();
        if (filedOn.getYear() <= content.insuranceYear()) {
            violations.add(Violation.of("/insuranceYear", "insurance-year-not-over"));
        }
        if (establishedIn > content.insuranceYear() + 1
                || workplace.establishedOn().isAfter(filedOn)) {
            violations.add(Violation.of("/insuranceYear", "workplace-not-established", workplace.establishedOn()));
            return new Assessment(Optional.empty(), violations);
        }
        presence(content, establishedIn <= content.insuranceYear(), violations);
        previous(content, violations);
        content.refundAccountHolder()
                .filter(holder -> holder != workplace.employerKind())
                .ifPresent(holder ->
                        violations.add(Violation.of("/refundAccount/holderKind", "refund-account-not-the-employers")));
        return switch (law.forReturn(content.insuranceYear(), workplace)) {
            case PremiumLaw.Answer.Unknown unknown -> {
                unknown.refusals().forEach(refusal -> violations.add(unknownLaw(refusal)));
                yield new Assessment(Optional.empty(), violations);
            }
            case PremiumLaw.Answer.Known known -> {
                ReturnCalculation calculation = ReturnCalculation.of(content, known.law(), filedOn);
                against(known.law(), content, calculation, violations);
                yield new Assessment(Optional.of(new Result(known.law(), calculation)), violations);
            }
        };
    }

    /** A refund needs an account to go to; a calculation alone does not. */
    public Optional<Violation> missingRefundAccount(ReturnContent content) {
        boolean refunds = result.map(each -> each.calculation().refunds()).orElse(false);
        return refunds && content.refundAccountHolder().isEmpty()
                ? Optional.of(Violation.of("/refundAccount", "refund-account-required"))
                : Optional.empty();
    }

    private static void presence(ReturnContent content, boolean existed, List<Violation> violations) {
        check("/confirmed", existed, content.confirmed().isPresent(), violations);
        check("/previousEstimate", existed, !content.previous().isEmpty(), violations);
    }

    private static void check(String pointer, boolean wanted, boolean there, List<Violation> violations) {
        if (wanted && !there) {
            violations.add(Violation.of(pointer, "required"));
        }
        if (!wanted && there) {
            violations.add(Violation.of(pointer, "before-establishment"));
        }
    }

    private static void previous(ReturnContent content, List<Violation> violations) {
        for (Fund fund : Fund.values()) {
            ReturnContent.PreviousEstimate estimate = content.previous(fund);
            if (estimate.paid().compareTo(estimate.reported()) > 0) {
                violations.add(Violation.of(PREVIOUS.get(fund) + "/paid", "paid-exceeds-reported"));
            }
        }
    }

    private static void against(
            ReturnLaw law, ReturnContent content, ReturnCalculation calculation, List<Violation> violations) {
        if (content.confirmed().isPresent() && law.confirmed().isPresent()) {
            parts("/confirmed", content.confirmed().get(), law.confirmed().get(), violations);
        }
        parts("/estimated", content.estimated(), law.estimated(), violations);
        if (calculation.estimateBases().needReason()
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
            if (method == PaymentMethod.INSTALLMENT && !law.schedule().allowsInstalments()) {
                violations.add(Violation.of(
                        PAYMENT.get(insurance),
                        "instalments-not-open",
                        law.the(ReturnTerm.INSTALMENT_LAST_ESTABLISHMENT_DAY)
                                .monthDay()
                                .atYear(law.estimated().from().getYear())));
            }
        });
    }

    /** Only parts that fit are added up: those are few, so the sum stays in range however many were sent. */
    private static void parts(String where, Remuneration stated, YearRates rates, List<Violation> violations) {
        String pointer = where + "/employment/unemploymentPeriods";
        List<RatePeriod> periods = rates.of(ReturnRow.UNEMPLOYMENT);
        if (stated.unemploymentParts().isEmpty()) {
            return;
        }
        if (!BaseSplit.fits(stated.unemploymentParts(), periods)) {
            violations.add(Violation.of(
                    pointer,
                    "not-the-rate-periods",
                    String.join(
                            ", ",
                            periods.stream().map(p -> p.from() + "/" + p.to()).toList())));
        } else if (!BaseSplit.sum(stated.unemploymentParts()).equals(stated.unemployment())) {
            violations.add(Violation.of(pointer, "parts-do-not-add-up"));
        }
    }

    private static Violation unknownLaw(LookUp.Refused refusal) {
        return Violation.of("/insuranceYear", "law-unknown", refusal.parameterId(), refusal.date(), refusal.reason());
    }
}
