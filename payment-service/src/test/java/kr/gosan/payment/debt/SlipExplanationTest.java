package kr.gosan.payment.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.testing.ArbitraryFilings;
import kr.gosan.payment.testing.Filings;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SlipExplanationTest {

    @Test
    void theLinesOfThePrintedSlip() {
        PaymentPeriod slip = Filings.period(
                0,
                5_000,
                Filings.row(Fund.UNEMPLOYMENT, 6_000, 707_600, 21_220),
                Filings.row(Fund.STABILITY, 8_000, 196_550, 5_890));
        assertEquals(
                List.of(
                        "① UNEMPLOYMENT 6,000",
                        "① STABILITY 8,000",
                        "② UNEMPLOYMENT 707,600",
                        "② STABILITY 196,550",
                        "③ UNEMPLOYMENT -21,220",
                        "③ STABILITY -5,890",
                        "④ null -5,000"),
                SlipExplanation.of(DebtKind.PERIOD, slip).stream()
                        .map(line -> line.mark() + " " + line.fund() + " " + line.amount())
                        .toList());
    }

    @Test
    void anOffsetIsCalledOneAndAChargeWhatItIs() {
        PaymentPeriod offset = Filings.period(2, 0, Filings.row(Fund.INDUSTRIAL_ACCIDENT, -16_940, 188_080, 0));
        assertEquals(
                SlipExplanation.Item.OFFSET,
                SlipExplanation.of(DebtKind.PERIOD, offset).getFirst().item());
        PaymentPeriod charge = Filings.period(0, 0, FundFigures.ofCharge(Fund.INDUSTRIAL_ACCIDENT, Won.of(18_810)));
        assertEquals(
                List.of(SlipExplanation.Item.SURCHARGE),
                SlipExplanation.of(DebtKind.CORRECTION, charge).stream()
                        .map(SlipExplanation.Line::item)
                        .toList());
        assertEquals(
                List.of(SlipExplanation.Item.BENEFIT_RECOVERY),
                SlipExplanation.of(DebtKind.BENEFIT_RECOVERY, charge).stream()
                        .map(SlipExplanation.Line::item)
                        .toList());
    }

    @Provide
    Arbitrary<FiledReturn> returns() {
        return ArbitraryFilings.filedReturns();
    }

    @Property(tries = 200)
    void theLinesAddUpToWhatIsPayable(@ForAll("returns") FiledReturn filed) {
        filed.insurances()
                .forEach(insurance -> insurance
                        .periods()
                        .forEach(period -> assertEquals(
                                period.payable(),
                                Won.sum(SlipExplanation.of(DebtKind.PERIOD, period).stream()
                                        .map(SlipExplanation.Line::amount)
                                        .toList()))));
    }
}
