package kr.gosan.premium.settlementaudit;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By what workplaces are chosen for an audit.
 *
 * @param thresholdPercent the least deviation, inclusive, as a decimal of at most four digits and two more: {@code "10.5"}
 * @param reason why this threshold, at most 500 characters: it is kept with the selection, and the employer reads it
 * @param after the {@code next} of the selection before, to go on behind its last row; missing for the first
 */
@Schema(requiredProperties = {"insuranceYear", "source", "thresholdPercent", "reason"})
public record SelectionRequest(
        Integer insuranceYear,
        ExternalFigure.Source source,
        String thresholdPercent,
        String reason,
        WorkplaceNumber after)
        implements RequestBody {

    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,2})?");
    static final int REASON = 500;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/insuranceYear", insuranceYear);
        if (insuranceYear != null && (insuranceYear < 1 || insuranceYear > 9998)) {
            errors.add("/insuranceYear", "year-expected");
        }
        errors.required("/source", source);
        errors.required("/thresholdPercent", thresholdPercent);
        if (thresholdPercent != null && !PERCENT.matcher(thresholdPercent).matches()) {
            errors.add("/thresholdPercent", "percent-expected");
        }
        errors.required("/reason", reason);
        errors.text("/reason", reason, REASON);
    }

    BigDecimal threshold() {
        return new BigDecimal(thresholdPercent);
    }
}
