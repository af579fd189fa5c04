package kr.gosan.payment.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.testing.Filings;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The slips printed in the source document. */
class GoldenSlipsTest {

    static Stream<Named<JsonNode>> slips() throws IOException {
        try (InputStream in = GoldenSlipsTest.class.getResourceAsStream("/golden/slips.json")) {
            List<Named<JsonNode>> slips = new ArrayList<>();
            new ObjectMapper()
                    .readTree(in)
                    .path("slips")
                    .forEach(slip -> slips.add(Named.of(slip.path("name").asText(), slip)));
            return slips.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("slips")
    void theSlipIsPayableWithThePrintedAmount(JsonNode slip) {
        PaymentPeriod period = figures(slip);
        assertEquals(Won.of(slip.path("payable").asLong()), period.payable());
        assertEquals(period.payable(), Won.sum(period.payableByFund().values()));
        FiledReturn filed = Filings.filed(
                WorkplaceNumber.of("123-45-67891-6"),
                Filings.insurance(Insurance.valueOf(slip.path("insurance").asText()), List.of(period), 0));
        assertEquals(List.of(), filed.faults());
    }

    private static PaymentPeriod figures(JsonNode slip) {
        FundFigures[] rows = new FundFigures[slip.path("funds").size()];
        for (int i = 0; i < rows.length; i++) {
            JsonNode fund = slip.path("funds").get(i);
            rows[i] = Filings.row(
                    Fund.valueOf(fund.path("fund").asText()),
                    fund.path("confirmedAdditional").asLong(),
                    fund.path("estimate").asLong(),
                    fund.path("lumpSumDiscount").asLong());
        }
        return Filings.period(
                slip.path("period").asInt(), slip.path("eFilingReduction").asLong(), rows);
    }
}
