package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param headsEstimated true when the heads are an estimate, the remuneration divided by the mean wage; heads that are
 *     missing are then filled in so
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

        void check(String pointer, boolean headsNeeded, FieldErrors errors) {
            errors.required(pointer + "/month", month);
            if (month != null && (month < 1 || month > MONTHS)) {
                errors.add(pointer + "/month", "month-expected");
            }
            cell(pointer + "/industrialAccident", industrialAccident, headsNeeded, errors);
            cell(pointer + "/unemployment", unemployment, headsNeeded, errors);
            cell(pointer + "/stability", stability, headsNeeded, errors);
        }

        private static void cell(String pointer, Cell cell, boolean headsNeeded, FieldErrors errors) {
            errors.required(pointer, cell);
            if (cell != null) {
                cell.check(pointer, headsNeeded, errors);
            }
        }

        private boolean headsAreMissing() {
            return industrialAccident.heads() == null || unemployment.heads() == null || stability.heads() == null;
        }

        MonthlyBases.Month stated(Optional<Won> meanWage) {
            Map<Fund, MonthlyBases.Cell> cells = new EnumMap<>(Fund.class);
            cells.put(Fund.INDUSTRIAL_ACCIDENT, industrialAccident.stated(meanWage));
            cells.put(Fund.UNEMPLOYMENT, unemployment.stated(meanWage));
            cells.put(Fund.STABILITY, stability.stated(meanWage));
            return new MonthlyBases.Month(month, cells);
        }
    }

    /** @param heads zero or more; may be missing where heads are estimated */
    @Schema(
            name = "CellOfTable",
            requiredProperties = {"remuneration"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cell(Integer heads, Won remuneration) {

        void check(String pointer, boolean headsNeeded, FieldErrors errors) {
            if (headsNeeded) {
                errors.required(pointer + "/heads", heads);
            }
            if (heads != null && (heads < 0 || heads > MOST_HEADS)) {
                errors.add(pointer + "/heads", "heads-out-of-range", MOST_HEADS);
            }
            errors.required(pointer + "/remuneration", remuneration);
        }

        MonthlyBases.Cell stated(Optional<Won> meanWage) {
            long persons = heads == null ? MonthlyBases.heads(remuneration, meanWage.orElseThrow()) : heads;
            return new MonthlyBases.Cell(persons, remuneration);
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
                all.get(i).check(each, !Boolean.TRUE.equals(headsEstimated), errors);
                if (all.get(i).month() != null && !seen.add(all.get(i).month())) {
                    errors.add(each + "/month", "month-twice");
                }
            }
        }
    }

    /** Whether heads are to be estimated here, for which the year's mean wage must be known. */
    boolean needsMeanWage() {
        return isAutomatic() || months.stream().anyMatch(Month::headsAreMissing);
    }

    /** The stated table; only for one that is not automatic and has passed its check. */
    MonthlyBases stated(int firstMonth, int lastMonth, Optional<Won> meanWage) {
        List<MonthlyBases.Month> stated = new ArrayList<>();
        months.forEach(month -> stated.add(month.stated(meanWage)));
        return MonthlyBases.stated(stated, firstMonth, lastMonth, Boolean.TRUE.equals(headsEstimated));
    }
}
