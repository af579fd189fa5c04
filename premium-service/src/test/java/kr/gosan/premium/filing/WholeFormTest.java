package kr.gosan.premium.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.Test;

/** The sections of form 23 beside the premiums themselves: 가, 나, 마 and 사. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class WholeFormTest {

    @Test
    void theWholeFormOfTheApiDescriptionIsFiled() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode content = (ObjectNode) TestReturns.tree(ReturnExample.WHOLE_RETURN);
        content.put("managementNo", company.workplace.digits());
        Response filed = company.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        assertEquals("김고산", filed.jsonPath().getString("content.particulars.representative"));
        JsonPath table = filed.jsonPath().setRootPath("calculation.monthlyBases");
        assertTrue(table.getBoolean("headsEstimated"));
        assertEquals(12, table.getList("months").size());
        // 130,000,000 ÷ 12 = 10,833,333 rest 4; ÷ 4,330,442 = 2.50…
        assertEquals(10_833_337, table.getInt("months[0].industrialAccident.remuneration"));
        assertEquals(3, table.getInt("months[0].industrialAccident.heads"));
        assertEquals(10_833_333, table.getInt("months[11].industrialAccident.remuneration"));
        assertEquals(130_000_000, table.getInt("total.industrialAccident.remuneration"));
        assertEquals(36, table.getInt("total.industrialAccident.heads"));
        assertEquals(10_833_333, table.getInt("mean.industrialAccident.remuneration"));
        assertEquals(3, table.getInt("mean.industrialAccident.heads"));
        assertEquals(10_000_000, table.getInt("mean.stability.remuneration"));
    }

    @Test
    void aStatedTableMustAddUpToTheBases() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode content = company.content();
        table(content, 10_833_333, 10_000_000, 10_000_000);
        assertEquals(
                Set.of("/confirmed/industrialAccident base-differs-from-months"), errors(dryRun(company, content)));
        ((ObjectNode) content.at("/monthlyBases/months/0/industrialAccident")).put("remuneration", 10_833_337);
        assertEquals(200, dryRun(company, content).statusCode());
        ((ObjectNode) content.at("/confirmed/employment")).put("unemployment", 119_999_999);
        assertEquals(
                Set.of("/confirmed/employment/unemployment base-differs-from-months"),
                errors(dryRun(company, content)));
    }

    @Test
    void headsThatAreNotKnownAreEstimatedOnlyWhenThatIsSaid() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode content = company.content();
        table(content, 10_833_333, 10_000_000, 10_000_000);
        ((ObjectNode) content.at("/monthlyBases/months/0/industrialAccident"))
                .put("remuneration", 10_833_337)
                .remove("heads");
        assertEquals(
                Set.of("/monthlyBases/months/0/industrialAccident/heads required"), errors(dryRun(company, content)));
        ((ObjectNode) content.path("monthlyBases")).put("headsEstimated", true);
        JsonPath table = dryRun(company, content).jsonPath().setRootPath("calculation.monthlyBases");
        assertEquals(3, table.getInt("months[0].industrialAccident.heads"));
        assertEquals(2, table.getInt("months[1].industrialAccident.heads"));
    }

    @Test
    void aWorkplaceOfTheYearHasMonthsFromItsEstablishmentOn() {
        TestCompany company =
                TestCompany.established("CORPORATION", "2021-10-05").on("2022-03-10");
        ObjectNode content = company.content();
        content.putObject("monthlyBases").put("automatic", true);
        JsonPath table = dryRun(company, content).jsonPath().setRootPath("calculation.monthlyBases");
        assertEquals("[10, 11, 12]", table.getList("months.month").toString());
        assertEquals(40_000_000, table.getInt("mean.unemployment.remuneration"));

        table(content, 43_333_333, 40_000_000, 40_000_000);
        assertTrue(errors(dryRun(company, content)).contains("/monthlyBases/months/8/month month-outside-relation"));
    }

    @Test
    void everySectionsErrorsAreToldTogether() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode content = company.content();
        table(content, 1, 10_000_000, 10_000_000);
        content.putArray("works")
                .addObject()
                .put("name", "고산교 보수공사")
                .put("from", "2021-05-01")
                .put("to", "2022-04-30")
                .put("contractAmount", 500_000_000)
                .put("thisYear", 100_000_000)
                .put("nextYear", 0);
        content.putObject("offsetRequest")
                .put("industrialAccident", 10)
                .put("unemployment", 0)
                .put("stability", 0);
        content.set("refundAccount", TestReturns.account("SOLE_PROPRIETOR"));
        ((ObjectNode) content.at("/estimated/industrialAccident")).put("general", 1);
        assertEquals(
                Set.of(
                        "/confirmed/industrialAccident base-differs-from-months",
                        "/works works-not-for-this-kind",
                        "/offsetRequest/industrialAccident offset-differs",
                        "/refundAccount/holderKind refund-account-not-the-employers",
                        "/estimated/reductionReason reduction-reason-required"),
                errors(dryRun(company, content)));
    }

    @Test
    void theFieldsOfTheSectionsAreChecked() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode content = company.content();
        content.putObject("particulars")
                .put("email", "no at")
                .put("phone", "02/123")
                .put("name", " ");
        ArrayNode months =
                content.putObject("monthlyBases").put("automatic", false).putArray("months");
        months.add(month(1, 1, 1, 1));
        months.add(month(1, 1, 1, 1));
        months.add(month(13, 1, 1, 1));
        ((ObjectNode) months.get(0).path("stability")).put("heads", -1);
        content.putArray("works").addObject().put("from", "2022-01-02").put("to", "2022-01-01");
        content.putObject("offsetRequest").put("stability", -1);
        assertEquals(
                Set.of(
                        "/particulars/email email-invalid",
                        "/particulars/phone phone-number-invalid",
                        "/particulars/name text-empty",
                        "/monthlyBases/months/0/stability/heads heads-out-of-range",
                        "/monthlyBases/months/1/month month-twice",
                        "/monthlyBases/months/2/month month-expected",
                        "/works/0/to period-reversed",
                        "/works/0/name required",
                        "/works/0/contractAmount required",
                        "/works/0/thisYear required",
                        "/works/0/nextYear required",
                        "/offsetRequest/industrialAccident required",
                        "/offsetRequest/unemployment required",
                        "/offsetRequest/stability won-negative"),
                errors(dryRun(company, content)));
        content.putObject("monthlyBases").put("automatic", true).putArray("months");
        assertTrue(errors(dryRun(company, content)).contains("/monthlyBases/months months-not-with-automatic"));
    }

    @Test
    void anOffsetRequestRepeatsWhatTheReturnComesTo() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode content = TestReturns.refunding(company.workplace);
        content.set("refundAccount", TestReturns.account("CORPORATION"));
        // 4,885,600 − 3 % (146,560) − 5,000: the whole estimate of industrial accidents is set off
        content.putObject("offsetRequest")
                .put("industrialAccident", 4_734_040)
                .put("unemployment", 0)
                .put("stability", 0);
        assertEquals(200, dryRun(company, content).statusCode());
        ((ObjectNode) content.path("offsetRequest")).put("industrialAccident", 4_734_050);
        Response refused = dryRun(company, content);
        assertEquals(Set.of("/offsetRequest/industrialAccident offset-differs"), errors(refused));
        assertTrue(refused.asString().contains("4,734,040"), refused.asString());
    }

    @Test
    void worksBelongToASingleWorkAndMustFitTheirContract() {
        TestCompany company = TestCompany.establishedAs("CONSTRUCTION_SINGLE", "CORPORATION", "2021-05-01")
                .on("2022-03-10");
        ObjectNode content = company.content();
        ObjectNode work = content.putArray("works").addObject();
        work.put("name", "고산교 신축공사")
                .put("from", "2021-05-01")
                .put("to", "2023-06-30")
                .put("contractAmount", 900_000_000)
                .put("thisYear", 400_000_000)
                .put("nextYear", 200_000_000);
        assertFalse(errorsIfAny(dryRun(company, content)).stream().anyMatch(each -> each.startsWith("/works")));
        work.put("nextYear", 500_000_001);
        assertTrue(errors(dryRun(company, content)).contains("/works/0/contractAmount work-amounts-exceed-contract"));
        work.put("nextYear", 200_000_000).put("from", "2022-01-01");
        assertTrue(
                errors(dryRun(company, content)).contains("/works/0/contractAmount work-amounts-differ-from-contract"));
        work.put("to", "2022-12-31");
        assertTrue(errors(dryRun(company, content)).contains("/works/0/nextYear work-ends-before"));
        work.put("from", "2021-01-01").put("to", "2021-12-31");
        assertTrue(errors(dryRun(company, content)).contains("/works/0 work-not-in-year"));
    }

    @Test
    void theMeanWageOfAYearThatIsNotKnownIsRefusedByName() {
        TestCompany company = TestCompany.inMarch2022().on("2023-03-10");
        ObjectNode content = company.content().put("insuranceYear", 2022);
        content.putObject("monthlyBases").put("automatic", true);
        Response refused = dryRun(company, content);
        assertTrue(errors(refused).contains("/monthlyBases/automatic law-unknown"));
        assertTrue(refused.asString().contains("remuneration.construction-monthly-mean"), refused.asString());
    }

    @Test
    void withoutTheTableAReturnIsFiledToo() {
        TestCompany company = TestCompany.inMarch2022();
        assertNull(dryRun(company, company.content()).jsonPath().get("calculation.monthlyBases"));
    }

    static Response dryRun(TestCompany company, ObjectNode content) {
        return company.request(UUID.randomUUID().toString())
                .queryParam("dryRun", true)
                .body(content.toString())
                .post("/premium/v1/returns");
    }

    static Set<String> errors(Response refused) {
        assertTrue(refused.statusCode() >= 400, refused.asString());
        return errorsIfAny(refused);
    }

    private static Set<String> errorsIfAny(Response answer) {
        Set<String> errors = new TreeSet<>();
        if (answer.jsonPath().getList("errors") != null) {
            answer.jsonPath()
                    .getList("errors")
                    .forEach(each ->
                            errors.add(((Map<?, ?>) each).get("pointer") + " " + ((Map<?, ?>) each).get("code")));
        }
        return errors;
    }

    private static void table(ObjectNode content, long accident, long unemployment, long stability) {
        ArrayNode months = content.putObject("monthlyBases").putArray("months");
        for (int month = 1; month <= 12; month++) {
            months.add(month(month, accident, unemployment, stability));
        }
    }

    private static ObjectNode month(int month, long accident, long unemployment, long stability) {
        ObjectNode node = ((ObjectNode) TestReturns.tree("{}")).put("month", month);
        node.putObject("industrialAccident").put("heads", 2).put("remuneration", accident);
        node.putObject("unemployment").put("heads", 2).put("remuneration", unemployment);
        node.putObject("stability").put("heads", 2).put("remuneration", stability);
        return node;
    }
}
