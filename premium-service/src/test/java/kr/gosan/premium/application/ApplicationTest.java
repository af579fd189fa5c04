package kr.gosan.premium.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications from filing to decision, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ApplicationTest {

    @Inject
    EntityManager entities;

    private TestCompany company;
    private TestApplications applications;

    @BeforeEach
    void aCompanyOfItsOwn() {
        company = TestCompany.inMarch2022();
        applications = new TestApplications(company);
    }

    @Inject
    ApplicationStore store;

    @Test
    void anAccountForRefundsIsFiledApprovedAndFoundAgainWhole() {
        Response filed = applications.file(applications.body(ApplicationExamples.REFUND_ACCOUNT));
        assertEquals(201, filed.statusCode(), filed.asString());
        assertEquals("FILED", filed.jsonPath().getString("state"));
        assertEquals("2022-03-10", filed.jsonPath().getString("filedOn"));
        assertTrue(filed.jsonPath().getBoolean("assessment.eligible"));
        assertEquals("***-**-*****001", filed.jsonPath().getString("content.refundTo.account.accountNo"));
        assertEquals("application", filed.jsonPath().getString("receipt.filingType"));
        assertTrue(refundAccount().isEmpty(), "not before it is approved");

        Response decided = applications.decide(filed, "APPROVED");
        assertEquals(200, decided.statusCode(), decided.asString());
        assertEquals("APPROVED", decided.jsonPath().getString("state"));
        assertEquals("2022-03-10", decided.jsonPath().getString("decidedOn"));
        assertEquals("요건을 모두 갖춤", decided.jsonPath().getString("reason"));
        assertFalse(decided.asString().contains("777-88"), "masked for the operator too");
        assertEquals("777-88-99990001", refundAccount().getFirst());
        assertEquals(
                decided.asString(),
                company.request().get(filed.header("Location")).asString());

        ObjectNode other = applications.body(ApplicationExamples.REFUND_ACCOUNT);
        ((ObjectNode) other.at("/refundTo/account")).put("accountNo", "111-22-333444");
        applications.decide(applications.file(other), "APPROVED");
        assertEquals("111-22-333444", refundAccount().getFirst(), "the latest approved one holds");
    }

    @Test
    void aRefundGoesToTheApprovedAccountWhereTheReturnNamesNone() {
        ObjectNode refunding = TestReturns.refunding(company.workplace);
        assertEquals(
                List.of("refund-account-required"),
                company.file(refunding).jsonPath().getList("errors.code"));
        applications.decide(applications.file(applications.body(ApplicationExamples.REFUND_ACCOUNT)), "APPROVED");
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
        applications.file(applications.body(ApplicationExamples.REFUND_ACCOUNT));
        ObjectNode card = TestReturns.tree("""
                {"form": "DEBIT_CARD", "insuranceYear": 2022,
                 "debitCard": {"wish": "START", "fromPeriod": 2, "issuer": "고산카드", "cardNo": "4111-1111-1111-1111",
                               "holderName": "고산건설(주)"}}
                """).deepCopy();
        card.put("managementNo", company.workplace.digits());
        assertEquals("****-****-****-1111", applications.file(card).jsonPath().getString("content.debitCard.cardNo"));
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
        ObjectNode body = applications.body(ApplicationExamples.REFUND_ACCOUNT);
        ((ObjectNode) body.at("/refundTo/account")).put("holderKind", "SOLE_PROPRIETOR");
        Response refused = applications.file(body);
        assertEquals(422, refused.statusCode());
        assertEquals("application-not-acceptable", refused.jsonPath().getString("code"));
        assertEquals("/refundTo/account/holderKind", refused.jsonPath().getString("errors[0].pointer"));
        assertEquals("refund-account-not-the-employers", refused.jsonPath().getString("errors[0].code"));
        ((ObjectNode) body.at("/refundTo/account"))
                .put("holderKind", "CORPORATION")
                .put("holderName", "김고산");
        Response another = applications.file(body);
        assertEquals(422, another.statusCode());
        assertEquals("/refundTo/account/holderName", another.jsonPath().getString("errors[0].pointer"));
        assertEquals("refund-account-holder-differs", another.jsonPath().getString("errors[0].code"));
    }

    @Test
    void eachConditionIsExplainedInTheCallersLanguage() {
        ObjectNode body = applications.body(ApplicationExamples.SUPPORT);
        Response korean = applications.tried(body, "ko");
        Response english = applications.tried(body, "en");
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
        assertEquals(0, applications.list("").getList("items").size(), "a dry run stores nothing");
        for (String each : english.jsonPath().<String>getList("assessment.conditions.because")) {
            assertFalse(each.contains("{"), each);
        }
    }

    @Test
    void aSelfAssessedWorkplaceIsReferredFrom10710To10712() {
        ObjectNode body = TestReturns.tree("{\"form\": \"10710\", \"insuranceYear\": 2021, \"leviedSupport\": {}}")
                .deepCopy();
        body.put("managementNo", company.workplace.digits());
        JsonPath tried = applications.tried(body, "en").jsonPath();
        assertFalse(tried.getBoolean("assessment.eligible"));
        assertTrue(tried.getString("assessment.conditions[0].because").contains("10712"));
    }

    @Test
    void automaticDebitNeedsInstalmentsAndALaterPeriod() {
        ObjectNode body = applications.body(ApplicationExamples.DEBIT);
        assertEquals(List.of("pays-by-instalments"), TestApplications.unmet(applications.tried(body, "ko")));
        ObjectNode content = company.content();
        ((ObjectNode) content.path("payment")).put("industrialAccident", "INSTALLMENT");
        company.file(content);
        assertTrue(applications.tried(body, "ko").jsonPath().getBoolean("assessment.eligible"));
        ((ObjectNode) body.path("debitAccount")).put("fromPeriod", 1);
        assertEquals(List.of("later-instalment"), TestApplications.unmet(applications.tried(body, "ko")));
        ((ObjectNode) body.path("debitAccount")).put("fromPeriod", 2);
        company.on("2022-05-06");
        assertEquals(List.of(), TestApplications.unmet(applications.tried(body, "ko")));
        company.on("2022-05-07");
        assertEquals(List.of("auto-debit-in-time"), TestApplications.unmet(applications.tried(body, "ko")));
        ((ObjectNode) body.path("debitAccount")).put("fromPeriod", 3);
        assertEquals(List.of(), TestApplications.unmet(applications.tried(body, "ko")));
    }

    @Test
    void allFieldErrorsAreToldAtOnce() {
        Response refused = applications.file(TestReturns.tree("""
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
        Response unknown =
                applications.file(TestReturns.tree("{\"form\": \"10799\", \"managementNo\": \"12345678916\"}"));
        assertEquals("code-unknown", unknown.jsonPath().getString("errors[0].code"));
        Response empty = applications.file(applications.body("{\"form\": \"10704\"}"));
        assertEquals(
                List.of("/insuranceYear", "/experienceSurvey"), empty.jsonPath().getList("errors.pointer"));
    }

    @Test
    void theSameApplicationIsPendingOnceAndARetryGetsTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        ObjectNode body = applications.body(ApplicationExamples.REFUND_ACCOUNT);
        Response first = company.request(key).body(body.toString()).post("/premium/v1/applications");
        Response retried = company.request(key).body(body.toString()).post("/premium/v1/applications");
        assertEquals(first.asString(), retried.asString());
        assertEquals(first.header("Location"), retried.header("Location"));
        Response second = applications.file(body);
        assertEquals(409, second.statusCode());
        assertEquals("application-pending", second.jsonPath().getString("code"));

        Response withdrawn =
                company.request(UUID.randomUUID().toString()).post(first.header("Location") + "/withdrawal");
        assertEquals("WITHDRAWN", withdrawn.jsonPath().getString("state"));
        assertEquals("2022-03-10", withdrawn.jsonPath().getString("withdrawnOn"));
        assertEquals(409, applications.decide(first, "APPROVED").statusCode());
        assertEquals(
                409,
                company.request(UUID.randomUUID().toString())
                        .post(first.header("Location") + "/withdrawal")
                        .statusCode());
        assertEquals(201, applications.file(body).statusCode());
    }

    @Test
    void filingDecidingAndWithdrawingAreTold() {
        Response filed = applications.file(applications.body(ApplicationExamples.REFUND_ACCOUNT));
        applications.decide(filed, "REFUSED");
        Response other = applications.file(applications.body(ApplicationExamples.REFUND_ACCOUNT));
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
        Response filed = applications.file(applications.body(ApplicationExamples.REFUND_ACCOUNT));
        applications.file(applications.body(ApplicationExamples.EXPERIENCE));
        applications.decide(filed, "REFUSED");
        assertEquals(List.of("10704", "10709"), applications.list("").getList("items.form"));
        assertEquals(List.of("10709"), applications.list("?form=10709").getList("items.form"));
        assertEquals(List.of("10704"), applications.list("?state=FILED").getList("items.form"));
        assertEquals(
                400, company.request().get("/premium/v1/applications?form=1").statusCode());
        assertEquals(
                400, company.request().get("/premium/v1/applications?state=x").statusCode());
        assertEquals(
                List.of("10704", "10709"),
                TestApplications.operator()
                        .get("/premium/v1/applications?managementNo=" + company.workplace.digits())
                        .jsonPath()
                        .getList("items.form"));
    }

    @Test
    void aStrangerAndAnEmployerAsOperatorAreTurnedAway() {
        Response filed = applications.file(applications.body(ApplicationExamples.REFUND_ACCOUNT));
        String path = filed.header("Location");
        assertEquals(403, TestApplications.stranger().get(path).statusCode());
        assertEquals(403, TestApplications.stranger().post(path + "/withdrawal").statusCode());
        assertEquals(
                403,
                TestApplications.stranger()
                        .body(applications
                                .body(ApplicationExamples.REFUND_ACCOUNT)
                                .toString())
                        .post("/premium/v1/applications")
                        .statusCode());
        assertEquals(
                403,
                TestApplications.stranger()
                        .get("/premium/v1/applications?managementNo=" + company.workplace.digits())
                        .statusCode());
        assertEquals(
                List.of(),
                TestApplications.stranger()
                        .get("/premium/v1/applications")
                        .jsonPath()
                        .getList("items"));
        assertEquals(
                403,
                company.request(UUID.randomUUID().toString())
                        .body(ApplicationExamples.DECISION)
                        .post(path + "/decision")
                        .statusCode());
        assertEquals(
                404,
                TestApplications.operator()
                        .get("/premium/v1/applications/" + UUID.randomUUID())
                        .statusCode());
    }

    @Test
    void whatWasAppliedForCannotBeChangedInTheDatabase() {
        String id = applications
                .file(applications.body(ApplicationExamples.REFUND_ACCOUNT))
                .jsonPath()
                .getString("id");
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
}
