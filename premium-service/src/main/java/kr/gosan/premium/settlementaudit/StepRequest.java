package kr.gosan.premium.settlementaudit;

import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.settlementaudit.rules.AuditState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step in an audit; a result has a request of its own.
 *
 * @param note why, what is demanded, or what came in; at most 1000 characters, and the employer reads it
 */
@Schema(requiredProperties = {"step", "note"})
public record StepRequest(AuditState.Step step, String note) implements RequestBody {

    static final int NOTE = 1000;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/step", step);
        errors.required("/note", note);
        errors.text("/note", note, NOTE);
        if (step == AuditState.Step.RESULT) {
            errors.add("/step", "result-stated-apart");
        }
    }
}
