package kr.gosan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.util.PGobject;

/**
 * The yardstick of a payment: the rows that one payment leaves in the database, taken from a payment that was really
 * taken in, written again for other slips by nothing but JDBC, one transaction each, with the slip's move to PAID. Same
 * server, same tables, indexes, triggers and checks at commit; the rows of one table are one JDBC batch. The values are
 * there already: nothing is read, checked or calculated.
 */
final class PaymentInserts {

    /** Tables with the rows of a payment; the notice's id is put in for {@code %1$s}, the slip's for {@code %2$s}. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("bank_notice", "notice_id = '%1$s'");
        TABLES.put("payment", "notice_id = '%1$s'");
        TABLES.put("ledger_transaction", "notice_id = '%1$s'");
        TABLES.put(
                "ledger_entry",
                "transaction_id in (select transaction_id from ledger_transaction where notice_id = '%1$s') order by line");
        TABLES.put("outbox", "data ->> 'slipId' = '%2$s' and type like '%%payment-received%%'");
        TABLES.put("audit", "subject_id = '%1$s'");
    }

    /** What the database or the relay fills in. */
    private static final List<String> GENERATED = List.of("written_in", "seq", "id", "published_at");

    private record Table(String insert, List<List<Object>> rows) {}

    private final List<Table> tables = new ArrayList<>();
    private final OpenSlip sample;
    /** Ids and numbers that only the payment itself has. */
    private final List<String> own = new ArrayList<>();

    private PaymentInserts(OpenSlip sample) {
        this.sample = sample;
    }

    /** Takes the rows of a payment of a slip of the insurance. */
    static PaymentInserts of(Connection connection, String insurance) throws SQLException {
        PaymentInserts inserts = new PaymentInserts(OpenSlip.paid(connection, insurance));
        UUID slip = inserts.sample.slipId();
        String notice = text(connection, "select notice_id from payment where slip_id = '" + slip + "'");
        inserts.own.add(notice);
        inserts.own.add(text(connection, "select payment_id from payment where slip_id = '" + slip + "'"));
        inserts.own.add(
                text(connection, "select transaction_id from ledger_transaction where notice_id = '" + notice + "'"));
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery("select * from " + table.getKey() + " where "
                            + table.getValue().formatted(notice, slip))) {
                inserts.tables.add(table(table.getKey(), row));
            }
        }
        return inserts;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Table table(String name, ResultSet row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnName(i);
            if (!GENERATED.contains(column)) {
                columns.add(column);
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        while (row.next()) {
            List<Object> values = new ArrayList<>();
            for (String column : columns) {
                values.add(row.getObject(column));
            }
            rows.add(values);
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("no row of the payment in " + name);
        }
        String marks = String.join(", ", columns.stream().map(column -> "?").toList());
        return new Table("insert into " + name + " (" + String.join(", ", columns) + ") values (" + marks + ")", rows);
    }

    /** Rows that a payment leaves, beside the slip's own that is changed. */
    int rows() {
        return tables.stream().mapToInt(table -> table.rows().size()).sum();
    }

    /** The statements of a connection that pays by them. */
    Prepared prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        List<PreparedStatement> inserts = new ArrayList<>();
        for (Table table : tables) {
            inserts.add(connection.prepareStatement(table.insert()));
        }
        return new Prepared(
                connection, inserts, connection.prepareStatement("update slip set state = 'PAID' where slip_id = ?"));
    }

    /** Pays by the rows of {@link PaymentInserts} over one connection. */
    final class Prepared {

        private final Connection connection;
        private final List<PreparedStatement> inserts;
        private final PreparedStatement move;

        private Prepared(Connection connection, List<PreparedStatement> inserts, PreparedStatement move) {
            this.connection = connection;
            this.inserts = inserts;
            this.move = move;
        }

        /** Writes the payment of one slip of the insurance, and commits. */
        void pay(OpenSlip slip) throws SQLException {
            Map<String, String> names = names(slip);
            for (int i = 0; i < inserts.size(); i++) {
                PreparedStatement insert = inserts.get(i);
                List<List<Object>> rows = tables.get(i).rows();
                for (List<Object> row : rows) {
                    for (int column = 0; column < row.size(); column++) {
                        insert.setObject(column + 1, renamed(row.get(column), names));
                    }
                    if (rows.size() > 1) {
                        insert.addBatch();
                    }
                }
                if (rows.size() > 1) {
                    insert.executeBatch();
                } else {
                    insert.executeUpdate();
                }
            }
            move.setObject(1, slip.slipId());
            move.executeUpdate();
            connection.commit();
        }
    }

    /** What tells one payment from another: by what the sample has, what this one has. */
    private Map<String, String> names(OpenSlip slip) {
        Map<String, String> names = new HashMap<>();
        own.forEach(id -> names.put(id, UUID.randomUUID().toString()));
        names.put(sample.slipId().toString(), slip.slipId().toString());
        names.put(sample.returnId().toString(), slip.returnId().toString());
        names.put(sample.ePaymentNo(), slip.ePaymentNo());
        names.put(sample.managementNo(), slip.managementNo());
        return names;
    }

    private static Object renamed(Object value, Map<String, String> names) throws SQLException {
        return switch (value) {
            case UUID id when names.containsKey(id.toString()) -> UUID.fromString(names.get(id.toString()));
            case String text -> names.getOrDefault(text, text);
            case PGobject json -> {
                PGobject renamed = new PGobject();
                renamed.setType(json.getType());
                String text = json.getValue();
                for (Map.Entry<String, String> name : names.entrySet()) {
                    text = text.replace(name.getKey(), name.getValue());
                }
                renamed.setValue(text);
                yield renamed;
            }
            case null, default -> value;
        };
    }
}
