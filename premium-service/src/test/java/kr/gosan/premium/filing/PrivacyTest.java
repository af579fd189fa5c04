package kr.gosan.premium.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** The account a refund goes to is in no log, no event, no answer and no column in the clear. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class PrivacyTest {

    private static final String ACCOUNT = "777-88-99990001";

    @Inject
    EntityManager entities;

    @Inject
    PremiumReturnStore store;

    @Test
    void anAccountNumberIsKeptEncryptedAndShownMasked() {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Handler listener = listenTo(log);
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode content = TestReturns.refunding(company.workplace);
        content.set("refundAccount", TestReturns.account("CORPORATION"));
        List<String> shown = new ArrayList<>();
        Response drafted = company.request("d").body(content.toString()).post("/premium/v1/returns");
        shown.add(drafted.asString());
        Response filed = company.request("s").post(drafted.header("Location") + "/submission");
        assertEquals(200, filed.statusCode(), filed.asString());
        shown.add(filed.asString());
        shown.add(company.request().get(drafted.header("Location")).asString());
        ObjectNode broken = content.deepCopy();
        ((ObjectNode) broken.path("refundAccount")).put("accountNo", ACCOUNT + "x");
        shown.add(company.request("b")
                .body(broken.toString())
                .post("/premium/v1/returns")
                .asString());
        TestKafka.await(TestKafka.topic("premium"), company.workplace.digits(), 1, event -> true)
                .forEach(event -> shown.add(event.toString()));
        shown.addAll(rowsOf(company));
        Logger.getLogger("").removeHandler(listener);
        shown.addAll(log);

        assertTrue(shown.get(0).contains("***-**-*****001"), shown.get(0));
        for (String text : shown) {
            assertFalse(text.contains(ACCOUNT) || text.contains(ACCOUNT.replace("-", "")), text);
        }
        UUID id = UUID.fromString(filed.jsonPath().getString("id"));
        assertEquals(
                ACCOUNT,
                QuarkusTransaction.requiringNew()
                        .call(() -> store.lock(id).orElseThrow())
                        .content()
                        .refundAccount()
                        .accountNo(),
                "and is still known to whoever refunds");
    }

    @SuppressWarnings("unchecked")
    private List<String> rowsOf(TestCompany company) {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("premium_return", "receipt", "audit", "slip")) {
            rows.addAll(rows(
                    "select cast(t as text) from " + table + " t where management_no = ?1",
                    company.workplace.digits()));
        }
        rows.addAll(rows("select cast(t as text) from outbox t where key = ?1", company.workplace.digits()));
        rows.addAll(rows("select cast(t as text) from idempotency t where member_id = ?1", company.memberId));
        assertTrue(rows.size() >= 5);
        return rows;
    }

    @SuppressWarnings("unchecked")
    private List<String> rows(String query, String value) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        entities.createNativeQuery(query).setParameter(1, value).getResultList());
    }

    private static Handler listenTo(List<String> log) {
        PatternFormatter formatter = new PatternFormatter("%c %s%e%n");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                log.add(formatter.format(org.jboss.logmanager.ExtLogRecord.wrap(record)));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(handler);
        return handler;
    }
}
