package kr.gosan.premium.application;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.workplace.WorkplaceTerms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ApplicationTest {

    @Inject
    EntityManager entities;

    @Inject
    ApplicationStore store;

    @Inject
    WorkplaceTerms terms;

    @Inject
    Workplaces workplaces;

    private TestCompany company;

    @BeforeEach
    void aCompanyOfItsOwn() {
        company = TestCompany.inMarch2022();
    }

    @Test
    void anAccountForRefundsIsFiledApprovedAndFoundAgainWhole() {
        Response filed = file(body(ApplicationExamples.REFUND_ACCOUNT));
        assertEquals(201, filed.statusCode(), filed.asString());
        assertEquals("FILED", filed.jsonPath().getString("state"));
        assertEquals("2022-03-10", filed.jsonPath().getString("filedOn"));
        assertTrue(filed.jsonPath().getBoolean("assessment.eligible"));
        assertEquals("***-**-*****001", filed.jsonPath().getString("content.refundTo.account.accountNo"));
        assertEquals("application", filed.jsonPath().getString("receipt.filingType"));
        assertTrue(refundAccount().isEmpty(), "not before it is approved");

        Response decided = decide(filed, "APPROVED");
        assertEquals(200, decided.statusCode(), decided.asString());
        assertEquals("APPROVED", decided.jsonPath().getString("state"));
        assertEquals("2022-03-10", decided.jsonPath().getString("decidedOn"));
        assertEquals("요건을 모두 갖춤", decided.jsonPath().getString("reason"));
        assertFalse(decided.asString().contains("777-88"), "masked for the operator too");
        assertEquals("777-88-99990001", refundAccount().getFirst());
        assertEquals(
                decided.asString(),
                company.request().get(filed.header("Location")).asString());

        ObjectNode other = body(ApplicationExamples.REFUND_ACCOUNT);
        ((ObjectNode) other.at("/refundTo/account")).put("accountNo", "111-22-333444");
        decide(file(other), "APPROVED");
        assertEquals("111-22-333444", refundAccount().getFirst(), "the latest approved one holds");
    }

    @Test
    void aRefundGoesToTheApprovedAccountWhereTheReturnNamesNone() {
        ObjectNode refunding = TestReturns.refunding(company.workplace);
        assertEquals(
                List.of("refund-account-required"),
                company.file(refunding).jsonPath().getList("errors.code"));
        decide(file(body(ApplicationExamples.REFUND_ACCOUNT)), "APPROVED");
        Response filed = company.file(refunding);
        assertEquals(201, filed.statusCode(), filed.asString());
        assertEquals("***-**-*****001", filed.jsonPath().getString("content.refundAccount.accountNo"));
        JsonPath prefill = company.request()
                .queryParam("managementNo", company.workplace.digits())
                .queryParam("insuranceYear", 2022)
                .get("/premium/v1/returns/prefill")
                .jsonPath();
        assertEquals("***-**-*****001", prefill.getString("refundAccount.accountNo"));
        assertEquals("고산건설(주)", prefill.getString("refundAccount.holderName"));
    }

    @Test
    void noNumberOfAnAccountOrCardIsStoredInTheClear() {
        file(body(ApplicationExamples.REFUND_ACCOUNT));
        ObjectNode card = TestReturns.tree("""
                {"form": "DEBIT_CARD", "insuranceYear": 2022,
                 "debitCard": {"wish": "START", "fromPeriod": 2, "issuer": "고산카드", "cardNo": "4111-1111-1111-1111",
                               "holderName": "고산건설(주)"}}
                """).deepCopy();
        card.put("managementNo", company.workplace.digits());
        assertEquals("****-****-****-1111", file(card).jsonPath().getString("content.debitCard.cardNo"));
        String stored = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select coalesce(string_agg(content || encode(secret, 'escape') || assessment, ' '), '')"
                                        + " || (select string_agg(body, ' ') from idempotency)"
                                        + " from application where management_no = ?1")
                        .setParameter(1, company.workplace.digits())
                        .getSingleResult()
                        .toString());
        assertFalse(stored.contains("777-88-99990001"));
        assertFalse(stored.contains("4111-1111"));
    }

    @Test
    void aCorporationsRefundGoesToACorporateAccountOnly() {
        ObjectNode body = body(ApplicationExamples.REFUND_ACCOUNT);
        ((ObjectNode) body.at("/refundTo/account")).put("holderKind", "SOLE_PROPRIETOR");
        Response refused = file(body);
        assertEquals(422, refused.statusCode());
        assertEquals("application-not-acceptable", refused.jsonPath().getString("code"));
        assertEquals("/refundTo/account/holderKind", refused.jsonPath().getString("errors[0].pointer"));
        assertEquals("refund-account-not-the-employers", refused.jsonPath().getString("errors[0].code"));
        ((ObjectNode) body.at("/refundTo/account"))
                .put("holderKind", "CORPORATION")
                .put("holderName", "김고산");
        Response another = file(body);
        assertEquals(422, another.statusCode());
        assertEquals("/refundTo/account/holderName", another.jsonPath().getString("errors[0].pointer"));
        assertEquals("refund-account-holder-differs", another.jsonPath().getString("errors[0].code"));
    }

    @Test
    void theExperienceRateOfAnApprovedSurveyIsTheWorkplacesRateOfTheYear() {
        Response filed = file(body(ApplicationExamples.EXPERIENCE));
        assertEquals(201, filed.statusCode(), filed.asString());
        // 3,000,000 + half of 4,000,000 against 100,000,000: 5 %, −20 %, cut by 40 % for three deaths
        JsonPath result = filed.jsonPath();
        assertEquals("5", result.getString("assessment.result.lossRatioPercent"));
        assertEquals("-12", result.getString("assessment.result.changePercent"));
        assertEquals("31.68", result.getString("assessment.result.ratePerMille"));
        assertTrue(result.getBoolean("assessment.eligible"), filed.asString());
        assertNull(rateOf2023());
        assertEquals(200, decide(filed, "APPROVED").statusCode());
        assertEquals("31.68", rateOf2023());

        Response again = file(body(ApplicationExamples.EXPERIENCE));
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
        Response filed = file(body);
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
        assertEquals(200, decide(filed, "APPROVED").statusCode());
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
        Response filed = file(body(ApplicationExamples.SUPPORT));
        assertEquals(201, filed.statusCode(), filed.asString());
        assertFalse(filed.jsonPath().getBoolean("assessment.eligible"));
        assertEquals(List.of("support-paid-in-time"), unmet(filed));
        assertEquals(0, filed.jsonPath().getInt("assessment.result.total"));
        assertEquals(59_200, filed.jsonPath().getInt("assessment.result.workers[0].amount"));
        assertNull(filed.jsonPath().get("content.support.workers[0].property"), "kept, but not shown");

        Response tooEarly = decide(filed, "APPROVED");
        assertEquals(422, tooEarly.statusCode());
        assertEquals("conditions-not-met", tooEarly.jsonPath().getString("code"));
        assertEquals("support-paid-in-time", tooEarly.jsonPath().getString("errors[0].code"));

        payEmployment(returned.jsonPath());
        Response approved = decide(filed, "APPROVED");
        assertEquals(200, approved.statusCode(), approved.asString());
        assertEquals(59_200, approved.jsonPath().getInt("assessment.result.total"));
        assertTrue(approved.jsonPath().getBoolean("assessment.eligible"));
    }

    @Test
    void eachConditionIsExplainedInTheCallersLanguage() {
        ObjectNode body = body(ApplicationExamples.SUPPORT);
        Response korean = tried(body, "ko");
        Response english = tried(body, "en");
        assertEquals(200, korean.statusCode());
        assertNull(korean.jsonPath().get("id"));
        assertNull(korean.jsonPath().get("receipt"));
        String path = "assessment.conditions.find { it.condition == 'support-fewer-workers' }.";
        assertEquals(
                "본사와 현장을 합한 월평균 고용보험 가입 근로자 8명. 10명 미만이어야 합니다.",
                korean.jsonPath().getString(path + "because"));
        assertEquals(
                "8 employment-insured workers on average, head office and sites together; fewer than 10 are needed.",
                english.jsonPath().getString(path + "because"));
        assertTrue(korean.jsonPath().getBoolean(path + "met"));
        assertEquals("보험료징수법 §21, 시행령 §28", korean.jsonPath().getString(path + "legalBasis"));
        assertEquals(0, list("").getList("items").size(), "a dry run stores nothing");
        for (String each : english.jsonPath().<String>getList("assessment.conditions.because")) {
            assertFalse(each.contains("{"), each);
        }
    }

    @Test
    void aSelfAssessedWorkplaceIsReferredFrom10710To10712() {
        ObjectNode body = TestReturns.tree("{\"form\": \"10710\", \"insuranceYear\": 2021, \"leviedSupport\": {}}")
                .deepCopy();
        body.put("managementNo", company.workplace.digits());
        JsonPath tried = tried(body, "en").jsonPath();
        assertFalse(tried.getBoolean("assessment.eligible"));
        assertTrue(tried.getString("assessment.conditions[0].because").contains("10712"));
    }

    @Test
    void automaticDebitNeedsInstalmentsAndALaterPeriod() {
        ObjectNode body = body(ApplicationExamples.DEBIT);
        assertEquals(List.of("pays-by-instalments"), unmet(tried(body, "ko")));
        ObjectNode content = company.content();
        ((ObjectNode) content.path("payment")).put("industrialAccident", "INSTALLMENT");
        company.file(content);
        assertTrue(tried(body, "ko").jsonPath().getBoolean("assessment.eligible"));
        ((ObjectNode) body.path("debitAccount")).put("fromPeriod", 1);
        assertEquals(List.of("later-instalment"), unmet(tried(body, "ko")));
        ((ObjectNode) body.path("debitAccount")).put("fromPeriod", 2);
        company.on("2022-05-06");
        assertEquals(List.of(), unmet(tried(body, "ko")));
        company.on("2022-05-07");
        assertEquals(List.of("auto-debit-in-time"), unmet(tried(body, "ko")));
        ((ObjectNode) body.path("debitAccount")).put("fromPeriod", 3);
        assertEquals(List.of(), unmet(tried(body, "ko")));
    }

    @Test
    void headCountsShowWhatTheyMeanForTheNextYear() {
        JsonPath tried = tried(heads(2021), "ko").jsonPath();
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
                200, decide(file(body(ApplicationExamples.DEBIT)), "APPROVED").statusCode());
        assertTrue(autoDebit().getBoolean("granted"));
        JsonPath other = company.request()
                .get("/premium/v1/workplaces/" + company.workplace.digits() + "/discounts?year=2022")
                .jsonPath();
        assertFalse(other.getBoolean("insurances[1].autoDebit.granted"), "employment insurance is paid at once");
        ObjectNode stop = body(ApplicationExamples.DEBIT);
        ((ObjectNode) stop.path("debitAccount")).put("wish", "STOP");
        assertEquals(200, decide(file(stop), "APPROVED").statusCode());
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
        Response counted = file(heads(2021));
        assertEquals("2.5", stability(company.content(), "estimated"), "not before it is approved");
        assertEquals(200, decide(counted, "APPROVED").statusCode());
        assertEquals("2.5", stability(company.content(), "confirmed"));
        assertEquals("4.5", stability(company.content(), "estimated"));
    }

    @Test
    void anEmployerThatGrewSince2024KeepsItsRateForThreeYears() {
        company.on("2026-03-10");
        assertEquals(200, decide(file(heads(2024)), "APPROVED").statusCode());
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

    @Test
    void allFieldErrorsAreToldAtOnce() {
        Response refused = file(TestReturns.tree("""
                {"form": "10708", "managementNo": "12", "insuranceYear": 2022, "colour": "red",
                 "mobileNotice": {"wish": "MAYBE", "fromPeriod": 5, "phone": "02-123-4567"},
                 "leviedSupport": {}}
                """));
        assertEquals(400, refused.statusCode());
        assertEquals(
                List.of(
                        "/colour unknown-field",
                        "/leviedSupport not-of-this-form",
                        "/managementNo workplace-number-invalid",
                        "/mobileNotice/fromPeriod instalment-expected",
                        "/mobileNotice/phone mobile-number-invalid",
                        "/mobileNotice/wish code-unknown"),
                refused.jsonPath().getList("errors").stream()
                        .map(each -> ((java.util.Map<?, ?>) each).get("pointer") + " "
                                + ((java.util.Map<?, ?>) each).get("code"))
                        .sorted()
                        .toList());
        Response unknown = file(TestReturns.tree("{\"form\": \"10799\", \"managementNo\": \"12345678916\"}"));
        assertEquals("code-unknown", unknown.jsonPath().getString("errors[0].code"));
        Response empty = file(body("{\"form\": \"10704\"}"));
        assertEquals(
                List.of("/insuranceYear", "/experienceSurvey"), empty.jsonPath().getList("errors.pointer"));
    }

    @Test
    void theSameApplicationIsPendingOnceAndARetryGetsTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        ObjectNode body = body(ApplicationExamples.REFUND_ACCOUNT);
        Response first = company.request(key).body(body.toString()).post("/premium/v1/applications");
        Response retried = company.request(key).body(body.toString()).post("/premium/v1/applications");
        assertEquals(first.asString(), retried.asString());
        assertEquals(first.header("Location"), retried.header("Location"));
        Response second = file(body);
        assertEquals(409, second.statusCode());
        assertEquals("application-pending", second.jsonPath().getString("code"));

        Response withdrawn =
                company.request(UUID.randomUUID().toString()).post(first.header("Location") + "/withdrawal");
        assertEquals("WITHDRAWN", withdrawn.jsonPath().getString("state"));
        assertEquals("2022-03-10", withdrawn.jsonPath().getString("withdrawnOn"));
        assertEquals(409, decide(first, "APPROVED").statusCode());
        assertEquals(
                409,
                company.request(UUID.randomUUID().toString())
                        .post(first.header("Location") + "/withdrawal")
                        .statusCode());
        assertEquals(201, file(body).statusCode());
    }

    @Test
    void filingDecidingAndWithdrawingAreTold() {
        Response filed = file(body(ApplicationExamples.REFUND_ACCOUNT));
        decide(filed, "REFUSED");
        Response other = file(body(ApplicationExamples.REFUND_ACCOUNT));
        company.request(UUID.randomUUID().toString()).post(other.header("Location") + "/withdrawal");
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("premium"),
                company.workplace.digits(),
                4,
                event -> event.path("type").asText().contains(".application-"));
        assertEquals(
                List.of(
                        ApplicationEvents.FILED,
                        ApplicationEvents.DECIDED,
                        ApplicationEvents.FILED,
                        ApplicationEvents.WITHDRAWN),
                events.stream().map(event -> event.path("type").asText()).toList());
        events.forEach(PublishedEvents::assertFits);
        assertEquals(
                filed.jsonPath().getString("id"),
                events.get(1).at("/data/applicationId").asText());
        assertEquals("REFUSED", events.get(1).at("/data/decision").asText());
        for (String type : List.of(ApplicationEvents.FILED, ApplicationEvents.DECIDED, ApplicationEvents.WITHDRAWN)) {
            PublishedEvents.assertFits(PublishedEvents.exampleTree(type));
        }
    }

    @Test
    void applicationsAreListedByFormAndState() {
        Response filed = file(body(ApplicationExamples.REFUND_ACCOUNT));
        file(body(ApplicationExamples.EXPERIENCE));
        decide(filed, "REFUSED");
        assertEquals(List.of("10704", "10709"), list("").getList("items.form"));
        assertEquals(List.of("10709"), list("?form=10709").getList("items.form"));
        assertEquals(List.of("10704"), list("?state=FILED").getList("items.form"));
        assertEquals(
                400, company.request().get("/premium/v1/applications?form=1").statusCode());
        assertEquals(
                400, company.request().get("/premium/v1/applications?state=x").statusCode());
        assertEquals(
                List.of("10704", "10709"),
                operator()
                        .get("/premium/v1/applications?managementNo=" + company.workplace.digits())
                        .jsonPath()
                        .getList("items.form"));
    }

    @Test
    void aStrangerAndAnEmployerAsOperatorAreTurnedAway() {
        Response filed = file(body(ApplicationExamples.REFUND_ACCOUNT));
        String path = filed.header("Location");
        assertEquals(403, stranger().get(path).statusCode());
        assertEquals(403, stranger().post(path + "/withdrawal").statusCode());
        assertEquals(
                403,
                stranger()
                        .body(body(ApplicationExamples.REFUND_ACCOUNT).toString())
                        .post("/premium/v1/applications")
                        .statusCode());
        assertEquals(
                403,
                stranger()
                        .get("/premium/v1/applications?managementNo=" + company.workplace.digits())
                        .statusCode());
        assertEquals(
                List.of(), stranger().get("/premium/v1/applications").jsonPath().getList("items"));
        assertEquals(
                403,
                company.request(UUID.randomUUID().toString())
                        .body(ApplicationExamples.DECISION)
                        .post(path + "/decision")
                        .statusCode());
        assertEquals(
                404,
                operator().get("/premium/v1/applications/" + UUID.randomUUID()).statusCode());
    }

    @Test
    void whatWasAppliedForCannotBeChangedInTheDatabase() {
        String id = file(body(ApplicationExamples.REFUND_ACCOUNT)).jsonPath().getString("id");
        for (String change : List.of("update application set content = '{}'", "delete from application")) {
            assertThrows(
                    RuntimeException.class,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(change + " where id = cast(?1 as uuid)")
                                    .setParameter(1, id)
                                    .executeUpdate()));
        }
        assertNotNull(company.request()
                .get("/premium/v1/applications/" + id)
                .jsonPath()
                .get("content.refundTo"));
    }

    @Test
    void aStateIsLeftByItsEdgesOnly() {
        for (ApplicationState state : ApplicationState.values()) {
            for (ApplicationState.Happening happening : ApplicationState.Happening.values()) {
                if (state == ApplicationState.FILED) {
                    assertNotNull(state.after(happening));
                } else {
                    assertThrows(IllegalStateException.class, () -> state.after(happening));
                }
            }
        }
    }

    private List<String> refundAccount() {
        return QuarkusTransaction.requiringNew()
                .call(() -> store.refundAccount(company.workplace).stream()
                        .map(account -> account.accountNo())
                        .toList());
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

    private static List<String> unmet(Response answer) {
        return answer.jsonPath().getList("assessment.conditions.findAll { it.met == false }.condition");
    }

    private ObjectNode body(String example) {
        ObjectNode body = TestReturns.tree(example).deepCopy();
        return body.put("managementNo", company.workplace.digits());
    }

    private Response file(JsonNode body) {
        return company.request(UUID.randomUUID().toString())
                .body(body.toString())
                .post("/premium/v1/applications");
    }

    private Response tried(JsonNode body, String language) {
        return company.request()
                .header("Accept-Language", language)
                .queryParam("dryRun", true)
                .body(body.toString())
                .post("/premium/v1/applications");
    }

    private JsonPath list(String query) {
        return company.request().get("/premium/v1/applications" + query).jsonPath();
    }

    private Response decide(Response filed, String decision) {
        return operator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(ApplicationExamples.DECISION.replace("APPROVED", decision))
                .post("/premium/v1/applications/" + filed.jsonPath().getString("id") + "/decision");
    }

    private static RequestSpecification stranger() {
        return given().header("Authorization", "Bearer " + Tokens.stranger())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + Tokens.operator()).contentType("application/json");
    }
}
