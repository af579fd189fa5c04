package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.premium.calculation.ReturnContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Last year's estimated premium, by fund. */
@Schema(requiredProperties = {"industrialAccident", "unemployment", "stability"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviousEstimate(Amounts industrialAccident, Amounts unemployment, Amounts stability) {

    /** What was estimated for a fund a year ago: ④ reported and ⑤ paid. */
    @Schema(
            name = "PreviousEstimateAmounts",
            requiredProperties = {"reported", "paid"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Amounts(Won reported, Won paid) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/reported", reported);
            errors.required(pointer + "/paid", paid);
        }

        ReturnContent.PreviousEstimate estimate() {
            return new ReturnContent.PreviousEstimate(reported, paid);
        }
    }

    void check(String pointer, FieldErrors errors) {
        check(pointer + "/industrialAccident", industrialAccident, errors);
        check(pointer + "/unemployment", unemployment, errors);
        check(pointer + "/stability", stability, errors);
    }

    private static void check(String pointer, Amounts amounts, FieldErrors errors) {
        errors.required(pointer, amounts);
        if (amounts != null) {
            amounts.check(pointer, errors);
        }
    }

    Amounts of(Fund fund) {
        return switch (fund) {
            case INDUSTRIAL_ACCIDENT -> industrialAccident;
            case UNEMPLOYMENT -> unemployment;
            case STABILITY -> stability;
        };
    }

    Map<Fund, ReturnContent.PreviousEstimate> byFund() {
        return Map.of(
                Fund.INDUSTRIAL_ACCIDENT, industrialAccident.estimate(),
                Fund.UNEMPLOYMENT, unemployment.estimate(),
                Fund.STABILITY, stability.estimate());
    }
}
