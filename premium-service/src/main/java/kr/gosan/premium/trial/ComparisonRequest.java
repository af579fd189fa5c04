package kr.gosan.premium.trial;

import java.util.List;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Calculations to be compared, each a whole one; the others are compared with the first.
 *
 * @param inputs two to four
 */
@Schema(requiredProperties = "inputs")
public record ComparisonRequest(List<CalculationRequest> inputs) implements RequestBody {

    static final int LEAST = 2;
    static final int MOST = 4;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/inputs", inputs);
        if (inputs == null) {
            return;
        }
        if (inputs.size() < LEAST || inputs.size() > MOST) {
            errors.add("/inputs", "inputs-out-of-range", LEAST, MOST);
            return;
        }
        for (int i = 0; i < inputs.size(); i++) {
            String pointer = "/inputs/" + i;
            errors.required(pointer, inputs.get(i));
            if (inputs.get(i) != null) {
                FieldErrors own = new FieldErrors();
                inputs.get(i).check(own);
                own.all()
                        .forEach(error -> errors.add(
                                pointer + error.pointer(),
                                error.code(),
                                error.args().toArray()));
            }
        }
    }
}
