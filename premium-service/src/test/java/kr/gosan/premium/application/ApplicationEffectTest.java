package kr.gosan.premium.application;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.workplace.WorkplaceTerms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an approved application changes: rates, reductions, support. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ApplicationEffectTest {

    @Inject
    WorkplaceTerms terms;

    @Inject
    Workplaces workplaces;

    private TestCompany company;
    private TestApplications applications;

    @BeforeEach
    void aCompanyOfItsOwn() {
        company = TestCompany.inMarch2022();
        applications = new TestApplications(company);
    }

    @Test
    void theExperienceRateOfAnApprovedSurveyIsTheWorkplacesRateOfTheYear() {
        Response filed = applications.file(applications.body(ApplicationExamples.EXPERIENCE));
        assertEquals(201, filed.statusCode(), filed.asString());
        // 3,000,000 + half of 4,000,000 against 100,000,000: 5 %, −20 %, cut by 40 % for three deaths
        JsonPath result = filed.jsonPath();
        assertEquals("5", result.getString("assessment.result.lossRatioPercent"));
        assertEquals("-12", result.getString("assessment.result.changePercent"));
        assertEquals("31.68", result.getString("assessment.result.ratePerMille"));
        assertTrue(result.getBoolean("assessment.eligible"), filed.asString());
        assertNull(rateOf2023());
        assertEquals(200, applications.decide(filed, "APPROVED").statusCode());
        assertEquals("31.68", rateOf2023());

        Response again = applications.file(applications.body(ApplicationExamples.EXPERIENCE));
        assertEquals(409, again.statusCode());
        assertEquals("application-already-approved", again.jsonPath().getString("code"));
    }

    @Test
    void aPensionReducesTheWageClaimLevyOnceApproved() {
        ObjectNode body = TestReturns.tree("""
                {"form": "10703", "insuranceYear": 2022,
                 "wageClaimReduction": {"plan": "DEFINED_CONTRIBUTION", "provider": "고산은행", "from": "2020-05-01",
                                        "evidence": ["퇴직연금규약 신고수리서"]}}
                """).deepCopy();
        body.put("managementNo", company.workplace.digits());
        Response filed = applications.file(body);
        assertEquals(201, filed.statusCode(), filed.asString());
        assertNull(filed.jsonPath().get("assessment.eligible"), "the evidence is still to be examined");
        Response receipt =
                company.request().get("/premium/v1/receipts/" + filed.jsonPath().getString("receipt.receiptNo"));
        assertEquals(200, receipt.statusCode(), receipt.asString());
        assertNull(receipt.jsonPath().get("filing"), "an application is read with itself");
        assertTrue(
                filed.jsonPath()
                        .getBoolean("assessment.conditions.find { it.condition == 'wage-claim-not-government' }.met"),
                "an employer of fewer than 150 is no government");
        assertEquals(200, applications.decide(filed, "APPROVED").statusCode());
        assertEquals(
                "2022-01-01",
                QuarkusTransaction.requiringNew()
                        .call(() -> terms.of(workplaces.find(company.workplace).orElseThrow())
                                .wageClaimReducedFrom()
                                .orElseThrow()
                                .toString()));
    }

    @Test
    void supportIsApprovedOnlyAfterTheConfirmedPremiumIsPaid() {
        Response returned = company.file(company.content());
        assertEquals(201, returned.statusCode());
        Response filed = applications.file(applications.body(ApplicationExamples.SUPPORT));
        assertEquals(201, filed.statusCode(), filed.asString());
        assertFalse(filed.jsonPath().getBoolean("assessment.eligible"));
        assertEquals(List.of("support-paid-in-time"), TestApplications.unmet(filed));
        assertEquals(0, filed.jsonPath().getInt("assessment.result.total"));
        assertEquals(59_200, filed.jsonPath().getInt("assessment.result.workers[0].amount"));
        assertNull(filed.jsonPath().get("content.support.workers[0].property"), "kept, but not shown");

        Response tooEarly = applications.decide(filed, "APPROVED");
        assertEquals(422, tooEarly.statusCode());
        assertEquals("conditions-not-met", tooEarly.jsonPath().getString("code"));
        assertEquals("support-paid-in-time", tooEarly.jsonPath().getString("errors[0].code"));

        payEmployment(returned.jsonPath());
        Response approved = applications.decide(filed, "APPROVED");
        assertEquals(200, approved.statusCode(), approved.asString());
        assertEquals(59_200, approved.jsonPath().getInt("assessment.result.total"));
        assertTrue(approved.jsonPath().getBoolean("assessment.eligible"));
    }

    @Test
    void headCountsShowWhatTheyMeanForTheNextYear() {
        JsonPath tried = applications.tried(heads(2021), "ko").jsonPath();
        assertTrue(tried.getBoolean("assessment.eligible"));
        assertEquals("160", tried.getString("assessment.result.mean"));
        assertEquals("140", tried.getString("assessment.result.meanWithoutDaily"));
        assertEquals("PRIORITY_150_OR_MORE", tried.getString("assessment.result.employeeScale"));
        assertEquals("4.5", tried.getString("assessment.result.stabilityRatePerMille"));
    }

    @Test
    void automaticDebitIsReducedOnceItIsApprovedAndUntilItEnds() {
        JsonPath before = autoDebit();
        assertNull(before.get("granted"), "nothing is filed yet");
        assertEquals(250, before.getInt("reductionPerQuarter"));
        ObjectNode content = company.content();
        ((ObjectNode) content.path("payment")).put("industrialAccident", "INSTALLMENT");
        assertEquals(201, company.file(content).statusCode());
        assertNull(autoDebit().get("granted"), "not applied for yet");
        assertEquals(
                200,
                applications
                        .decide(applications.file(applications.body(ApplicationExamples.DEBIT)), "APPROVED")
                        .statusCode());
        assertTrue(autoDebit().getBoolean("granted"));
        JsonPath other = company.request()
                .get("/premium/v1/workplaces/" + company.workplace.digits() + "/discounts?year=2022")
                .jsonPath();
        assertFalse(other.getBoolean("insurances[1].autoDebit.granted"), "employment insurance is paid at once");
        ObjectNode stop = applications.body(ApplicationExamples.DEBIT);
        ((ObjectNode) stop.path("debitAccount")).put("wish", "STOP");
        assertEquals(
                200, applications.decide(applications.file(stop), "APPROVED").statusCode());
        assertNull(autoDebit().get("granted"));
        company.on("2023-01-01");
        assertFalse(autoDebit().getBoolean("granted"), "the year is over");
    }

    /** What is told of automatic debit for industrial-accident insurance in 2022. */
    private JsonPath autoDebit() {
        Response answer =
                company.request().get("/premium/v1/workplaces/" + company.workplace.digits() + "/discounts?year=2022");
        assertEquals(200, answer.statusCode(), answer.asString());
        JsonPath told = answer.jsonPath();
        told.setRootPath("insurances[0].autoDebit");
        return told;
    }

    @Test
    void anApprovedHeadCountIsTheSizeOfTheNextYear() {
        Response counted = applications.file(heads(2021));
        assertEquals("2.5", stability(company.content(), "estimated"), "not before it is approved");
        assertEquals(200, applications.decide(counted, "APPROVED").statusCode());
        assertEquals("2.5", stability(company.content(), "confirmed"));
        assertEquals("4.5", stability(company.content(), "estimated"));
    }

    @Test
    void anEmployerThatGrewSince2024KeepsItsRateForThreeYears() {
        company.on("2026-03-10");
        assertEquals(
                200,
                applications.decide(applications.file(heads(2024)), "APPROVED").statusCode());
        ObjectNode content = company.content();
        content.put("insuranceYear", 2025);
        for (String year : List.of("confirmed", "estimated")) {
            ((ObjectNode) content.at("/" + year + "/industrialAccident")).put("equipment", 0);
            ((ObjectNode) content.at("/" + year + "/employment")).remove("unemploymentPeriods");
        }
        assertEquals("2.5", stability(content, "confirmed"));
        assertEquals("2.5", stability(content, "estimated"));
        Workplace workplace = QuarkusTransaction.requiringNew()
                .call(() -> terms.of(workplaces.find(company.workplace).orElseThrow()));
        assertEquals(EmployeeScale.UNDER_150, workplace.scaleIn(2027));
        assertEquals(EmployeeScale.PRIORITY_150_OR_MORE, workplace.scaleIn(2028));
    }

    private ObjectNode heads(int year) {
        ObjectNode body = TestReturns.tree("{\"form\": \"10705\", \"insuranceYear\": %d}".formatted(year))
                .deepCopy();
        body.put("managementNo", company.workplace.digits());
        ArrayNode months = body.putObject("regularWorkers").putArray("months");
        for (int month = 1; month <= 12; month++) {
            months.addObject().put("month", month).put("workers", 160).put("dailyWorkers", 20);
        }
        return body;
    }

    /** The rate of the stability fund in a return that is only tried. */
    private String stability(ObjectNode content, String part) {
        Response answer = company.request(UUID.randomUUID().toString())
                .queryParam("submit", true)
                .queryParam("dryRun", true)
                .body(content.toString())
                .post("/premium/v1/returns");
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath()
                .getString("calculation.insurances[1]." + part + ".lines.find { it.row == 'STABILITY' }.ratePerMille");
    }

    private String rateOf2023() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var rate = terms.of(workplaces.find(company.workplace).orElseThrow())
                    .experienceRates()
                    .get(2023);
            return rate == null ? null : rate.figure().toPlainString();
        });
    }

    private void payEmployment(JsonPath filed) {
        ObjectNode event = PublishedEvents.exampleTree("kr.gosan.payment.payment-received.v1")
                .deepCopy();
        event.put("id", UUID.randomUUID().toString()).put("subject", company.workplace.digits());
        ((ObjectNode) event.path("data"))
                .put("paymentId", UUID.randomUUID().toString())
                .put("slipId", UUID.randomUUID().toString())
                .put("returnId", filed.getString("id"))
                .put("managementNo", company.workplace.digits())
                .put("insurance", "EI")
                .put("period", 0)
                .put("amount", 3_134_800)
                .put("paidOn", "2022-03-31");
        TestKafka.send(TestKafka.topic("payment"), company.workplace.digits(), event.toString());
        await().until(() -> company.request()
                        .get("/premium/v1/returns/" + filed.getString("id"))
                        .jsonPath()
                        .getInt("slips[1].paid")
                == 3_134_800);
    }
}
