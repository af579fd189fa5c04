package kr.gosan.premium;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.gosan.platform.testing.EndpointWalk;
import kr.gosan.platform.testing.EndpointWalk.Endpoint;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Every operation of the service, without a token, with bad ones, and with that of a stranger. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class AccessTest {

    /** Open to everybody, because a signature must be verifiable by anybody. */
    private static final Set<String> OPEN = Set.of("get /premium/v1/receipt-keys");

    /** Calculate for anybody with a token, whoever he is. */
    private static final Set<String> FOR_ANYBODY =
            Set.of("get /premium/v1/law", "post /premium/v1/calculations", "post /premium/v1/comparisons");

    /** Answer a stranger with what belongs to him: nothing; name the workplace in their query or body; or concern none. */
    private static final Set<String> WITHOUT_WORKPLACE = Set.of(
            "get /premium/v1/deadline-extensions",
            "get /premium/v1/returns",
            "get /premium/v1/returns/prefill",
            "get /premium/v1/workplaces",
            "post /premium/v1/remuneration-calculations",
            "post /premium/v1/remuneration-calculations/drafts",
            "post /premium/v1/remuneration-calculations/equipment",
            "post /premium/v1/remuneration-calculations/works",
            "post /premium/v1/remuneration-calculations/logging",
            "get /premium/v1/estimate-reductions",
            "post /premium/v1/estimate-reductions",
            "get /premium/v1/settlement-audits",
            // Of no workplace at all here; SettlementAuditTest asks for a real one.
            "get /premium/v1/settlement-audits/{auditId}");

    /** A batch belongs to who posted it, and names its workplaces row by row: see {@code ReturnBatchTest}. */
    private static final String BATCHES = "/premium/v1/return-batches";

    /** An application is tried on a stranger in {@code ApplicationTest}. */
    private static final String APPLICATIONS = "/premium/v1/applications";

    @Test
    void withoutAValidTokenNothingIsAnswered() {
        List<String> open = new ArrayList<>();
        for (Endpoint endpoint : EndpointWalk.all()) {
            if (endpoint.open()) {
                open.add(endpoint.method() + " " + endpoint.path());
                continue;
            }
            for (String token : new String[] {null, "x.y.z", Tokens.expired(), Tokens.forAnotherAudience()}) {
                assertEquals(401, endpoint.status(anyIds(), token), endpoint.toString());
            }
        }
        assertEquals(OPEN, Set.copyOf(open));
    }

    @Test
    void aStrangerGetsNothingOfAnotherCompany() {
        TestCompany company = TestCompany.inMarch2022();
        JsonPath filed = company.file(company.content()).jsonPath();
        Map<String, String> ids = Map.of(
                "id", filed.getString("id"),
                "receiptNo", filed.getString("receipt.receiptNo"),
                "no", "1",
                "runId", UUID.randomUUID().toString(),
                "auditId", UUID.randomUUID().toString(),
                "managementNo", company.workplace.digits());
        String stranger = Tokens.stranger();
        for (Endpoint endpoint : EndpointWalk.all()) {
            String name = endpoint.method() + " " + endpoint.path();
            if (endpoint.open()
                    || FOR_ANYBODY.contains(name)
                    || WITHOUT_WORKPLACE.contains(name)
                    || endpoint.path().startsWith(BATCHES)
                    || endpoint.path().startsWith(APPLICATIONS)
                    || name.startsWith("post /premium/v1/returns")
                    || name.startsWith("put")) {
                continue;
            }
            assertEquals(403, endpoint.status(ids, stranger), name);
        }
        String body = company.content().toString();
        for (String query : List.of("", "?submit=true", "?dryRun=true")) {
            assertEquals(
                    403,
                    as(stranger).body(body).post("/premium/v1/returns" + query).statusCode());
        }
        String path = "/premium/v1/returns/" + ids.get("id");
        assertEquals(
                403,
                as(stranger).body(body).header("If-Match", "\"1\"").put(path).statusCode());
        assertEquals(403, as(stranger).post(path + "/submission").statusCode());
        assertEquals(403, as(stranger).post(path + "/submission?dryRun=true").statusCode());
        assertEquals(403, as(stranger).post(path + "/copy").statusCode());
        assertEquals(
                403,
                as(stranger)
                        .get("/premium/v1/returns/prefill?insuranceYear=2021&managementNo="
                                + company.workplace.digits())
                        .statusCode());
        assertEquals(
                403,
                as(stranger)
                        .get("/premium/v1/returns?managementNo=" + company.workplace.digits())
                        .statusCode());
        assertEquals(
                List.of(), as(stranger).get("/premium/v1/returns").jsonPath().getList("items"));
        assertEquals(
                List.of(), as(stranger).get("/premium/v1/workplaces").jsonPath().getList("items"));
    }

    @Test
    void aDraftCannotBeMovedToAWorkplaceOfSomebodyElse() {
        TestCompany one = TestCompany.inMarch2022();
        TestCompany other = TestCompany.inMarch2022();
        String path = one.request("d")
                .body(one.content().toString())
                .post("/premium/v1/returns")
                .header("Location");
        assertEquals(
                403,
                one.request()
                        .header("If-Match", "\"1\"")
                        .body(other.content().toString())
                        .put(path)
                        .statusCode());
    }

    @Test
    void onlyEmployersFile() {
        for (String token : List.of(Tokens.worker(UUID.randomUUID().toString(), "k"), Tokens.bank())) {
            for (Endpoint endpoint : EndpointWalk.all()) {
                String name = endpoint.method() + " " + endpoint.path();
                if (!endpoint.open() && !FOR_ANYBODY.contains(name)) {
                    assertEquals(403, endpoint.status(anyIds(), token), name);
                }
            }
        }
    }

    @Test
    void theWalkKnowsEveryResource() {
        assertTrue(EndpointWalk.all().size() >= 11);
    }

    private static Map<String, String> anyIds() {
        return Map.of(
                "id",
                UUID.randomUUID().toString(),
                "receiptNo",
                "P-20220310-0000001",
                "managementNo",
                "12345678916",
                "no",
                "1",
                "runId",
                UUID.randomUUID().toString(),
                "auditId",
                UUID.randomUUID().toString());
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }
}
