package kr.gosan.premium.filing;

import java.util.List;
import java.util.function.Function;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.calculation.MonthlyBases;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The monthly table as the form shows it (section 나): every month of the insurance relation, their totals and means.
 *
 * @param headsEstimated whether heads are the remuneration divided by the year's mean wage, half up
 * @param mean heads half up to whole persons, of the remuneration the fraction of a won dropped
 */
@Schema(name = "MonthlyTableFigures")
public record MonthlyTableView(boolean headsEstimated, List<MonthView> months, RowView total, RowView mean) {

    @Schema(name = "MonthFigures")
    public record MonthView(int month, CellView industrialAccident, CellView unemployment, CellView stability) {}

    @Schema(name = "TableRowFigures")
    public record RowView(CellView industrialAccident, CellView unemployment, CellView stability) {

        private static RowView of(Function<Fund, CellView> cell) {
            return new RowView(
                    cell.apply(Fund.INDUSTRIAL_ACCIDENT), cell.apply(Fund.UNEMPLOYMENT), cell.apply(Fund.STABILITY));
        }
    }

    @Schema(name = "TableCellFigures")
    public record CellView(long heads, Won remuneration) {}

    public static MonthlyTableView of(MonthlyBases table) {
        return new MonthlyTableView(
                table.headsEstimated(),
                table.months().stream().map(MonthlyTableView::month).toList(),
                RowView.of(fund -> new CellView(table.heads(fund), table.remuneration(fund))),
                RowView.of(fund -> new CellView(table.meanHeads(fund), table.meanRemuneration(fund))));
    }

    private static MonthView month(MonthlyBases.Month month) {
        RowView row = RowView.of(
                fund -> new CellView(month.of(fund).heads(), month.of(fund).remuneration()));
        return new MonthView(month.month(), row.industrialAccident(), row.unemployment(), row.stability());
    }
}
