package kr.gosan.premium.calculation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.ReturnTerm;

/** The bases the estimate is really made on, after the 70–130 % rule. */
public record EstimateBases(
        CarryOver accident,
        CarryOver unemployment,
        CarryOver stability,
        Optional<Remuneration> confirmed,
        Remuneration expected) {

    static EstimateBases of(Optional<Remuneration> confirmed, Remuneration expected, ReturnLaw law) {
        return new EstimateBases(
                test("ia.estimated", Remuneration::accident, confirmed, expected, law),
                test("ei.estimated.unemployment", Remuneration::unemployment, confirmed, expected, law),
                test("ei.estimated.stability", Remuneration::stability, confirmed, expected, law),
                confirmed,
                expected);
    }

    private static CarryOver test(
            String subject,
            Function<Remuneration, Won> base,
            Optional<Remuneration> confirmed,
            Remuneration expected,
            ReturnLaw law) {
        return new CarryOver(
                subject,
                confirmed.map(base),
                base.apply(expected),
                law.the(ReturnTerm.CARRY_OVER_LOWER_BOUND),
                law.the(ReturnTerm.CARRY_OVER_UPPER_BOUND));
    }

    /** The base of a row: the confirmed one where it is carried over, otherwise the expected one. */
    public Won of(ReturnRow row) {
        return test(row).carriedOver() ? confirmed.orElseThrow().of(row) : expected.of(row);
    }

    /** Whether any test fell below the lower bound, so that the return must say why. */
    public boolean needReason() {
        return List.of(accident, unemployment, stability).stream()
                .anyMatch(test -> test.outcome() == CarryOver.Outcome.BELOW);
    }

    List<TraceLine> trace(Insurance insurance) {
        List<CarryOver> tests = switch (insurance) {
            case IA -> List.of(accident);
            case EI -> List.of(unemployment, stability);
        };
        return tests.stream().map(CarryOver::trace).toList();
    }

    private CarryOver test(ReturnRow row) {
        return switch (row) {
            case GENERAL, EQUIPMENT, OVERSEAS -> accident;
            case UNEMPLOYMENT -> unemployment;
            case STABILITY -> stability;
        };
    }
}
