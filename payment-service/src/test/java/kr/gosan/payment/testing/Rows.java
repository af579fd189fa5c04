package kr.gosan.payment.testing;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;

/** Looks at tables, past everything the service would say about them. */
@Singleton
public class Rows {

    private final AgroalDataSource application;
    private final Config config;

    public Rows(AgroalDataSource application, Config config) {
        this.application = application;
        this.config = config;
    }

    /** The one number a query gives. */
    public long number(String sql, Object... parameters) {
        try (Connection connection = application.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the service itself connects. */
    public Connection asApplication() throws SQLException {
        return application.getConnection();
    }

    /** As the migrations connect: the owner of the tables. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
