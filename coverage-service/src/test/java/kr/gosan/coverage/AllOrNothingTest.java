package kr.gosan.coverage;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import kr.gosan.coverage.testing.Company;
import kr.gosan.coverage.testing.Rows;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.crypto.PersonIndex;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** When the last write of a report fails, none of the others has happened: no receipt, no event, no claim on the key. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class AllOrNothingTest {

    @Inject
    Rows rows;

    @Inject
    PersonIndex index;

    @Test
    void aReportThatBreaksHalfWayLeavesNothingAndCanBeSentAgain() throws SQLException {
        Company company = Company.established();
        ResidentNumber worker = TestNumbers.resident();
        String key = Company.newKey();
        String body = Company.acquisition(worker, report -> {});
        long before = rows.about(company.collective);
        try (Connection owner = owner();
                var sql = owner.createStatement()) {
            sql.execute("create function break_outbox() returns trigger language plpgsql as $$ begin"
                    + " if new.key = '" + company.collective + "' then raise 'disk full'; end if; return new; end $$");
            sql.execute(
                    "create trigger break_outbox after insert on outbox for each row execute function break_outbox()");
            try {
                company.post(company.path("/acquisitions"), key, body)
                        .then()
                        .statusCode(500)
                        .body("code", equalTo("internal-error"))
                        .body(not(containsString("disk full")));
            } finally {
                sql.execute("drop trigger break_outbox on outbox");
                sql.execute("drop function break_outbox");
            }
        }
        assertEquals(before, rows.about(company.collective));
        assertEquals(0, rows.count("person", "person_key", index.of(worker)));
        assertEquals(0, rows.count("idempotency", "key", key));
        assertEquals(201, company.post(company.path("/acquisitions"), key, body).statusCode());
    }

    private static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
