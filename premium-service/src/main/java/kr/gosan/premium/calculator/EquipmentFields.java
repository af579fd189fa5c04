package kr.gosan.premium.calculator;

import java.util.List;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.remuneration.EquipmentService;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The question for the standard remuneration of equipment operators in a year.
 *
 * @param operators at least one, each within the year
 */
@Schema(
        name = "EquipmentCalculation",
        requiredProperties = {"insuranceYear", "operators"})
public record EquipmentFields(Integer insuranceYear, List<RemunerationFields.Operators> operators)
        implements RequestBody {

    @Override
    public void check(FieldErrors errors) {
        RemunerationFields.year("/insuranceYear", insuranceYear, errors);
        errors.required("/operators", operators == null || operators.isEmpty() ? null : operators);
        RemunerationFields.each("/operators", operators, RemunerationFields.MOST_SERVICES, errors, (at, it) -> {
            it.check(at, errors);
            if (insuranceYear != null
                    && it.from() != null
                    && it.to() != null
                    && !new EquipmentService(it.from(), it.to(), 1).isWithin(insuranceYear)) {
                errors.add(at, "not-a-period-of-the-year", String.valueOf(insuranceYear));
            }
        });
    }

    List<EquipmentService> services() {
        return operators.stream().map(RemunerationFields.Operators::service).toList();
    }
}
