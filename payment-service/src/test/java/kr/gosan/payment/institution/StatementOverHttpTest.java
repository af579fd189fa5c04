package kr.gosan.payment.institution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementOverHttpTest {

    private static final StatementOverHttp STATEMENTS = new StatementOverHttp(null, new ObjectMapper());
    private static final LocalDate DAY = LocalDate.of(2022, 5, 16);
    private static final String GOOD = """
            {"transactionId":"T-1","kind":"DEBIT","requestId":"0190a5b2-0000-7000-8000-000000000001","amount":35000,
             "fee":0,"channel":"DEBIT_ACCOUNT","at":"2022-05-16T10:00:00+09:00"}""";

    @Test
    void aLineThatCannotBeReadIsNamedAndTheOthersAreRead() {
        Statement.Told told = told(
                GOOD,
                GOOD.replace("T-1", "T-2").replace("0190a5b2-0000-7000-8000-000000000001", "none"),
                GOOD.replace("T-1", "T-3").replace("35000", "\"much\""),
                GOOD.replace("\"T-1\"", "null"),
                GOOD.replace("T-1", "T-5"));
        assertEquals(
                List.of("T-1", "T-5"),
                told.movements().stream().map(Statement.Movement::transactionId).toList());
        assertEquals(List.of("T-2", "T-3", "line 4"), told.unreadable());
    }

    @Test
    void aFileOfAnotherDayIsNoFile() {
        assertThrows(InstitutionFault.class, () -> STATEMENTS.told(Institution.CARD, DAY, file(GOOD)));
    }

    private static Statement.Told told(String... lines) {
        return STATEMENTS.told(Institution.GIRO, DAY, file(String.join(",", lines)));
    }

    private static byte[] file(String lines) {
        return ("{\"institution\":\"giro\",\"day\":\"2022-05-16\",\"movements\":[" + lines + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
