package kr.gosan.premium.calculator;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param cubicMetres volume felled (벌목재적량) as decimal text, at most three decimals */
@Schema(
        name = "LoggingCalculation",
        requiredProperties = {"insuranceYear", "cubicMetres"})
public record LoggingFields(Integer insuranceYear, String cubicMetres) implements RequestBody {

    private static final Pattern VOLUME = Pattern.compile("\\d{1,7}(\\.\\d{1,3})?");

    @Override
    public void check(FieldErrors errors) {
        RemunerationFields.year("/insuranceYear", insuranceYear, errors);
        errors.required("/cubicMetres", cubicMetres);
        if (cubicMetres != null && !VOLUME.matcher(cubicMetres).matches()) {
            errors.add("/cubicMetres", "volume-expected");
        }
    }

    BigDecimal volume() {
        return new BigDecimal(cubicMetres);
    }
}
