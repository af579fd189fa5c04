package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;
import kr.gosan.premium.calculation.LevyParts;
import kr.gosan.premium.calculation.ReturnCalculation;
import kr.gosan.premium.calculation.YearPremium;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By which weights money for the industrial-accident insurance of a return is divided over premium and levies
 * (보험료징수법 §31③).
 *
 * @param confirmed of the confirmed premium; missing where it was not computed or is nothing
 * @param estimated of the estimate; missing where it was not computed or is nothing
 */
@Schema(name = "Levies")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeviesView(Parts confirmed, Parts estimated) {

    /** Exact amounts in won before truncation, as decimal strings. */
    @Schema(name = "LevyParts")
    public record Parts(String accidentPremium, String wageClaim, String asbestos) {

        static Parts of(LevyParts parts) {
            return new Parts(plain(parts.accidentPremium()), plain(parts.wageClaim()), plain(parts.asbestos()));
        }

        private static String plain(BigDecimal amount) {
            return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
        }
    }

    /** Null where there is no premium to divide. */
    public static LeviesView of(ReturnCalculation calculation) {
        return of(calculation.confirmed(), calculation.estimated());
    }

    /** Null where there is no premium to divide. */
    public static LeviesView of(Optional<YearPremium> confirmed, Optional<YearPremium> estimated) {
        Parts first = parts(confirmed);
        Parts second = parts(estimated);
        return first == null && second == null ? null : new LeviesView(first, second);
    }

    private static Parts parts(Optional<YearPremium> year) {
        return year.map(YearPremium::levies)
                .filter(parts -> !parts.isZero())
                .map(Parts::of)
                .orElse(null);
    }
}
