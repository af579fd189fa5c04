package kr.gosan.premium.calculator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class RemunerationDraftsTest {

    private static final String PATH = "/premium/v1/remuneration-calculations/drafts";

    @Test
    void oneCallDraftsTheReturnsOfHeadOfficeAndCollective() {
        TestCompany company = TestCompany.inMarch2022();
        WorkplaceNumber headOffice = company.headOffice("2015-05-01");
        Response made = post(company, request(company, headOffice), "k1");
        assertEquals(201, made.statusCode(), made.asString());
        List<String> links = made.jsonPath().getList("drafts.href");
        assertEquals(2, links.size());

        JsonPath office = company.request().get(links.getFirst()).jsonPath();
        assertEquals("DRAFT", office.getString("state"));
        assertEquals(headOffice.digits(), office.getString("managementNo").replace("-", ""));
        assertEquals(2_400_000_000L, office.getLong("content.confirmed.industrialAccident.general"));
        assertEquals(3_400_000_000L, office.getLong("content.confirmed.employment.unemployment"));
        JsonPath collective = company.request().get(links.getLast()).jsonPath();
        assertEquals(3_100_000_000L, collective.getLong("content.confirmed.industrialAccident.general"));
        assertEquals(2_100_000_000L, collective.getLong("content.estimated.employment.stability"));
        // the premium is there as well, by what the service knows of the workplaces: 2,400,000,000 × 10.63‰
        assertEquals(
                25_512_000L, made.jsonPath().getLong("calculation.headOffice.premium.confirmed.industrialAccident"));
    }

    @Test
    void aDraftMadeThisWayIsRefusedOnlyForWhatTheCalculatorCannotKnow() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode request = request(company, null);
        String link = post(company, request, "k").jsonPath().getString("drafts[0].href");
        Response tried = company.request("s").post(link + "/submission");
        assertEquals(422, tried.statusCode(), tried.asString());
        assertEquals(List.of("/previousEstimate"), tried.jsonPath().getList("errors.pointer", String.class));
    }

    @Test
    void aRetryGivesTheSameDraftsAndAnotherBodyIsRefused() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode request = request(company, null);
        Response first = post(company, request, "key");
        Response again = post(company, request, "key");
        assertEquals(201, again.statusCode());
        assertEquals(first.asString(), again.asString());
        assertEquals(1, drafts(company));
        ((ObjectNode) request.at("/calculation/accounts/0")).put("total", 1);
        assertEquals(409, post(company, request, "key").statusCode());
        assertEquals(400, company.request().body(request.toString()).post(PATH).statusCode());
    }

    @Test
    void aDryRunCalculatesAndDraftsNothing() {
        TestCompany company = TestCompany.inMarch2022();
        Response would = company.request()
                .queryParam("dryRun", true)
                .body(request(company, null).toString())
                .post(PATH);
        assertEquals(200, would.statusCode(), would.asString());
        assertNull(would.jsonPath().get("drafts[0].id"));
        assertEquals(0, drafts(company));
    }

    @Test
    void nothingIsDraftedWhenOneOfTheTwoCannotBe() {
        TestCompany company = TestCompany.inMarch2022();
        TestCompany other = TestCompany.inMarch2022();
        assertEquals(403, post(company, request(company, other.workplace), "k").statusCode());
        ObjectNode swapped = request(company, company.workplace);
        swapped.remove("collective");
        ((ObjectNode) swapped.at("/calculation/accounts/0"))
                .putObject("deductions")
                .put("nonTaxable", 2_400_000_001L);
        Response refused = post(company, swapped, "k");
        assertEquals(422, refused.statusCode(), refused.asString());
        assertEquals(
                List.of("/calculation/accounts/0/deductions", "/headOffice/managementNo"),
                refused.jsonPath().getList("errors.pointer", String.class).stream()
                        .sorted()
                        .toList());
        assertTrue(refused.jsonPath().getList("errors.code").contains("workplace-of-another-kind"));
        assertEquals(0, drafts(company));
    }

    @Test
    void atLeastOneWorkplaceIsNamed() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode request = request(company, null);
        request.remove("collective");
        Response refused = post(company, request, "k");
        assertEquals(400, refused.statusCode());
        assertEquals(List.of("/headOffice"), refused.jsonPath().getList("errors.pointer"));
    }

    private static int drafts(TestCompany company) {
        return company.request()
                .get("/premium/v1/returns")
                .jsonPath()
                .getList("items")
                .size();
    }

    private static ObjectNode request(TestCompany company, WorkplaceNumber headOffice) {
        ObjectNode request = (ObjectNode) TestReturns.tree(RemunerationExample.DRAFTS);
        if (headOffice == null) {
            request.remove("headOffice");
        } else {
            ((ObjectNode) request.path("headOffice")).put("managementNo", headOffice.digits());
        }
        ((ObjectNode) request.path("collective")).put("managementNo", company.workplace.digits());
        return request;
    }

    private static Response post(TestCompany company, ObjectNode body, String key) {
        return company.request(key + UUID.nameUUIDFromBytes(company.memberId.getBytes()))
                .body(body.toString())
                .post(PATH);
    }
}
