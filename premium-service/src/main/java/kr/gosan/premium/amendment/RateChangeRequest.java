package kr.gosan.premium.amendment;

import java.time.LocalDate;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which rate changed when (보험료징수법 §18①).
 *
 * @param parameterId the law series, such as {@code employment.unemployment.rate}
 * @param changedOn the day its new value applies from: estimates of that year are looked at again
 */
@Schema(requiredProperties = {"parameterId", "changedOn"})
public record RateChangeRequest(String parameterId, LocalDate changedOn) implements RequestBody {

    @Override
    public void check(FieldErrors errors) {
        errors.required("/parameterId", parameterId);
        errors.text("/parameterId", parameterId, 100);
        errors.required("/changedOn", changedOn);
    }
}
