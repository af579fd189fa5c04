package kr.gosan.premium.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.calculation.Assessment;
import kr.gosan.premium.calculation.ReturnCalculation;
import kr.gosan.premium.calculation.TraceDifference;
import kr.gosan.premium.filing.CalculationView;
import kr.gosan.premium.law.Workplace;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Calculations beside each other, and where each of the later ones parts from the first.
 *
 * @param calculations in the order they were given
 * @param differences one for each calculation but the first
 */
public record Comparison(List<Calculated> calculations, List<Difference> differences) {

    /** The figures, every step of the calculation, and every legal parameter used. */
    public record Calculated(CalculationView calculation, List<TraceLine> trace, List<AppliedParameter> law) {

        static Calculated of(Assessment.Result result, Workplace workplace, LocalDate filedOn) {
            return new Calculated(
                    CalculationView.of(result, workplace, filedOn),
                    result.calculation().trace(),
                    result.law().parameters());
        }
    }

    /**
     * @param first index of the calculation compared with
     * @param second index of the one compared
     * @param payable what the second has to pay more of each insurance, negative when less
     * @param steps the steps that differ
     */
    @Schema(name = "CalculationDifference")
    public record Difference(int first, int second, List<Payable> payable, List<StepView> steps) {}

    /** @param by {@code second} less {@code first} */
    @Schema(name = "PayableDifference")
    public record Payable(Insurance insurance, Won first, Won second, Won by) {}

    /**
     * @param first formula of the first calculation; missing when it has no such step, as its result
     * @param second as {@code first}
     */
    @Schema(name = "StepDifference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StepView(String step, String first, Won firstResult, String second, Won secondResult, Won by) {

        static StepView of(TraceDifference difference) {
            return new StepView(
                    difference.step(),
                    difference.first().map(TraceLine::formula).orElse(null),
                    difference.first().map(TraceLine::result).orElse(null),
                    difference.second().map(TraceLine::formula).orElse(null),
                    difference.second().map(TraceLine::result).orElse(null),
                    difference.by());
        }
    }

    /** Of at least two inputs that were assessed without a violation. */
    static Comparison of(List<Input> inputs) {
        List<Difference> differences = new ArrayList<>();
        ReturnCalculation first = inputs.getFirst().result().calculation();
        for (int i = 1; i < inputs.size(); i++) {
            ReturnCalculation second = inputs.get(i).result().calculation();
            List<Payable> payable = new ArrayList<>();
            for (Insurance insurance : Insurance.values()) {
                Won before = payable(first, insurance);
                Won after = payable(second, insurance);
                payable.add(new Payable(insurance, before, after, after.minus(before)));
            }
            differences.add(new Difference(
                    0,
                    i,
                    List.copyOf(payable),
                    TraceDifference.between(first.trace(), second.trace()).stream()
                            .map(StepView::of)
                            .toList()));
        }
        return new Comparison(
                inputs.stream()
                        .map(each -> Calculated.of(each.result(), each.workplace(), each.filedOn()))
                        .toList(),
                List.copyOf(differences));
    }

    private static Won payable(ReturnCalculation calculation, Insurance insurance) {
        return calculation.plans().containsKey(insurance)
                ? calculation.plan(insurance).payable()
                : Won.ZERO;
    }

    /** One of the calculations. */
    record Input(Assessment.Result result, Workplace workplace, LocalDate filedOn) {}
}
