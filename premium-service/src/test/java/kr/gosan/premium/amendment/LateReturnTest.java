package kr.gosan.premium.amendment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.extension.DeadlineExtensionResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Returns filed or amended late: surcharge and limitation, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class LateReturnTest {

    private TestCompany company;
    private String returnId;
    private TestCorrections corrections;

    @BeforeEach
    void aReturnFiledInTimeAndItIsJune() {
        company = TestCompany.inMarch2022();
        returnId = company.file(company.content()).jsonPath().getString("id");
        corrections = new TestCorrections(company, returnId);
        company.on("2022-06-10");
    }

    @Test
    void aLateReturnBearsTheWholeSurchargeOnce() {
        TestCompany late = TestCompany.inMarch2022().on("2022-04-01");
        String id = late.file(late.content()).jsonPath().getString("id");
        String path = "/premium/v1/returns/" + id + "/corrections";
        JsonPath before = late.request().get(path).jsonPath();
        assertEquals(138_560, before.getInt("lateFiling.surcharge.INDUSTRIAL_ACCIDENT"));
        assertEquals(82_000, before.getInt("lateFiling.surcharge.UNEMPLOYMENT"));
        assertFalse(before.getBoolean("lateFiling.levied"));
        ObjectNode levy = (ObjectNode)
                TestReturns.tree("{\"kind\": \"LATE_FILING\", \"against\": 0, \"reason\": \"법정기한 2022-03-31 경과\"}");
        TestCorrections.assertViolation(
                "operators-only", late.request("k").body(levy.toString()).post(path));
        Response levied = TestCorrections.operator().body(levy.toString()).post(path);
        assertEquals(201, levied.statusCode(), levied.asString());
        assertEquals(138_560, levied.jsonPath().getInt("adjustment.insurances[0].lines[0].surcharge"));
        assertEquals(0, levied.jsonPath().getInt("adjustment.insurances[0].lines[0].additionalDue"));
        assertTrue(late.request().get(path).jsonPath().getBoolean("lateFiling.levied"));
        TestCorrections.assertRefused(
                409,
                "late-filing-already-levied",
                TestCorrections.operator()
                        .body(levy.put("against", 1).toString())
                        .post(path));
        TestCorrections.assertViolation(
                "return-was-in-time",
                TestCorrections.operator()
                        .body(levy.put("against", 0).toString())
                        .post(corrections.path()));
    }

    @Test
    void anExtensionDeclaredAfterALateFilingMakesItTimely() {
        TestCompany late = TestCompany.inMarch2022().on("2022-04-11");
        String id = late.file(late.content()).jsonPath().getString("id");
        String path = "/premium/v1/returns/" + id + "/corrections";
        late.on("2022-04-12");
        extend(late, "2022-03-31", "2022-04-08");
        TestCorrections.assertViolation(
                "claim-needs-return-in-time",
                late.request("k1").body(TestCorrections.claim().toString()).post(path));
        assertFalse(late.request().get(path).jsonPath().getBoolean("lateFiling.levied"));

        extend(late, "2022-03-31", "2022-04-11");
        assertNull(late.request().get(path).jsonPath().get("lateFiling"), "nothing to levy any more");
        TestCorrections.assertViolation(
                "return-was-in-time",
                TestCorrections.operator()
                        .body("{\"kind\": \"LATE_FILING\", \"against\": 0, \"reason\": \"법정기한 경과\"}")
                        .post(path));
        assertFalse(
                late.request().get("/premium/v1/returns/" + id).jsonPath().getBoolean("calculation.filedInTime"),
                "the return stays as it was filed and signed");
        late.on("2023-04-11");
        Response lastDay = late.request()
                .queryParam("dryRun", true)
                .body(TestCorrections.claim().toString())
                .post(path);
        assertEquals(200, lastDay.statusCode(), lastDay.asString());
        late.on("2023-04-12");
        TestCorrections.assertViolation(
                "claim-period-over",
                late.request("k2").body(TestCorrections.claim().toString()).post(path));
        extend(late, "2023-04-11", "2023-04-12");
        Response longer = late.request()
                .queryParam("dryRun", true)
                .body(TestCorrections.claim().toString())
                .post(path);
        assertEquals(200, longer.statusCode(), "the end of the claim period can be extended too: " + longer.asString());
    }

    @Test
    void anAmendedReturnIsOpenUntilItsPremiumHasLapsed() {
        company.on("2024-12-31");
        Response lastDay = company.request()
                .queryParam("dryRun", true)
                .body(TestCorrections.amended().toString())
                .post(corrections.path());
        assertEquals(200, lastDay.statusCode(), lastDay.asString());
        company.on("2025-01-01");
        TestCorrections.assertViolation("year-closed", corrections.file(TestCorrections.amended()));
    }

    private static void extend(TestCompany whose, String due, String to) {
        ObjectNode body = TestReturns.tree(DeadlineExtensionResource.EXAMPLE).deepCopy();
        body.remove("districts");
        body.put("scope", "WORKPLACES").put("from", due).put("to", due).put("extendedTo", to);
        body.putArray("managementNos").add(whose.workplace.digits());
        Response declared = TestCorrections.operator().body(body.toString()).post("/premium/v1/deadline-extensions");
        assertEquals(201, declared.statusCode(), declared.asString());
    }
}
