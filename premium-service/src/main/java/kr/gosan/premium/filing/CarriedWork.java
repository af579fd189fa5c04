package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.premium.calculation.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Section 마 of the return: a single work (개별공사) carried over the end of the year. "This year" is the year of the
 * estimate, whose return it is.
 *
 * @param from first day of the work
 * @param to last day of the work, inclusive
 * @param contractAmount 총공사금액
 * @param thisYear 당년도 시공예정액
 * @param nextYear 익년도 이월예정액
 */
@Schema(requiredProperties = {"name", "from", "to", "contractAmount", "thisYear", "nextYear"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CarriedWork(String name, LocalDate from, LocalDate to, Won contractAmount, Won thisYear, Won nextYear) {

    static final int MOST = 100;

    void check(String pointer, FieldErrors errors) {
        errors.required(pointer + "/name", name);
        errors.text(pointer + "/name", name, 100);
        errors.required(pointer + "/from", from);
        errors.required(pointer + "/to", to);
        if (from != null && to != null && to.isBefore(from)) {
            errors.add(pointer + "/to", "period-reversed");
        }
        errors.required(pointer + "/contractAmount", contractAmount);
        errors.required(pointer + "/thisYear", thisYear);
        errors.required(pointer + "/nextYear", nextYear);
    }

    static void check(List<CarriedWork> works, FieldErrors errors) {
        if (works.size() > MOST) {
            errors.add("/works", "too-many-works", MOST);
        }
        for (int i = 0; i < Math.min(works.size(), MOST); i++) {
            errors.required("/works/" + i, works.get(i));
            if (works.get(i) != null) {
                works.get(i).check("/works/" + i, errors);
            }
        }
    }

    /**
     * What the year stands against. A work begun in the estimate year has no part carried out before, so its two amounts
     * make up the contract; of an older one the part of earlier years is missing here.
     */
    List<Violation> against(String pointer, int estimateYear) {
        List<Violation> found = new ArrayList<>();
        if (to.getYear() < estimateYear || from.getYear() > estimateYear) {
            found.add(violation(pointer, "work-not-in-year", String.valueOf(estimateYear)));
        }
        Won planned = thisYear.plus(nextYear);
        boolean begunBefore = from.getYear() < estimateYear;
        if (begunBefore ? planned.compareTo(contractAmount) > 0 : !planned.equals(contractAmount)) {
            found.add(violation(
                    pointer + "/contractAmount",
                    begunBefore ? "work-amounts-exceed-contract" : "work-amounts-differ-from-contract",
                    planned));
        }
        if (to.getYear() <= estimateYear && nextYear.isPositive()) {
            found.add(violation(pointer + "/nextYear", "work-ends-before", to));
        }
        return found;
    }

    private static Violation violation(String pointer, String code, Object... args) {
        return new Violation(pointer, code, List.of(args));
    }
}
