package kr.gosan.premium.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PaidPeriodTest {

    @TestFactory
    Stream<DynamicTest> whatIsPaidOfAPeriodOfAnEstimate() {
        return Golden.cases("paid-periods.yaml", test -> {
            List<PaidPeriod.Row> rows = new ArrayList<>();
            Map<Fund, Won> expected = new EnumMap<>(Fund.class);
            test.required("rows").properties().forEach(row -> {
                List<Won> figures = Golden.wons(row.getValue());
                Fund fund = Fund.valueOf(row.getKey());
                rows.add(new PaidPeriod.Row(fund, figures.get(0), figures.get(1), figures.get(2)));
                expected.put(fund, Golden.won(test.required("paid"), row.getKey()));
            });
            PaidPeriod period = new PaidPeriod(
                    rows,
                    test.required("full").asBoolean(),
                    test.required("in_time").asBoolean(),
                    Golden.won(test, "money"));
            assertEquals(expected, period.byFund());
        });
    }

    @TestFactory
    Stream<DynamicTest> aYearlyBaseByMonths() {
        Won meanWage = Won.of(4_330_442);
        return Golden.cases("monthly-tables.yaml", test -> {
            MonthlyBases table = MonthlyBases.automatic(
                    Map.of(Fund.STABILITY, Golden.won(test, "base")),
                    test.required("first").asInt(),
                    test.required("last").asInt(),
                    meanWage);
            assertEquals(Golden.won(test, "base"), table.remuneration(Fund.STABILITY));
            assertEquals(test.required("total_heads").asLong(), table.heads(Fund.STABILITY));
            assertEquals(
                    cell(test.required("mean")),
                    new MonthlyBases.Cell(table.meanHeads(Fund.STABILITY), table.meanRemuneration(Fund.STABILITY)));
            test.required("months").properties().forEach(month -> {
                MonthlyBases.Month found = table.months().stream()
                        .filter(each -> each.month() == Integer.parseInt(month.getKey()))
                        .findFirst()
                        .orElseThrow();
                assertEquals(cell(month.getValue()), found.of(Fund.STABILITY), month.getKey());
            });
        });
    }

    private static MonthlyBases.Cell cell(JsonNode figures) {
        return new MonthlyBases.Cell(figures.get(1).asLong(), Golden.won(figures.get(0)));
    }
}
