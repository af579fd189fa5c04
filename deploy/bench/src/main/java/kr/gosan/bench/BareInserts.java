package kr.gosan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The yardstick of a batch: the rows that filing one return leaves in the database, taken from a return that was really
 * filed, inserted again and again by nothing but JDBC. Same server, same tables, indexes and triggers; the values are there
 * already, so nothing is read, checked, calculated, signed or written as JSON.
 */
final class BareInserts {

    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("premium_return", "id = '%1$s'");
        TABLES.put("filed_year", "return_id = '%1$s'");
        TABLES.put("slip", "return_id = '%1$s'");
        TABLES.put("receipt", "filing_id = '%1$s'");
        TABLES.put("outbox", "data ->> 'returnId' = '%1$s'");
        TABLES.put("audit", "subject_id = '%1$s'");
        TABLES.put("return_batch_filing", "return_id = '%1$s'");
        TABLES.put("return_batch_row", "answer like '%%%1$s%%'");
    }

    private record Row(String insert, List<String> columns, List<Object> values) {}

    private final List<Row> rows = new ArrayList<>();
    private final AtomicInteger serial = new AtomicInteger();

    /** Takes the rows of a return that was filed by a batch. */
    static BareInserts of(Connection connection, UUID returnId) throws SQLException {
        BareInserts inserts = new BareInserts();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery("select * from " + table.getKey() + " where "
                            + table.getValue().formatted(returnId))) {
                int before = inserts.rows.size();
                while (row.next()) {
                    inserts.rows.add(row(table.getKey(), row));
                }
                if (inserts.rows.size() == before) {
                    throw new IllegalStateException("no row of the return in " + table.getKey());
                }
            }
        }
        return inserts;
    }

    private static Row row(String table, ResultSet row) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        boolean generated = table.equals("outbox") || table.equals("audit");
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnName(i);
            if (!(generated && (name.equals("seq") || name.equals("id") || name.equals("published_at")))) {
                columns.add(name);
                values.add(row.getObject(i));
            }
        }
        String marks = String.join(", ", columns.stream().map(column -> "?").toList());
        return new Row(
                "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")",
                columns,
                values);
    }

    int rowsOfAReturn() {
        return rows.size();
    }

    /**
     * Inserts the rows of that many returns.
     *
     * @param together returns to a commit
     * @return seconds
     */
    double run(Callable<Connection> database, int returns, int connections, int together) throws Exception {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                shares.add(() -> insert(database, returns / connections, together));
            }
            for (Future<Void> share : threads.invokeAll(shares)) {
                share.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private Void insert(Callable<Connection> database, int returns, int together) throws Exception {
        try (Connection connection = database.call()) {
            connection.setAutoCommit(false);
            List<PreparedStatement> statements = new ArrayList<>();
            for (Row row : rows) {
                statements.add(connection.prepareStatement(row.insert()));
            }
            for (int i = 1; i <= returns; i++) {
                int number = serial.incrementAndGet();
                UUID id = UUID.randomUUID();
                for (int r = 0; r < rows.size(); r++) {
                    fill(statements.get(r), rows.get(r), number, id);
                    statements.get(r).executeUpdate();
                }
                if (i % together == 0 || i == returns) {
                    connection.commit();
                }
            }
        }
        return null;
    }

    /** The same values, but for those that tell one return from another. */
    private static void fill(PreparedStatement statement, Row row, int number, UUID id) throws SQLException {
        for (int i = 0; i < row.columns().size(); i++) {
            Object value = switch (row.columns().get(i)) {
                case "id", "return_id", "origin_id", "filing_id" -> id;
                case "management_no", "key" -> "%011d".formatted(90_000_000_000L + number);
                case "receipt_no" -> "B-20220310-%07d".formatted(number);
                case "row_no" -> 1_000_000 + number;
                case "subject_id" -> id.toString();
                default -> row.values().get(i);
            };
            statement.setObject(i + 1, value);
        }
    }
}
