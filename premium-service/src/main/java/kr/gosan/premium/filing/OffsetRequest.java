package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.json.FieldErrors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Section 사 of the return: how much of the excess the filer wants set off against the premiums of each fund. The amounts
 * follow from the return itself, so the request can only repeat them; without it they are set off all the same.
 */
@Schema(requiredProperties = {"industrialAccident", "unemployment", "stability"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OffsetRequest(Won industrialAccident, Won unemployment, Won stability) {

    void check(String pointer, FieldErrors errors) {
        errors.required(pointer + "/industrialAccident", industrialAccident);
        errors.required(pointer + "/unemployment", unemployment);
        errors.required(pointer + "/stability", stability);
    }

    Won of(Fund fund) {
        return switch (fund) {
            case INDUSTRIAL_ACCIDENT -> industrialAccident;
            case UNEMPLOYMENT -> unemployment;
            case STABILITY -> stability;
        };
    }
}
