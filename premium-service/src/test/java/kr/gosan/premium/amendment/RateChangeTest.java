package kr.gosan.premium.amendment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of a rate change over returns that were amended, cannot be read, or lie on a day whose law is not known. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class RateChangeTest {

    private static final String RATE_CHANGES = "/premium/v1/rate-change-adjustments";

    @Inject
    EntityManager entities;

    @Inject
    AdjustAfterRateChange adjustments;

    private String before;
    private TestCompany company;

    @BeforeEach
    void theRunBeginsBehindAReturn() {
        TestCompany first = TestCompany.inMarch2022();
        before = first.file(first.content()).jsonPath().getString("id");
        company = TestCompany.inMarch2022();
    }

    @Test
    void anAmendedReturnKeepsTheBaseItsEstimateWasMadeOn() {
        ObjectNode content = company.content();
        ((ObjectNode) content.at("/estimated/industrialAccident"))
                .put("general", 160_000_000)
                .put("equipment", 10_000_000);
        Response filed = company.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        company.on("2022-06-10");
        ObjectNode more = (ObjectNode) TestReturns.tree(CorrectionExample.AMENDED_RETURN);
        ((ObjectNode) more.at("/confirmed/industrialAccident")).put("general", 150_000_000);
        Response amended = company.request("a").body(more.toString()).post(filed.header("Location") + "/corrections");
        assertEquals(201, amended.statusCode(), amended.asString());
        company.on("2022-07-01");
        JsonPath done = goOn(begun()).jsonPath();
        assertEquals(1, done.getInt("checked"), done.prettify());
        assertEquals(0, done.getInt("adjusted"), "170,000,000 is more than 130 % of what was filed");
        assertEquals(0, done.getInt("skipped"));
    }

    @Test
    void aReturnThatCannotBeReadIsSkippedAndTheRunGoesOn() {
        company.on("2022-07-01");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "insert into premium_return (id, management_no, insurance_year, member_id, state,"
                                        + " version, content, filed_on, calculation, law, trace)"
                                        + " select uuidv7(), ?2, insurance_year, ?3, state, version,"
                                        + " replace(content, management_no, ?2), filed_on, '{}', law, trace"
                                        + " from premium_return where id = ?1")
                        .setParameter(1, UUID.fromString(before))
                        .setParameter(2, company.workplace.digits())
                        .setParameter(3, company.memberId)
                        .executeUpdate());
        TestCompany last = TestCompany.inMarch2022();
        last.file(last.content());
        Response done = goOn(begun());
        assertEquals(200, done.statusCode(), done.asString());
        assertEquals(2, done.jsonPath().getInt("checked"), done.asString());
        assertEquals(1, done.jsonPath().getInt("skipped"));
        assertTrue(done.jsonPath().getBoolean("finished"));
    }

    @Test
    void aRunIsNotUsedUpWhileTheLawIsNotKnown() {
        company.file(company.content());
        company.on("2035-07-01");
        String run = begun();
        Response stopped = goOn(run);
        assertEquals(422, stopped.statusCode(), stopped.asString());
        assertEquals("law-unknown", stopped.jsonPath().getString("errors[0].code"));
        company.on("2022-07-01");
        JsonPath done = goOn(run).jsonPath();
        assertEquals(1, done.getInt("checked"), done.prettify());
        assertEquals(0, done.getInt("skipped"));
        assertTrue(done.getBoolean("finished"));
        assertFalse(adjustments.unknownLaw(LocalDate.parse("2035-07-01")).isEmpty());
        assertEquals(List.of(), adjustments.unknownLaw(LocalDate.parse("2022-07-01")));
    }

    /** A run that begins behind the returns that other tests left. */
    private String begun() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from rate_change_run")
                        .executeUpdate());
        Response begun = operator().body(CorrectionExample.RATE_CHANGE).post(RATE_CHANGES);
        assertEquals(201, begun.statusCode(), begun.asString());
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update rate_change_run set after_id = ?1")
                        .setParameter(1, UUID.fromString(before))
                        .executeUpdate());
        return begun.header("Location");
    }

    private static Response goOn(String run) {
        return operator().post(run + "/continuation");
    }

    private static RequestSpecification operator() {
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }
}
