package kr.gosan.premium.calculator;

import java.util.List;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.remuneration.WorksRemuneration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The question for the remuneration of construction works by labour ratio: of works to come, or of works done.
 *
 * @param planned exactly one of {@code planned} and {@code done}
 * @param months over how many months the base is divided evenly; 12 when missing
 */
@Schema(
        name = "WorksCalculation",
        requiredProperties = {"insuranceYear"})
public record WorksFields(Integer insuranceYear, Planned planned, Done done, Integer months) implements RequestBody {

    private static final int YEAR = 12;

    /** @param totalCost 총공사금액 */
    @Schema(
            name = "PlannedWorks",
            requiredProperties = {"totalCost", "contractSum"})
    public record Planned(Won totalCost, Won contractSum) {}

    /** @param subcontracts those approved as employers are marked and do not count */
    @Schema(
            name = "WorksDone",
            requiredProperties = {"directPayroll", "subcontracts"})
    public record Done(Won directPayroll, List<Subcontract> subcontracts) {}

    @Schema(
            name = "SubcontractOfWorks",
            requiredProperties = {"amount"})
    public record Subcontract(String name, Won amount, Boolean approved) {}

    @Override
    public void check(FieldErrors errors) {
        RemunerationFields.year("/insuranceYear", insuranceYear, errors);
        if ((planned == null) == (done == null)) {
            errors.add("", "planned-or-done");
        }
        if (planned != null) {
            errors.required("/planned/totalCost", planned.totalCost());
            errors.required("/planned/contractSum", planned.contractSum());
        }
        if (done != null) {
            errors.required("/done/directPayroll", done.directPayroll());
            errors.required("/done/subcontracts", done.subcontracts());
            RemunerationFields.each(
                    "/done/subcontracts",
                    done.subcontracts(),
                    RemunerationFields.MOST_SUBCONTRACTS,
                    errors,
                    (at, it) -> {
                        errors.text(at + "/name", it.name(), 100);
                        errors.required(at + "/amount", it.amount());
                    });
        }
        if (months != null && (months < 1 || months > YEAR)) {
            errors.add("/months", "month-expected");
        }
    }

    int monthsOrYear() {
        return months == null ? YEAR : months;
    }

    WorksRemuneration.Planned works() {
        return new WorksRemuneration.Planned(planned.totalCost(), planned.contractSum());
    }

    WorksRemuneration.Done worksDone() {
        return new WorksRemuneration.Done(
                done.directPayroll(),
                Won.sum(done.subcontracts().stream()
                        .filter(it -> !Boolean.TRUE.equals(it.approved()))
                        .map(Subcontract::amount)
                        .toList()));
    }
}
