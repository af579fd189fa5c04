package kr.gosan.premium.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawValue;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.law.ComposedRate;
import kr.gosan.premium.law.RatePeriod;
import kr.gosan.premium.law.ReturnRow;
import org.junit.jupiter.api.Test;

class LevyPartsTest {

    private static final LocalDate FROM = LocalDate.of(2021, 1, 1);
    private static final LocalDate TO = LocalDate.of(2021, 12, 31);

    @Test
    void theReturnOfTheSourceIsDividedByTheRatesOfItsRows() {
        YearPremium confirmed = Assessment.of(
                        Returns.sample(), Returns.WORKPLACE, LocalDate.of(2022, 3, 10), Law2022.LAW)
                .result()
                .orElseThrow()
                .calculation()
                .confirmed()
                .orElseThrow();
        // 120,000,000 × 37‰ + 10,000,000 × 37‰; × 0.6‰; × 0.03‰: equipment pays no levy.
        assertParts("4810000", "72000", "3600", confirmed.levies());
    }

    @Test
    void aReducedWageClaimLevyCountsReduced() {
        assertParts("37000", "300", "30", LevyParts.of(List.of(line(ReturnRow.GENERAL, 1_000_000, Optional.of("50")))));
    }

    @Test
    void overseasAndEquipmentRowsHaveNoLevies() {
        LevyParts parts = LevyParts.of(List.of(
                new PremiumLine("overseas", "", ReturnRow.OVERSEAS, period(rate("accident.a", "14")), Won.of(1_000)),
                line(ReturnRow.GENERAL, 1_000_000, Optional.empty())));
        assertParts("37014", "600", "30", parts);
    }

    @Test
    void theWeightsAreExactWhereThePremiumIsTruncated() {
        assertParts("0.037", "0.0006", "0.00003", LevyParts.of(List.of(line(ReturnRow.GENERAL, 1, Optional.empty()))));
    }

    @Test
    void noPremiumHasNoWeights() {
        assertTrue(LevyParts.of(List.of()).isZero());
        assertTrue(LevyParts.of(List.of(line(ReturnRow.GENERAL, 0, Optional.empty())))
                .isZero());
    }

    private static void assertParts(String accident, String wageClaim, String asbestos, LevyParts parts) {
        assertEquals(
                Stream.of(accident, wageClaim, asbestos).map(BigDecimal::new).toList(),
                Stream.of(parts.accidentPremium(), parts.wageClaim(), parts.asbestos())
                        .map(part -> part.signum() == 0 ? BigDecimal.ZERO : part.stripTrailingZeros())
                        .map(part -> part.scale() < 0 ? part.setScale(0) : part)
                        .toList());
    }

    private static PremiumLine line(ReturnRow row, long base, Optional<String> share) {
        return new PremiumLine(
                "line",
                "",
                row,
                new RatePeriod(
                        FROM,
                        TO,
                        new ComposedRate(
                                List.of(
                                        rate("accident.industry-rate.construction", "36"),
                                        rate("accident.commute-rate", "1"),
                                        rate("accident.wage-claim-rate", "0.6"),
                                        rate("accident.asbestos-rate", "0.03")),
                                share.map(percent -> parameter(
                                        "accident.wage-claim-share.retirement-pension",
                                        LawValue.Unit.PERCENT,
                                        percent)))),
                Won.of(base));
    }

    private static RatePeriod period(AppliedParameter... parts) {
        return new RatePeriod(FROM, TO, new ComposedRate(List.of(parts), Optional.empty()));
    }

    private static AppliedParameter rate(String id, String perMille) {
        return parameter(id, LawValue.Unit.PER_MILLE, perMille);
    }

    private static AppliedParameter parameter(String id, LawValue.Unit unit, String figure) {
        return new AppliedParameter(
                id,
                unit,
                "",
                new BigDecimal(figure),
                FROM,
                LawValue.Standing.OFFICIAL,
                new LawValue.Source("test", "test"));
    }
}
