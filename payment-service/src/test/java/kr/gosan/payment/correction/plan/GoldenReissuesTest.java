package kr.gosan.payment.correction.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.testing.CorrectedBooks;
import kr.gosan.payment.testing.Corrections;
import kr.gosan.payment.testing.Filings;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of slips when a return is corrected, to the won. */
class GoldenReissuesTest {

    private static final WorkplaceNumber WORKPLACE = WorkplaceNumber.of("123-45-67891-6");

    static Stream<Named<JsonNode>> cases() throws IOException {
        try (InputStream in = GoldenReissuesTest.class.getResourceAsStream("/golden/reissues.json")) {
            List<Named<JsonNode>> cases = new ArrayList<>();
            new ObjectMapper()
                    .readTree(in)
                    .path("cases")
                    .forEach(each -> cases.add(Named.of(each.path("name").asText(), each)));
            return cases.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSlipsAreThose(JsonNode golden) {
        FiledReturn filed = filed(golden.path("filed"));
        assertEquals(List.of(), filed.faults());
        CorrectedBooks books = new CorrectedBooks();
        books.file(filed);
        Corrections corrections = new Corrections(filed);
        golden.path("steps").forEach(step -> take(step, filed, books, corrections));
        assertEquals(List.of(), books.faults());
        assertEquals(
                expected(golden.path("slips")),
                books.slips.stream().map(GoldenReissuesTest::line).sorted().toList());
        assertEquals(
                Won.of(golden.path("refund").asLong()),
                sum(books, Account.REFUND_PAYABLE).negate());
        if (golden.has("arrears")) {
            assertEquals(Won.of(golden.path("arrears").asLong()), sum(books, Account.ARREARS));
        }
    }

    private static void take(JsonNode step, FiledReturn filed, CorrectedBooks books, Corrections corrections) {
        if (step.has("paid")) {
            books.pay(
                    debt(filed, step.path("paid").asInt()),
                    LocalDate.parse(step.path("on").asText()));
        } else if (step.has("overdue")) {
            books.close(debt(filed, step.path("overdue").asInt()));
        } else {
            List<Corrections.Change> changes = new ArrayList<>();
            step.at("/correction/changes")
                    .forEach(change -> changes.add(new Corrections.Change(
                            Fund.valueOf(change.path("fund").asText()),
                            change.path("confirmed").asLong(),
                            change.path("estimated").asLong(),
                            change.path("surcharge").asLong())));
            LocalDate day = LocalDate.parse(step.at("/correction/on").asText());
            books.adjust(filed, corrections.of(day, changes.toArray(Corrections.Change[]::new)), CorrectedBooks.TERMS);
        }
    }

    private static Debt debt(FiledReturn filed, int period) {
        return Debt.ofPeriod(
                WORKPLACE,
                filed.insuranceYear(),
                filed.returnId(),
                filed.insurances().getFirst().insurance(),
                period);
    }

    private static FiledReturn filed(JsonNode golden) {
        List<PaymentPeriod> periods = new ArrayList<>();
        golden.path("periods")
                .forEach(period -> periods.add(Filings.period(
                        period.path("period").asInt(),
                        period.path("eFilingReduction").asLong(),
                        Filings.rows(period.path("funds")))));
        return Filings.filed(
                WORKPLACE,
                Filings.insurance(Insurance.valueOf(golden.path("insurance").asText()), periods, 0));
    }

    private static List<String> expected(JsonNode slips) {
        List<String> lines = new ArrayList<>();
        slips.forEach(slip -> lines.add("%s %d %s %d"
                .formatted(
                        slip.path("debt").asText(),
                        slip.path("period").asInt(),
                        slip.path("state").asText(),
                        slip.path("payable").asLong())));
        return lines.stream().sorted().toList();
    }

    private static String line(Slip slip) {
        return "%s %d %s %d"
                .formatted(
                        slip.debt().kind(),
                        slip.debt().period(),
                        slip.state(),
                        slip.figures().payable().amount());
    }

    private static Won sum(CorrectedBooks books, Account account) {
        return Won.sum(Stream.of(Fund.values())
                .map(fund -> books.balance(account, fund))
                .toList());
    }
}
