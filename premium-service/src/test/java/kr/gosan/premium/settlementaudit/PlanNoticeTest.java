package kr.gosan.premium.settlementaudit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The plan notice of an audit and an amendment of the return come one after the other. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class PlanNoticeTest {

    private static final String AUDITS = "/premium/v1/settlement-audits";

    @Inject
    EntityManager entities;

    @Test
    void theNoticeWaitsForAnAmendmentThatIsBeingFiled() throws Exception {
        TestCompany company = TestCompany.inMarch2022();
        String returnId = company.file(company.content()).jsonPath().getString("id");
        company.on("2022-06-10");
        String audit = selected(company);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Response> notice = QuarkusTransaction.requiringNew().call(() -> {
                entities.createNativeQuery("select id from premium_return where id = ?1 for update")
                        .setParameter(1, UUID.fromString(returnId))
                        .getSingleResult();
                Future<Response> begun =
                        thread.submit(() -> operator().body(AuditExample.NOTICE).post(AUDITS + "/" + audit + "/steps"));
                Awaitility.await()
                        .pollInSameThread()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> begun.isDone() || somebodyWaitsForThisTransaction());
                assertFalse(begun.isDone(), "the return is held by who amends it");
                return begun;
            });
            assertEquals("NOTICED", notice.get().jsonPath().getString("state"));
        }
    }

    private boolean somebodyWaitsForThisTransaction() {
        return !entities.createNativeQuery(
                        "select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")
                .getResultList()
                .isEmpty();
    }

    private static String selected(TestCompany company) {
        operator()
                .contentType("application/x-ndjson")
                .body(AuditExample.NDJSON
                        .replace("123-45-67891-6", company.workplace.digits())
                        .getBytes(StandardCharsets.UTF_8))
                .put(AUDITS + "/external-figures");
        ObjectNode selection = (ObjectNode) TestReturns.tree(AuditExample.SELECTION);
        operator().body(selection.put("thresholdPercent", "10").toString()).post(AUDITS + "/selections");
        return operator().get(AUDITS).jsonPath().getList("items").stream()
                .map(Map.class::cast)
                .filter(it -> company.workplace.digits().equals(it.get("managementNo")))
                .map(it -> it.get("id").toString())
                .findFirst()
                .orElseThrow();
    }

    private static RequestSpecification operator() {
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }
}
