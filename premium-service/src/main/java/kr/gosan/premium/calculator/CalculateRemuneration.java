package kr.gosan.premium.calculator;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.remuneration.Circumstances;
import kr.gosan.premium.remuneration.ExpectedPremium;
import kr.gosan.premium.remuneration.StatementRemuneration;
import kr.gosan.premium.remuneration.Warning;
import kr.gosan.premium.remuneration.Warnings;
import kr.gosan.premium.remuneration.YearlyAccounts;

/** Works out the bases of a year from its accounts, what is often wrong with such accounts, and the premium they give. */
@Singleton
public class CalculateRemuneration {

    private final PremiumLaw law;

    public CalculateRemuneration(PremiumLaw law) {
        this.law = law;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** @param premiums of the workplaces that were named */
        record Calculated(
                YearlyAccounts accounts,
                StatementRemuneration remuneration,
                List<Warning> warnings,
                List<String> unanswered,
                Map<WorkplaceKind, ExpectedPremium> premiums)
                implements Outcome {

            StatementRemuneration.Bases bases(WorkplaceKind kind) {
                return kind == WorkplaceKind.CONSTRUCTION_HQ ? remuneration.headOffice() : remuneration.collective();
            }
        }

        /** The accounts contradict themselves, or the law is not known; every violation at once. */
        record NotComputable(List<Violation> violations) implements Outcome {}
    }

    /**
     * @param workplaces by kind, head office or collective: whose premium is asked for
     * @param pointers by kind, which field of the request named the workplace
     */
    public Outcome of(
            RemunerationFields fields, Map<WorkplaceKind, Workplace> workplaces, Map<WorkplaceKind, String> pointers) {
        YearlyAccounts accounts = fields.yearlyAccounts();
        List<Violation> violations = new ArrayList<>();
        workplaces.forEach((kind, workplace) -> {
            if (!workplace.existsIn(accounts.insuranceYear())) {
                violations.add(new Violation(
                        pointers.get(kind),
                        "workplace-not-in-year",
                        List.of(String.valueOf(accounts.insuranceYear()))));
            }
        });
        return switch (StatementRemuneration.of(accounts, law.book())) {
            case StatementRemuneration.Answer.Refused it -> {
                violations.addAll(it.violations());
                yield new Outcome.NotComputable(violations.stream().distinct().toList());
            }
            case StatementRemuneration.Answer.Known it -> {
                // Many accounts can add up to more than a return may state.
                if (Stream.of(it.remuneration().headOffice(), it.remuneration().collective())
                        .anyMatch(CalculateRemuneration::isTooLarge)) {
                    violations.add(new Violation("/accounts", "base-too-large", List.of(Won.MAX_INPUT)));
                }
                yield violations.isEmpty()
                        ? calculated(fields, accounts, it.remuneration(), workplaces)
                        : new Outcome.NotComputable(violations);
            }
        };
    }

    private static boolean isTooLarge(StatementRemuneration.Bases bases) {
        return Stream.of(bases.general(), bases.equipment(), bases.overseas(), bases.stability())
                .anyMatch(base -> base.compareTo(Won.MAX_INPUT) > 0);
    }

    private Outcome calculated(
            RemunerationFields fields,
            YearlyAccounts accounts,
            StatementRemuneration remuneration,
            Map<WorkplaceKind, Workplace> workplaces) {
        Circumstances circumstances = fields.known();
        Map<WorkplaceKind, ExpectedPremium> premiums = new EnumMap<>(WorkplaceKind.class);
        Outcome.Calculated result = new Outcome.Calculated(
                accounts,
                remuneration,
                Warnings.of(accounts, circumstances, remuneration),
                circumstances.unanswered(),
                premiums);
        workplaces.forEach((kind, workplace) ->
                premiums.put(kind, ExpectedPremium.of(remuneration, result.bases(kind), workplace, law)));
        return result;
    }
}
