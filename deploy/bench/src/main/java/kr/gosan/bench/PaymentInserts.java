package kr.gosan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The yardstick of a payment: the rows that one payment leaves in the database, taken from a payment that was really
 * taken in, written again for other slips by nothing but JDBC, one transaction each, with the slip's move to PAID. Same
 * server, same tables, indexes, triggers and checks at commit; the values are there already.
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
                "transaction_id in (select transaction_id from ledger_transaction where notice_id = '%1$s')");
        TABLES.put("outbox", "data ->> 'slipId' = '%2$s' and type like '%%payment-received%%'");
        TABLES.put("audit", "subject_id = '%1$s'");
    }

    private record Row(String insert, List<Object> values) {}

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> own = new HashSet<>();
    private final String sampleSlip;

    private PaymentInserts(UUID sampleSlip) {
        this.sampleSlip = sampleSlip.toString();
    }

    /** Takes the rows of the payment of a slip. */
    static PaymentInserts of(Connection connection, UUID slipId) throws SQLException {
        PaymentInserts inserts = new PaymentInserts(slipId);
        String notice = text(connection, "select notice_id from payment where slip_id = '" + slipId + "'");
        inserts.own.add(notice);
        inserts.own.add(slipId.toString());
        inserts.own.add(text(connection, "select payment_id from payment where slip_id = '" + slipId + "'"));
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery("select * from " + table.getKey() + " where "
                            + table.getValue().formatted(notice, slipId))) {
                int before = inserts.rows.size();
                while (row.next()) {
                    inserts.rows.add(inserts.row(table.getKey(), row));
                }
                if (inserts.rows.size() == before) {
                    throw new IllegalStateException("no row of the payment in " + table.getKey());
                }
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

    private Row row(String table, ResultSet row) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        boolean generated = table.equals("outbox") || table.equals("audit");
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnName(i);
            if (name.equals("written_in")
                    || generated && List.of("seq", "id", "published_at").contains(name)) {
                continue;
            }
            if (name.equals("bank_transaction_id") || name.equals("transaction_id")) {
                own.add(row.getString(i));
            }
            columns.add(name);
            values.add(row.getObject(i));
        }
        String marks = String.join(", ", columns.stream().map(column -> "?").toList());
        return new Row("insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")", values);
    }

    /** Rows that a payment leaves, beside the slip's own that is changed. */
    int rows() {
        return rows.size();
    }

    /** Writes the payments of these slips, one transaction each. */
    Void write(Connection connection, List<UUID> slips) throws SQLException {
        connection.setAutoCommit(false);
        List<PreparedStatement> statements = new ArrayList<>();
        for (Row row : rows) {
            statements.add(connection.prepareStatement(row.insert()));
        }
        PreparedStatement pay = connection.prepareStatement("update slip set state = 'PAID' where slip_id = ?");
        for (UUID slip : slips) {
            Map<String, String> names = new HashMap<>();
            for (int r = 0; r < rows.size(); r++) {
                List<Object> values = rows.get(r).values();
                for (int i = 0; i < values.size(); i++) {
                    statements.get(r).setObject(i + 1, renamed(values.get(i), slip, names));
                }
                statements.get(r).executeUpdate();
            }
            pay.setObject(1, slip);
            pay.executeUpdate();
            connection.commit();
        }
        return null;
    }

    /** The same value, but for what tells one payment from another. */
    private Object renamed(Object value, UUID slip, Map<String, String> names) {
        if (value instanceof UUID id && own.contains(id.toString())) {
            return UUID.fromString(name(id.toString(), slip, names));
        }
        return value instanceof String text && own.contains(text) ? name(text, slip, names) : value;
    }

    private String name(String original, UUID slip, Map<String, String> names) {
        return names.computeIfAbsent(
                original,
                it -> it.equals(sampleSlip)
                        ? slip.toString()
                        : UUID.randomUUID().toString());
    }
}
