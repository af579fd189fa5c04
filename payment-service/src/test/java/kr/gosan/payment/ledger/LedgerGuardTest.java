package kr.gosan.payment.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The database keeps the books right even from somebody who writes to it directly. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class LedgerGuardTest {

    private static final String NOT_ALLOWED = "42501";
    private static final String RESTRICT = "23001";
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    private TestEmployer employer;
    private FiledReturn filed;

    @BeforeEach
    void aSlipIsPaid() {
        employer = TestEmployer.known();
        filed = Filings.atOnce(employer.workplace);
        JsonPath slips = employer.files(filed, 2, mapper);
        TestBank.sends(TestBank.notice(slips.getString("items[0].ePaymentNo"), slips.getLong("items[0].payable")))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ledger_entry, amount = 1",
        "ledger_transaction, value_date = current_date",
        "payment, late = true",
        "bank_notice, outcome = 'ACCEPTED'",
        "filed_return, filed_on = current_date",
        "slip_line, estimate = 1",
        "slip, payable = 1",
        "slip, e_payment_no = '1'",
        "audit, member_id = 'somebody'",
        "receipt, jws = ''",
        "inbox, type = ''",
        "flyway_schema_history, checksum = 0"
    })
    void theApplicationMayNotRewrite(String table, String change) throws SQLException {
        try (Connection application = rows.asApplication()) {
            assertEquals(NOT_ALLOWED, state(application, "update " + table + " set " + change));
            assertEquals(NOT_ALLOWED, state(application, "delete from " + table));
            assertEquals(NOT_ALLOWED, state(application, "truncate " + table));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ledger_entry, amount = 1",
        "ledger_transaction, value_date = current_date",
        "payment, late = true",
        "bank_notice, outcome = 'ACCEPTED'",
        "filed_return, filed_on = current_date",
        "slip_line, estimate = 1",
        "slip, payable = payable + 1",
        "audit, member_id = 'somebody'",
        "receipt, jws = ''",
        "inbox, type = ''"
    })
    void evenTheOwnerMayNotRewriteByAccident(String table, String change) throws SQLException {
        try (Connection owner = rows.asOwner()) {
            assertEquals(RESTRICT, state(owner, "update " + table + " set " + change));
            assertEquals(RESTRICT, state(owner, "delete from " + table));
            assertEquals(RESTRICT, state(owner, "truncate " + table + " cascade"));
        }
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, PAID", "CLOSED, PAID", "PAID, PAID"})
    void aSlipMovesAlongItsStatesOnly(String to, String from) throws SQLException {
        try (Connection application = rows.asApplication()) {
            assertEquals(
                    RESTRICT, state(application, "update slip set state = '" + to + "' where state = '" + from + "'"));
        }
    }

    @Test
    void aTransactionThatDoesNotBalanceDoesNotCommit() throws SQLException {
        assertEquals(CHECK, book("debit", 10, "credit", 9));
        assertEquals(CHECK, book("debit", 10, "debit", 10));
        assertEquals("00000", book("debit", 10, "credit", 10));
    }

    @Test
    void aTransactionWithoutEntriesDoesNotCommit() throws SQLException {
        assertEquals(CHECK, commit(transaction(UUID.randomUUID(), "IA")));
    }

    @Test
    void theOtherInsuranceHasNoPlaceInATransaction() throws SQLException {
        UUID id = UUID.randomUUID();
        assertEquals(
                CHECK,
                commit(
                        transaction(id, "IA"),
                        entry(id, 0, "IA", "CASH", "INDUSTRIAL_ACCIDENT", "DEBIT", 10),
                        entry(id, 1, "EI", "RECEIVABLE", "UNEMPLOYMENT", "CREDIT", 10)));
        assertEquals(
                CHECK,
                commit(
                        transaction(id, "IA"),
                        entry(id, 0, "IA", "CASH", "UNEMPLOYMENT", "DEBIT", 10),
                        entry(id, 1, "IA", "RECEIVABLE", "UNEMPLOYMENT", "CREDIT", 10)));
    }

    @Test
    void aBookedTransactionIsNotAddedTo() throws SQLException {
        try (Connection application = rows.asApplication()) {
            UUID id = UUID.fromString(one(
                    application,
                    "select cast(transaction_id as text) from ledger_transaction where return_id = '" + filed.returnId()
                            + "' and insurance = 'IA' limit 1"));
            assertEquals(
                    CHECK,
                    commit(
                            entry(id, 90, "IA", "CASH", "INDUSTRIAL_ACCIDENT", "DEBIT", 10),
                            entry(id, 91, "IA", "RECEIVABLE", "INDUSTRIAL_ACCIDENT", "CREDIT", 10)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-10"})
    void anEntryMovesSomething(String amount) throws SQLException {
        UUID id = UUID.randomUUID();
        assertEquals(
                CHECK,
                commit(
                        transaction(id, "IA"),
                        entry(id, 0, "IA", "CASH", "INDUSTRIAL_ACCIDENT", "DEBIT", Long.parseLong(amount))));
    }

    @Test
    void industrialAccidentMoneySaysWhichLevyItIsForAndNothingElseDoes() throws SQLException {
        UUID undivided = UUID.randomUUID();
        String cash = entry(undivided, 0, "IA", "CASH", "INDUSTRIAL_ACCIDENT", "DEBIT", 10);
        String receivable = entry(undivided, 1, "IA", "RECEIVABLE", "INDUSTRIAL_ACCIDENT", "CREDIT", 10);
        assertEquals(
                CHECK, commit(transaction(undivided, "IA"), cash.replace("'ACCIDENT_PREMIUM'", "null"), receivable));
        assertEquals(CHECK, commit(transaction(undivided, "IA"), cash, receivable.replace("null", "'ASBESTOS'")));
        assertEquals("00000", commit(transaction(undivided, "IA"), cash, receivable));
    }

    @Test
    void aDebtHasOneSlipAndIsBookedOnce() throws SQLException {
        String slip =
                "insert into slip (slip_id, management_no, insurance_year, debt_kind, origin_id, return_id, insurance,"
                        + " period, e_payment_no, statutory_due_date, due_date, last_day, issued_on, cause, e_filing_reduction,"
                        + " payable, state) select gen_random_uuid(), management_no, insurance_year, debt_kind, origin_id, return_id,"
                        + " insurance, period, '9999-9999-99-9-9-999999', statutory_due_date, due_date, last_day, issued_on, cause,"
                        + " e_filing_reduction, payable, state from slip where return_id = '" + filed.returnId() + "'";
        assertEquals(UNIQUE, commit(slip));
        String booking =
                "insert into ledger_transaction (transaction_id, kind, management_no, insurance_year, debt_kind,"
                        + " origin_id, return_id, insurance, period, value_date) select gen_random_uuid(), kind,"
                        + " management_no, insurance_year, debt_kind, origin_id, return_id, insurance, period, value_date from ledger_transaction where kind = 'RETURN_FILED' and"
                        + " return_id = '" + filed.returnId() + "'";
        assertEquals(UNIQUE, commit(booking));
    }

    @Test
    void parityNamesWhatSomebodyBookedBehindTheService() throws SQLException {
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
        assertEquals("00000", book("debit", 10, "credit", 10));
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertEquals(false, parity.getBoolean("agrees"));
        assertEquals(
                java.util.List.of("RECEIVABLE_OF_SLIP", "OWED_THE_WRONG_WAY", "CASH_OF_MESSAGES"),
                parity.getList("differences.check"));
        assertEquals(filed.returnId().toString(), parity.getString("differences[0].returnId"));
        assertEquals(10, parity.getLong("differences[0].expected") - parity.getLong("differences[0].found"));
    }

    /** Books cash against the receivable of industrial-accident insurance, directly; the state of the commit. */
    private String book(String side, long amount, String otherSide, long otherAmount) throws SQLException {
        UUID id = UUID.randomUUID();
        return commit(
                transaction(id, "IA"),
                entry(id, 0, "IA", "CASH", "INDUSTRIAL_ACCIDENT", side.toUpperCase(java.util.Locale.ROOT), amount),
                entry(
                        id,
                        1,
                        "IA",
                        "RECEIVABLE",
                        "INDUSTRIAL_ACCIDENT",
                        otherSide.toUpperCase(java.util.Locale.ROOT),
                        otherAmount));
    }

    /** Suspended money is the kind that a hand-made notice can be given to. */
    private String transaction(UUID id, String insurance) {
        UUID notice = UUID.randomUUID();
        return "insert into bank_notice (notice_id, bank, bank_transaction_id, outcome, e_payment_no, amount, paid_at,"
                + " channel, institution, received_at) values ('" + notice + "', 'nobody', '" + notice
                + "', 'DUPLICATE', '0', 10,"
                + " now(), 'GIRO', 'GIRO', now()); insert into ledger_transaction (transaction_id, kind, management_no,"
                + " insurance_year, debt_kind, origin_id, return_id, insurance, period, notice_id, value_date) values ('"
                + id
                + "', 'PAYMENT_RECEIVED', '" + employer.workplace.digits() + "', 2021, 'PERIOD', '" + filed.returnId()
                + "', '" + filed.returnId() + "', '" + insurance + "', 0, '" + notice + "', '2022-03-10')";
    }

    private String entry(
            UUID transaction, int line, String insurance, String account, String fund, String side, long amount) {
        return "insert into ledger_entry (transaction_id, line, management_no, insurance_year, insurance, account, fund,"
                + " side, amount, levy) values ('" + transaction + "', " + line + ", '" + employer.workplace.digits()
                + "', 2021, '" + insurance + "', '" + account + "', '" + fund + "', '" + side + "', " + amount + ", "
                + (account.equals("CASH") && fund.equals("INDUSTRIAL_ACCIDENT") ? "'ACCIDENT_PREMIUM'" : "null") + ")";
    }

    private String commit(String... statements) throws SQLException {
        try (Connection application = rows.asApplication()) {
            application.setAutoCommit(false);
            try (Statement sql = application.createStatement()) {
                for (String statement : statements) {
                    sql.execute(statement);
                }
                application.commit();
                return "00000";
            } catch (SQLException e) {
                application.rollback();
                return e.getSQLState();
            }
        }
    }

    private static String state(Connection connection, String sql) {
        return assertThrows(SQLException.class, () -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .getSQLState();
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
