package kr.gosan.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** The database that a service of the benchmark's stack uses, entered as that service enters it. */
record Database(String service) {

    static final Database PREMIUM = new Database("premium");
    static final Database PAYMENT = new Database("payment");

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + System.getenv("GOSAN_POSTGRES") + "/" + service + "_test",
                service + "_app",
                System.getenv("GOSAN_TEST_" + service.toUpperCase(Locale.ROOT) + "_PASSWORD"));
    }

    /** Whether the server waits for its disk at every commit. */
    boolean isDurable() throws SQLException {
        try (Connection connection = connect();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select current_setting('fsync') || current_setting('synchronous_commit')")) {
            row.next();
            return row.getString(1).equals("onon");
        }
    }
}
