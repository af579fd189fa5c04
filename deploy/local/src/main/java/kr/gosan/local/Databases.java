package kr.gosan.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The databases of a stack and who may do what in them. Every service has two roles: the owner, which only its
 * migrations use, and the application, which can neither change the schema nor see another service's database.
 */
final class Databases {

    /**
     * @param name the database
     * @param owner owns it and everything in it
     * @param application may read and write rows, nothing else; absent where the owner is the application
     */
    record Database(String name, Role owner, Optional<Role> application) {}

    record Role(String name, String password) {}

    private Databases() {}

    /** @param test whether every service, and the platform they share, gets a database for its tests as well */
    static List<Database> of(Secrets secrets, boolean test) {
        var databases = new ArrayList<Database>();
        databases.add(new Database(
                "keycloak", new Role("keycloak", secrets.get("KEYCLOAK_DATABASE_PASSWORD")), Optional.empty()));
        for (Service service : Service.values()) {
            databases.add(of(secrets, service.id(), ""));
            if (test) {
                databases.add(of(secrets, service.id(), "_test"));
            }
        }
        if (test) {
            databases.add(of(secrets, "platform", "_test"));
        }
        return databases;
    }

    private static Database of(Secrets secrets, String user, String suffix) {
        String secret = user.toUpperCase(Locale.ROOT);
        var owner = new Role(user + "_owner", secrets.get(secret + "_OWNER_PASSWORD"));
        var application = new Role(user + "_app", secrets.get(secret + "_PASSWORD"));
        return new Database(user + suffix, owner, Optional.of(application));
    }

    static Connection connect(Ports ports, String database, String password) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", "postgres");
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + Ports.address(ports.postgres()) + "/" + database, settings);
    }

    /** Brings roles, databases and rights to what they should be; repeating it changes nothing. */
    static void create(Ports ports, String password, List<Database> databases) throws SQLException {
        try (var connection = connect(ports, "postgres", password);
                var sql = connection.createStatement()) {
            for (Database database : databases) {
                role(sql, database.owner());
                if (database.application().isPresent()) {
                    role(sql, database.application().get());
                }
                if (!exists(sql, "pg_database where datname = '" + database.name() + "'")) {
                    sql.execute("create database " + database.name() + " owner "
                            + database.owner().name());
                }
                sql.execute("revoke all on database " + database.name() + " from public");
            }
        }
        for (Database database : databases) {
            if (database.application().isPresent()) {
                grant(ports, password, database, database.application().get());
            }
        }
    }

    private static void role(Statement sql, Role role) throws SQLException {
        if (!exists(sql, "pg_roles where rolname = '" + role.name() + "'")) {
            sql.execute("create role " + role.name() + " login");
        }
        sql.execute("alter role " + role.name() + " password '" + role.password() + "'");
    }

    private static void grant(Ports ports, String password, Database database, Role application) throws SQLException {
        String defaults =
                "alter default privileges for role " + database.owner().name() + " in schema public grant ";
        try (var connection = connect(ports, database.name(), password);
                var sql = connection.createStatement()) {
            sql.execute("grant connect on database " + database.name() + " to " + application.name());
            sql.execute("revoke all on schema public from public");
            sql.execute("grant usage on schema public to " + application.name());
            sql.execute(defaults + "select, insert, update, delete on tables to " + application.name());
            sql.execute(defaults + "usage on sequences to " + application.name());
        }
    }

    private static boolean exists(Statement sql, String what) throws SQLException {
        try (var rows = sql.executeQuery("select 1 from " + what)) {
            return rows.next();
        }
    }
}
