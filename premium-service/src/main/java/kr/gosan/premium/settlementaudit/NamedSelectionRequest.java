package kr.gosan.premium.settlementaudit;

import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Workplaces that are audited without figures from outside ("그 밖에 보수총액이 불명확하거나 조사 및 정산이 필요하다고 인정되는
 * 사업장").
 *
 * @param reason why these, at most 500 characters: kept with the selection, and the employer reads it
 */
@Schema(requiredProperties = {"insuranceYear", "managementNo", "reason"})
public record NamedSelectionRequest(Integer insuranceYear, WorkplaceNumber managementNo, String reason)
        implements RequestBody {

    @Override
    public void check(FieldErrors errors) {
        errors.required("/insuranceYear", insuranceYear);
        if (insuranceYear != null && (insuranceYear < 1 || insuranceYear > 9998)) {
            errors.add("/insuranceYear", "year-expected");
        }
        errors.required("/managementNo", managementNo);
        errors.required("/reason", reason);
        errors.text("/reason", reason, SelectionRequest.REASON);
    }
}
