package kr.gosan.payment.correction.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.FundSettlement;
import kr.gosan.payment.debt.PaymentPeriod;

/**
 * What about an adjustment contradicts itself, its return or the adjustments before it. Money is demanded and given back on
 * it, so one fault refuses the whole.
 */
public final class AdjustmentFaults {

    private final List<String> faults = new ArrayList<>();

    private AdjustmentFaults() {}

    /**
     * @param filed the return it corrects
     * @param earlier the adjustments of that return until now, in their order
     * @return empty when it may take effect
     */
    public static List<String> of(Adjustment it, FiledReturn filed, List<Adjustment> earlier) {
        AdjustmentFaults found = new AdjustmentFaults();
        if (!it.managementNo().equals(filed.managementNo())
                || !it.insuranceYear().equals(filed.insuranceYear())) {
            found.faults.add("the return is of another workplace or year");
        }
        if (earlier.stream().anyMatch(before -> before.correctionNo() >= it.correctionNo())) {
            found.faults.add("a correction with this number or a later one is in force already");
        }
        if (it.insurances().isEmpty()
                || it.insurances().stream()
                                .map(Adjustment.Part::insurance)
                                .distinct()
                                .count()
                        != it.insurances().size()) {
            found.faults.add("no insurance, or one listed twice");
        }
        it.insurances().forEach(part -> found.check(part, filed, earlier));
        return List.copyOf(found.faults);
    }

    private void check(Adjustment.Part part, FiledReturn filed, List<Adjustment> earlier) {
        Insurance insurance = part.insurance();
        Optional<FiledInsurance> known = filed.insurances().stream()
                .filter(each -> each.insurance() == insurance)
                .findFirst();
        if (!part.lines().stream().map(Adjustment.Line::fund).toList().equals(Fund.of(insurance))) {
            faults.add(insurance + ": the funds are not " + Fund.of(insurance));
        } else if (amounts(part).anyMatch(amount -> amount.isNegative() || amount.compareTo(Won.MAX_INPUT) > 0)) {
            faults.add(insurance + ": an amount is negative or too large");
        } else if (known.isEmpty()) {
            faults.add(insurance + ": the return does not have it");
        } else {
            part.lines().forEach(line -> check(part, line, known.get().line(line.fund()), earlier));
            part.periods().forEach(period -> check(insurance, period, known.get()));
        }
    }

    private void check(Adjustment.Part part, Adjustment.Line line, FundSettlement filed, List<Adjustment> earlier) {
        Optional<Adjustment.Line> last = earlier.reversed().stream()
                .flatMap(it -> it.insurances().stream())
                .filter(it -> it.insurance() == part.insurance())
                .map(it -> it.line(line.fund()))
                .findFirst();
        expect(
                line.fund() + ": confirmed before",
                last.map(Adjustment.Line::confirmedAfter).orElse(filed.confirmed()),
                line.confirmedBefore());
        expect(
                line.fund() + ": estimated before",
                last.map(Adjustment.Line::estimatedAfter).orElse(filed.estimated()),
                line.estimatedBefore());
        Won change = part.smallAmount() ? Won.ZERO : line.confirmedChange().plus(line.estimatedChange());
        expect(
                line.fund() + ": additional less overpaid",
                change,
                line.additionalDue().minus(line.overpaid()));
        if (part.smallAmount() && line.surcharge().isPositive()) {
            faults.add(line.fund() + ": a surcharge on what is too small to collect");
        }
    }

    private void check(Insurance insurance, Adjustment.Instalment instalment, FiledInsurance filed) {
        if (instalment.period() == PaymentPeriod.LUMP_SUM
                || filed.periods().stream().noneMatch(period -> period.period().equals(instalment.period()))) {
            faults.add(insurance + ": the return has no instalment " + instalment.period());
        }
    }

    private void expect(String what, Won known, Won stated) {
        if (!known.equals(stated)) {
            faults.add(what + " is stated as " + stated + ", not " + known);
        }
    }

    private static Stream<Won> amounts(Adjustment.Part part) {
        return Stream.concat(
                part.lines().stream()
                        .flatMap(line -> Stream.of(
                                line.confirmedBefore(),
                                line.confirmedAfter(),
                                line.estimatedBefore(),
                                line.estimatedAfter(),
                                line.additionalDue(),
                                line.overpaid(),
                                line.surcharge())),
                part.periods().stream().flatMap(period -> Stream.of(period.before(), period.after())));
    }
}
