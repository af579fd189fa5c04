package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.premium.amendment.rules.Figures;
import kr.gosan.premium.calculation.Assessment;
import kr.gosan.premium.calculation.ReturnCalculation;
import kr.gosan.premium.calculation.ReturnContent;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.filing.ClosedYears;
import kr.gosan.premium.filing.LeviesView;
import kr.gosan.premium.filing.ReturnRequest;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.workplace.WorkplaceTerms;

/** Computes a corrected return with the law of its years, as if it had been filed so on the day it was filed. */
@Singleton
class Recalculate {

    /** Which of the two premiums is stated anew; the other stays as it is in force. */
    enum Scope {
        CONFIRMED("confirmed"),
        ESTIMATED("estimated"),
        BOTH("confirmed", "estimated");

        private final Set<String> sections;

        Scope(String... sections) {
            this.sections = Set.of(sections);
        }

        static Scope of(Correction.Sections stated) {
            if (stated.estimated() == null) {
                return CONFIRMED;
            }
            return stated.confirmed() == null ? ESTIMATED : BOTH;
        }

        private boolean concerns(Violation violation) {
            return violation.pointer().equals("/insuranceYear")
                    || sections.stream().anyMatch(it -> violation.pointer().startsWith("/" + it));
        }

        private boolean concerns(TraceLine line) {
            return sections.stream().anyMatch(it -> line.step().contains("." + it));
        }
    }

    private final WorkplaceTerms terms;
    private final PremiumLaw law;

    Recalculate(WorkplaceTerms terms, PremiumLaw law) {
        this.terms = terms;
        this.law = law;
    }

    sealed interface Result {

        /** @param levies null where no industrial-accident premium was computed anew */
        record Known(Figures figures, LeviesView levies, List<AppliedParameter> law, List<TraceLine> trace)
                implements Result {}

        record NotAcceptable(List<Violation> violations) implements Result {}
    }

    /** That the premium of the return's year has lapsed (보험료징수법 §41); empty while it can still be collected. */
    Optional<Violation> lapsed(int insuranceYear, KnownWorkplace known, LocalDate today) {
        return ClosedYears.against(insuranceYear, terms.of(known), today, law);
    }

    /** @param before the figures in force, which stay where the scope does not reach */
    Result of(ReturnRequest content, KnownWorkplace known, LocalDate filedOn, Scope scope, Figures before) {
        ReturnContent stated = content.content();
        // What leaves the estimate as it is has no need of the rates of its year.
        Assessment assessment = Assessment.of(
                scope == Scope.CONFIRMED ? stated.withoutEstimated() : stated, terms.of(known), filedOn, law);
        List<Violation> violations =
                assessment.violations().stream().filter(scope::concerns).toList();
        if (!violations.isEmpty()) {
            return new Result.NotAcceptable(violations);
        }
        Assessment.Result result = assessment.result().orElseThrow();
        Figures figures = figures(result.calculation());
        return new Result.Known(
                switch (scope) {
                    case CONFIRMED -> figures.withEstimatesOf(before);
                    case ESTIMATED -> before.withEstimatesOf(figures);
                    case BOTH -> figures;
                },
                levies(result.calculation(), scope),
                result.law().parameters(),
                result.calculation().trace().stream().filter(scope::concerns).toList());
    }

    private static LeviesView levies(ReturnCalculation calculation, Scope scope) {
        return LeviesView.of(
                scope == Scope.ESTIMATED ? Optional.empty() : calculation.confirmed(),
                scope == Scope.CONFIRMED ? Optional.empty() : calculation.estimated());
    }

    private static Figures figures(ReturnCalculation calculation) {
        Map<Fund, Figures.FundFigures> funds = new EnumMap<>(Fund.class);
        calculation.plans().values().stream()
                .flatMap(plan -> plan.funds().stream())
                .forEach(fund -> funds.put(
                        fund.settlement().fund(),
                        new Figures.FundFigures(fund.settlement().confirmed(), fund.estimate())));
        return new Figures(funds);
    }
}
