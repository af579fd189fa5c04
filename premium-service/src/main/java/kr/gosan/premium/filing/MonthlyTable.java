package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.premium.calculation.MonthlyBases;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Section 나 of the return: heads and remuneration month by month, at the end of each month. Either stated, or divided
 * evenly over the months by the service.
 *
 * @param months the months in which the insurance relation existed; a month that is not listed had neither heads nor
 *     remuneration; missing when {@code automatic}
 * @param headsEstimated true when the heads are an estimate: remuneration divided by the mean wage
 * @param automatic true: the year's bases are divided evenly over its months and the heads estimated (자동산정)
 */
@Schema(name = "MonthlyTable")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MonthlyTable(List<Month> months, Boolean headsEstimated, Boolean automatic) {

    private static final int MONTHS = 12;
    private static final int MOST_HEADS = 9_999_999;

    /** @param industrialAccident with the equipment operators */
    @Schema(
            name = "MonthOfTable",
            requiredProperties = {"month", "industrialAccident", "unemployment", "stability"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Month(Integer month, Cell industrialAccident, Cell unemployment, Cell stability) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/month", month);
            if (month != null && (month < 1 || month > MONTHS)) {
                errors.add(pointer + "/month", "month-expected");
            }
            cell(pointer + "/industrialAccident", industrialAccident, errors);
            cell(pointer + "/unemployment", unemployment, errors);
            cell(pointer + "/stability", stability, errors);
        }

        private static void cell(String pointer, Cell cell, FieldErrors errors) {
            errors.required(pointer, cell);
            if (cell != null) {
                cell.check(pointer, errors);
            }
        }

        MonthlyBases.Month stated() {
            Map<Fund, MonthlyBases.Cell> cells = new EnumMap<>(Fund.class);
            cells.put(Fund.INDUSTRIAL_ACCIDENT, industrialAccident.stated());
            cells.put(Fund.UNEMPLOYMENT, unemployment.stated());
            cells.put(Fund.STABILITY, stability.stated());
            return new MonthlyBases.Month(month, cells);
        }
    }

    /** @param heads zero or more */
    @Schema(
            name = "CellOfTable",
            requiredProperties = {"heads", "remuneration"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cell(Integer heads, Won remuneration) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/heads", heads);
            if (heads != null && (heads < 0 || heads > MOST_HEADS)) {
                errors.add(pointer + "/heads", "heads-out-of-range", MOST_HEADS);
            }
            errors.required(pointer + "/remuneration", remuneration);
        }

        MonthlyBases.Cell stated() {
            return new MonthlyBases.Cell(heads, remuneration);
        }
    }

    boolean isAutomatic() {
        return Boolean.TRUE.equals(automatic);
    }

    void check(String pointer, FieldErrors errors) {
        if (isAutomatic()) {
            if (months != null) {
                errors.add(pointer + "/months", "months-not-with-automatic");
            }
            return;
        }
        errors.required(pointer + "/months", months);
        Set<Integer> seen = new HashSet<>();
        List<Month> all = months == null ? List.of() : months;
        for (int i = 0; i < all.size(); i++) {
            String each = pointer + "/months/" + i;
            errors.required(each, all.get(i));
            if (all.get(i) != null) {
                all.get(i).check(each, errors);
                if (all.get(i).month() != null && !seen.add(all.get(i).month())) {
                    errors.add(each + "/month", "month-twice");
                }
            }
        }
    }

    /** The stated table; only for one that is not automatic and has passed its check. */
    MonthlyBases stated(int firstMonth, int lastMonth) {
        List<MonthlyBases.Month> stated = new ArrayList<>();
        months.forEach(month -> stated.add(month.stated()));
        return MonthlyBases.stated(stated, firstMonth, lastMonth, Boolean.TRUE.equals(headsEstimated));
    }
}
