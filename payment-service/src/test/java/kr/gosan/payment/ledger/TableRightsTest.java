package kr.gosan.payment.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import kr.gosan.payment.testing.Rows;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

/** Of every table there is: what the service's own user may do to rows that are there. A new table has to say so here. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class TableRightsTest {

    /** Moves on, some columns only; triggers say from what to what. */
    private static final Set<String> COLUMNS_MOVE =
            Set.of("debit_order", "refund", "slip", "suspense_resolution", "virtual_account", "virtual_account_block");

    /** Replicas of what others own, and what is told or answered later. */
    private static final Set<String> REWRITTEN =
            Set.of("idempotency", "outbox", "workplace", "workplace_extinction", "workplace_mandate");

    /** A slip leaves this list when it has its accounts. */
    private static final Set<String> LIST_OF_WORK = Set.of("slip_without_account");

    /** An event leaves this list when its workplace is known; it is never changed. */
    private static final String WAITING = "waiting_notice";

    @Inject
    Rows rows;

    @Test
    void rowsAreChangedOnlyWhereAWholeRowIsMeantToChange() throws SQLException {
        Set<String> expected = new TreeSet<>(REWRITTEN);
        expected.addAll(LIST_OF_WORK);
        assertEquals(expected, tables("has_table_privilege(c.oid, 'UPDATE')"));
    }

    @Test
    void columnsAreChangedOnlyWhereSomethingMovesOn() throws SQLException {
        assertEquals(
                new TreeSet<>(COLUMNS_MOVE),
                tables("has_any_column_privilege(c.oid, 'UPDATE') and not has_table_privilege(c.oid, 'UPDATE')"));
    }

    @Test
    void rowsAreRemovedOnlyWhereNoRecordIsKept() throws SQLException {
        Set<String> expected = new TreeSet<>(REWRITTEN);
        expected.addAll(LIST_OF_WORK);
        expected.add(WAITING);
        assertEquals(expected, tables("has_table_privilege(c.oid, 'DELETE')"));
        assertEquals(Set.of(), tables("has_table_privilege(c.oid, 'TRUNCATE')"));
    }

    @Test
    void theListOfMigrationsIsReadAtMost() throws SQLException {
        assertEquals(
                Set.of("flyway_schema_history"),
                tables("not has_any_column_privilege(c.oid, 'INSERT') and not has_table_privilege(c.oid, 'INSERT')"));
    }

    @Test
    void whatNobodyMayChangeTheOwnerCannotByAccident() throws SQLException {
        assertEquals(
                Set.of("flyway_schema_history", WAITING),
                tables("not has_any_column_privilege(c.oid, 'UPDATE') and not exists (select from pg_trigger g"
                        + " where g.tgrelid = c.oid and not g.tgisinternal and g.tgname ~ '_(frozen|kept)$')"));
    }

    /** Those for which the condition holds, asked as the application. */
    private Set<String> tables(String condition) throws SQLException {
        try (Connection application = rows.asApplication();
                Statement sql = application.createStatement();
                ResultSet row = sql.executeQuery("select c.relname from pg_class c where c.relkind in ('r', 'p')"
                        + " and c.relnamespace = 'public'::regnamespace and " + condition)) {
            Set<String> names = new TreeSet<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }
}
