package kr.gosan.payment.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.testing.CorrectedBooks;
import kr.gosan.payment.testing.Filings;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The slips printed in the source document, and others by its rules; each says where it comes from. */
class GoldenSlipsTest {

    static Stream<Named<JsonNode>> slips() throws IOException {
        return read("slips");
    }

    static Stream<Named<JsonNode>> tables() throws IOException {
        return read("tables");
    }

    private static Stream<Named<JsonNode>> read(String what) throws IOException {
        try (InputStream in = GoldenSlipsTest.class.getResourceAsStream("/golden/slips.json")) {
            List<Named<JsonNode>> read = new ArrayList<>();
            new ObjectMapper()
                    .readTree(in)
                    .path(what)
                    .forEach(each -> read.add(Named.of(each.path("name").asText(), each)));
            return read.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("slips")
    void theSlipIsPayableWithThePrintedAmount(JsonNode slip) {
        PaymentPeriod period = Filings.period(
                slip.path("period").asInt(), slip.path("eFilingReduction").asLong(), Filings.rows(slip.path("funds")));
        check(slip, List.of(period), List.of(slip));
    }

    /** All periods of an insurance; one that is payable with nothing gets no slip. */
    @ParameterizedTest
    @MethodSource("tables")
    void everyPeriodIsPayableWithItsAmount(JsonNode table) {
        List<PaymentPeriod> periods = new ArrayList<>();
        List<JsonNode> printed = new ArrayList<>();
        for (JsonNode period : table.path("periods")) {
            printed.add(period);
            periods.add(PaymentPeriod.of(
                    printed.size(),
                    LocalDate.parse(period.path("dueDate").asText()),
                    Won.ZERO,
                    List.of(Filings.rows(period.path("funds")))));
        }
        check(table, periods, printed);
    }

    private static void check(JsonNode golden, List<PaymentPeriod> periods, List<JsonNode> printed) {
        FiledReturn filed = Filings.filed(
                WorkplaceNumber.of("123-45-67891-6"),
                Filings.insurance(Insurance.valueOf(golden.path("insurance").asText()), periods, 0));
        assertEquals(List.of(), filed.faults());
        CorrectedBooks books = new CorrectedBooks();
        books.file(filed);
        assertEquals(List.of(), books.faults());
        for (int i = 0; i < periods.size(); i++) {
            Won payable = Won.of(printed.get(i).path("payable").asLong());
            assertEquals(payable, periods.get(i).payable());
            assertEquals(payable, Won.sum(periods.get(i).payableByFund().values()));
            assertEquals(
                    payable.isPositive(),
                    books.live(filed.debt(filed.insurances().getFirst(), periods.get(i)))
                            .isPresent());
        }
    }
}
