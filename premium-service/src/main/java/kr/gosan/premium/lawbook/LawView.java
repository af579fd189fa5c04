package kr.gosan.premium.lawbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LawValue;
import kr.gosan.kernel.law.LookUp;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One legal parameter as it stands on a day.
 *
 * @param value the figure, exact, as text; missing when it is not known
 * @param unit such as {@code per mille}; {@code month and day} is four digits, 0331
 * @param unknown why there is no value; missing when there is one
 * @param appliesFrom first day of the value, or of the stretch in which it is not known; missing outside the series
 * @param verifiedThrough last day for which the series is established
 * @param status {@code official}, {@code second-hand}, {@code unverified} or {@code unknown}
 * @param source where the value is printed, or where it would be
 * @param basis the article that fixes the parameter
 */
@Schema(name = "LawParameter")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LawView(
        String id,
        String value,
        String unit,
        LookUp.Reason unknown,
        LocalDate appliesFrom,
        LocalDate verifiedThrough,
        String status,
        LawValue.Source source,
        String basis) {

    static LawView of(LawParameter parameter, LocalDate day) {
        Optional<LawValue> value = parameter.values().reversed().stream()
                .filter(each -> !each.appliesFrom().isAfter(day) && !day.isAfter(parameter.verifiedThrough()))
                .findFirst();
        LookUp found = parameter.on(day);
        return new LawView(
                parameter.id(),
                value.flatMap(LawValue::figure)
                        .map(figure -> written(figure, parameter.unit()))
                        .orElse(null),
                parameter.unit().text(),
                found instanceof LookUp.Refused refused ? refused.reason() : null,
                value.map(LawValue::appliesFrom).orElse(null),
                parameter.verifiedThrough(),
                value.map(each -> status(each.standing())).orElse(status(LawValue.Standing.UNKNOWN)),
                value.map(LawValue::source).orElse(null),
                parameter.basis());
    }

    private static String written(BigDecimal figure, LawValue.Unit unit) {
        return unit == LawValue.Unit.MONTH_AND_DAY
                ? String.format(Locale.ROOT, "%04d", figure.intValueExact())
                : figure.toPlainString();
    }

    private static String status(LawValue.Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
