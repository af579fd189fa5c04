package kr.gosan.premium.filing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.amendment.CorrectionExample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the records know goes before what the filer says: the next year's return, prefilled, copied and compared. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class RecordsTest {

    private TestCompany company;
    private String filedId;

    @BeforeEach
    void aReturnOf2021IsFiled() {
        company = TestCompany.inMarch2022();
        ObjectNode content = company.content();
        content.putObject("particulars").put("representative", "김고산").put("phone", "02-123-4567");
        ((ObjectNode) content.path("payment")).put("employment", "INSTALLMENT");
        Response filed = company.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        filedId = filed.jsonPath().getString("id");
    }

    @Test
    void whatWasReportedIsTheEstimateOnRecordAndNothingIsPaidYet() {
        JsonPath prefill = prefill(2022);
        assertEquals(filedId, prefill.getString("previousReturnId"));
        assertEquals(4_885_600, prefill.getInt("previousEstimate.industrialAccident.reported"));
        assertEquals(2_040_000, prefill.getInt("previousEstimate.unemployment.reported"));
        assertEquals(300_000, prefill.getInt("previousEstimate.stability.reported"));
        assertEquals(0, prefill.getInt("previousEstimate.industrialAccident.paid"));
        assertEquals("김고산", prefill.getString("particulars.representative"));
        assertEquals("고산건설 일괄", prefill.getString("particulars.name"));
    }

    @Test
    void aLumpSumPaidInTimeCountsWithItsDiscount() {
        pay("IA", 0, 6_119_640, "2022-03-31");
        await().until(() -> prefill(2022).getInt("previousEstimate.industrialAccident.paid") == 4_885_600);
    }

    @Test
    void aLumpSumPaidLateCountsWithoutItsDiscount() {
        pay("IA", 0, 6_119_640, "2022-04-01");
        // 4,885,600 − 146,560
        await().until(() -> prefill(2022).getInt("previousEstimate.industrialAccident.paid") == 4_739_040);
    }

    @Test
    void aReducedEstimateIsWhatWasReported() {
        company.on("2022-06-10");
        ObjectNode reduction = (ObjectNode) TestReturns.tree(CorrectionExample.ESTIMATE_REDUCTION);
        reduction.put("managementNo", company.workplace.digits());
        Response filed = company.request("r").body(reduction.toString()).post("/premium/v1/estimate-reductions");
        assertEquals(201, filed.statusCode(), filed.asString());
        assertEquals(4_885_600, prefill(2022).getInt("previousEstimate.industrialAccident.reported"));
        Response decided = given().header("Authorization", "Bearer " + Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"outcome\": \"ACCEPTED\", \"reason\": \"계약 해지 확인\"}")
                .post("/premium/v1/returns/" + filedId + "/corrections/1/decision");
        assertEquals(200, decided.statusCode(), decided.asString());
        // 60,000,000 × 37.63‰ + 5,000,000 × 37‰
        assertEquals(2_442_800, prefill(2022).getInt("previousEstimate.industrialAccident.reported"));
    }

    @Test
    void instalmentsCountOneByOne() {
        JsonPath slips = company.request().get("/premium/v1/returns/" + filedId).jsonPath();
        pay("EI", 1, slips.getLong("slips.find { it.insurance == 'EI' && it.period == 1 }.payable"), "2022-03-31");
        await().until(() -> prefill(2022).getInt("previousEstimate.unemployment.paid") == 510_000);
        assertEquals(75_000, prefill(2022).getInt("previousEstimate.stability.paid"));
        pay("EI", 2, slips.getLong("slips.find { it.insurance == 'EI' && it.period == 2 }.payable"), "2022-05-16");
        await().until(() -> prefill(2022).getInt("previousEstimate.unemployment.paid") == 1_020_000);
    }

    @Test
    void moneyThatDoesNotFillASlipGoesToTheConfirmedPremiumFirst() {
        // 1,385,600 is the confirmed premium on the slip.
        pay("IA", 0, 1_385_600, "2022-03-31");
        pay("IA", 0, 100_000, "2022-03-31");
        await().until(() -> prefill(2022).getInt("previousEstimate.industrialAccident.paid") == 100_000);
    }

    @Test
    void aWordThatDiffersFromTheRecordsIsRefusedWithTheRecordedAmount() {
        company.on("2023-03-10");
        ObjectNode next = company.content().put("insuranceYear", 2022);
        Response refused = WholeFormTest.dryRun(company, next);
        assertEquals(422, refused.statusCode());
        for (String fund : new String[] {"industrialAccident", "unemployment", "stability"}) {
            assertTrue(WholeFormTest.errors(refused)
                    .contains("/previousEstimate/" + fund + "/reported reported-differs-from-records"));
            assertTrue(WholeFormTest.errors(refused)
                    .contains("/previousEstimate/" + fund + "/paid paid-differs-from-records"));
        }
        assertTrue(refused.asString().contains("4,885,600"), refused.asString());

        next.remove("previousEstimate");
        Response completed = WholeFormTest.dryRun(company, next);
        assertFalse(completed.asString().contains("/previousEstimate"), completed.asString());
    }

    @Test
    void theNextYearsReturnIsDraftedFromThisOne() {
        Response copied = company.request("copy").post("/premium/v1/returns/" + filedId + "/copy");
        assertEquals(201, copied.statusCode(), copied.asString());
        JsonPath draft = copied.jsonPath();
        assertEquals("DRAFT", draft.getString("state"));
        assertEquals(2022, draft.getInt("insuranceYear"));
        assertEquals("INSTALLMENT", draft.getString("content.payment.employment"));
        assertEquals("김고산", draft.getString("content.particulars.representative"));
        assertEquals(120_000_000, draft.getInt("content.estimated.industrialAccident.general"));
        assertNull(draft.get("content.estimated.employment.unemploymentPeriods"));
        assertNull(draft.get("content.confirmed"));
        assertNull(draft.get("content.previousEstimate"));
        assertNull(draft.get("clientReference"));
        Response again = company.request("copy").post("/premium/v1/returns/" + filedId + "/copy");
        assertEquals(draft.getString("id"), again.jsonPath().getString("id"));
    }

    @Test
    void aKeptReturnIsComparedWithItselfPaidInAnotherWay() {
        String path = "/premium/v1/returns/" + filedId + "/comparison";
        Response compared = company.request().get(path + "?industrialAccident=INSTALLMENT");
        assertEquals(200, compared.statusCode(), compared.asString());
        assertEquals(146_560, compared.jsonPath().getInt("differences[0].payable[0].by"));
        assertEquals(0, compared.jsonPath().getInt("differences[0].payable[1].by"));
        assertEquals(
                List.of(),
                company.request()
                        .get(path + "?industrialAccident=LUMP_SUM")
                        .jsonPath()
                        .getList("differences[0].steps"));
        assertEquals(400, company.request().get(path + "?employment=LATER").statusCode());
    }

    @Test
    void theMonthsDecideWhichRateAConfirmedBaseHas() {
        company.on("2023-03-10");
        ObjectNode next = company.content().put("insuranceYear", 2022);
        next.remove("previousEstimate");
        ((ObjectNode) next.at("/estimated/employment")).remove("unemploymentPeriods");
        // A rate of industrial accidents in 2023 is not known: no base, no rate needed.
        ((ObjectNode) next.at("/confirmed/industrialAccident"))
                .put("general", 0)
                .put("equipment", 0);
        ((ObjectNode) next.at("/estimated/industrialAccident"))
                .put("general", 0)
                .put("equipment", 0);
        // Everything was paid in December: all of it at 18‰, and not half at 16‰.
        ObjectNode december = next.putObject("monthlyBases").putArray("months").addObject();
        december.put("month", 12);
        december.putObject("industrialAccident").put("heads", 0).put("remuneration", 0);
        december.putObject("unemployment").put("heads", 20).put("remuneration", 120_000_000);
        december.putObject("stability").put("heads", 20).put("remuneration", 120_000_000);
        Response tried = WholeFormTest.dryRun(company, next);
        assertEquals(200, tried.statusCode(), tried.asString());
        String line = "calculation.insurances.find { it.insurance == 'EI' }.confirmed.lines[%d].%s";
        assertEquals(0, tried.jsonPath().getInt(line.formatted(0, "remuneration")));
        assertEquals(120_000_000, tried.jsonPath().getInt(line.formatted(1, "remuneration")));
        assertEquals(2_160_000, tried.jsonPath().getInt(line.formatted(1, "premium")));
    }

    @Test
    void thePrefillTellsRatesDueDateAndWhatIsOpen() {
        JsonPath prefill = prefill(2021);
        assertEquals(filedId, prefill.getString("filedReturnId"));
        assertNull(prefill.get("previousEstimate"));
        assertEquals("2022-03-31", prefill.getString("schedule.dueDate"));
        assertEquals(21, prefill.getInt("schedule.daysLeft"));
        assertTrue(prefill.getBoolean("schedule.instalmentsOpen"));
        assertTrue(prefill.getBoolean("schedule.lumpSumDiscountOpen"));
        assertFalse(prefill.getBoolean("schedule.yearClosed"));
        assertEquals(
                "[16, 16, 18]",
                prefill.getList("rates.findAll { it.row == 'UNEMPLOYMENT' }.ratePerMille")
                        .toString());
        assertEquals(400, company.request().get("/premium/v1/returns/prefill").statusCode());
        assertEquals(
                422,
                company.request()
                        .get("/premium/v1/returns/prefill?insuranceYear=2010&managementNo=" + company.workplace)
                        .statusCode());
        company.on("2022-04-01");
        assertEquals(-1, prefill(2021).getInt("schedule.daysLeft"));
        assertFalse(prefill(2021).getBoolean("schedule.lumpSumDiscountOpen"));
    }

    @Test
    void aSecondReturnForTheYearNamesTheFirst() {
        Response refused = company.file(company.content());
        assertEquals(409, refused.statusCode());
        assertEquals("return-already-filed", refused.jsonPath().getString("code"));
        assertTrue(refused.asString().contains(filedId), refused.asString());
    }

    @Test
    void aYearClosesWhenItsPremiumHasLapsed() {
        TestCompany late = TestCompany.inMarch2022().on("2024-12-31");
        assertFalse(errorsOf(late).contains("/insuranceYear year-closed"));
        late.on("2025-01-01");
        assertTrue(errorsOf(late).contains("/insuranceYear year-closed"));
    }

    @Test
    void aDraftCanBeDeletedAndAFiledReturnCannot() {
        String draft = company.request("d")
                .body(company.content().toString())
                .post("/premium/v1/returns")
                .header("Location");
        assertEquals(
                403,
                given().header("Authorization", "Bearer " + Tokens.stranger())
                        .delete(draft)
                        .statusCode());
        assertEquals(
                412, company.request().header("If-Match", "\"7\"").delete(draft).statusCode());
        assertEquals(204, company.request().delete(draft).statusCode());
        assertEquals(404, company.request().get(draft).statusCode());
        assertEquals(404, company.request().delete(draft).statusCode());
        assertEquals(
                409, company.request().delete("/premium/v1/returns/" + filedId).statusCode());
    }

    @Test
    void theMandatedAgencyFilesAndAnOperatorReads() {
        TestCompany client = TestCompany.inMarch2022();
        String agencyId = UUID.randomUUID().toString();
        String agency = Tokens.agency(agencyId, company.business);
        assertEquals(403, fileAs(agency, client).statusCode());
        client.mandate(agencyId);
        await().until(() -> fileAs(agency, client).statusCode() == 201);
        String id = client.request()
                .get("/premium/v1/returns?state=FILED")
                .jsonPath()
                .getString("items[0].id");
        for (String path : new String[] {"", "/trace"}) {
            for (String token : new String[] {agency, Tokens.operator()}) {
                assertEquals(
                        200,
                        given().header("Authorization", "Bearer " + token)
                                .get("/premium/v1/returns/" + id + path)
                                .statusCode());
            }
        }
        assertEquals(403, fileAs(Tokens.operator(), TestCompany.inMarch2022()).statusCode());
    }

    private static Response fileAs(String token, TestCompany client) {
        return given().header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .queryParam("submit", true)
                .body(client.content().toString())
                .post("/premium/v1/returns");
    }

    private static Set<String> errorsOf(TestCompany late) {
        Response answer = WholeFormTest.dryRun(late, late.content());
        return answer.statusCode() < 400 ? Set.of() : WholeFormTest.errors(answer);
    }

    @Test
    void aYearBeforeTheWorkplaceWasThereHasNothingToPrefill() {
        String path = "/premium/v1/returns/prefill?managementNo=" + company.workplace.digits() + "&insuranceYear=";
        Response before = company.request().get(path + 2013);
        assertEquals(422, before.statusCode(), before.asString());
        assertEquals("workplace-not-there-in-these-years", before.jsonPath().getString("code"));
        assertEquals(200, company.request().get(path + 2014).statusCode(), "estimated for 2015, the first year");
    }

    private JsonPath prefill(int insuranceYear) {
        return company.request()
                .get("/premium/v1/returns/prefill?managementNo=" + company.workplace + "&insuranceYear="
                        + insuranceYear)
                .jsonPath();
    }

    private void pay(String insurance, int period, long amount, String on) {
        ObjectNode event = (ObjectNode) PublishedEvents.exampleTree("kr.gosan.payment.payment-received.v1");
        event.put("id", UUID.randomUUID().toString()).put("subject", company.workplace.digits());
        ((ObjectNode) event.path("data"))
                .put("managementNo", company.workplace.digits())
                .put("returnId", filedId)
                .put("insurance", insurance)
                .put("period", period)
                .put("paymentId", UUID.randomUUID().toString())
                .put("amount", amount)
                .put("paidOn", on);
        TestKafka.send(TestKafka.topic("payment"), company.workplace.digits(), event.toString());
    }
}
