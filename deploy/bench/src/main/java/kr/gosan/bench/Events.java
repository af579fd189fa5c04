package kr.gosan.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The events between services, so that what one turn leaves behind does not slow down the next. */
record Events(List<Database> databases) {

    private static final int LOOKS = 5;

    /** What one look finds: events that are not relayed yet, and events consumed so far. */
    private record Look(long waiting, long consumed) {}

    /** Comes back when no event waits and none was consumed for half a second. */
    void awaitQuiet() throws SQLException, InterruptedException {
        List<Connection> connections = new ArrayList<>();
        try {
            for (Database database : databases) {
                connections.add(database.connect());
            }
            Look before = look(connections);
            int same = 0;
            for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5); same < LOOKS; ) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("events still move after five minutes: " + before);
                }
                TimeUnit.MILLISECONDS.sleep(100);
                Look now = look(connections);
                same = now.waiting() == 0 && now.equals(before) ? same + 1 : 0;
                before = now;
            }
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static Look look(List<Connection> connections) throws SQLException {
        long waiting = 0;
        long consumed = 0;
        for (Connection connection : connections) {
            try (Statement select = connection.createStatement();
                    ResultSet row =
                            select.executeQuery("select (select count(*) from outbox where published_at is null),"
                                    + " (select count(*) from inbox)")) {
                row.next();
                waiting += row.getLong(1);
                consumed += row.getLong(2);
            }
        }
        return new Look(waiting, consumed);
    }
}
