package kr.gosan.payment.clearance;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.json.CanonicalJson;
import kr.gosan.platform.testing.Pdf;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.platform.workplace.Workplaces;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ClearanceCertificateTest {

    private static final String PATH = "/payment/v1/payment-certificates";
    private static final String BOTH = "\"EI\", \"IA\"";

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    private TestEmployer employer;

    @BeforeEach
    void anEmployerIsKnown() {
        employer = TestEmployer.known();
    }

    @Test
    void whoOwesNothingGetsASignedCertificateThatAnybodyCanCheck() {
        dayIs("2022-03-30");
        Response issued = asksFor(BOTH, "key-" + employer.memberId);
        assertEquals(201, issued.statusCode(), issued.asString());
        JsonPath view = issued.jsonPath();
        assertEquals("2022-03-30", view.getString("issuedOn"));
        assertTrue(view.getString("certificateNo").startsWith("CC-20220330-"));
        assertEquals("조달청", view.getString("submittedTo"));

        byte[] pdf = pdf(view);
        assertArrayEquals(pdf, pdf(view), "the same bytes each time");
        assertEquals(HexFormat.of().formatHex(CanonicalJson.sha256(pdf)), view.getString("documentSha256"));
        assertTrue(Pdf.text(pdf).contains(view.getString("verificationCode")));

        Response check = verify(view.getString("verificationCode"));
        assertEquals("VALID", check.jsonPath().getString("verdict"));
        assertEquals(view.getString("certificateNo"), check.jsonPath().getString("certificateNo"));
        assertEquals("고산*******", check.jsonPath().getString("workplaceName"));
        assertEquals(view.getString("documentSha256"), check.jsonPath().getString("documentSha256"));
        for (String hidden : List.of("조달청", employer.memberId, "PUBLIC_CONTRACT", "건설일괄")) {
            assertFalse(check.asString().contains(hidden), hidden);
        }

        assertEquals(
                issued.asString(), asksFor(BOTH, "key-" + employer.memberId).asString());
        assertEquals(1, employer.reads(PATH).getList("items").size());
        assertNotEquals(
                view.getString("verificationCode"),
                asksFor(BOTH, "other-" + employer.memberId).jsonPath().getString("verificationCode"));
    }

    /** Due on March 31: nothing is overdue on that day, everything on the next. */
    @ParameterizedTest
    @CsvSource({"2022-03-30, 201", "2022-03-31, 201", "2022-04-01, 409"})
    void whatIsDueStandsAgainstItFromTheDayAfter(String day, int status) {
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        dayIs(day);
        assertEquals(status, asksFor(BOTH, UUID.randomUUID().toString()).statusCode());
    }

    @Test
    void aRefusalNamesEverythingThatIsOverdueWithItsLateCharge() {
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        dayIs("2022-04-10");
        Response refusal = asksFor(BOTH, "k");
        assertEquals(409, refusal.statusCode(), refusal.asString());
        assertTrue(refusal.contentType().startsWith("application/problem+json"));
        JsonPath problem = refusal.jsonPath();
        assertEquals("arrears-exist", problem.getString("code"));
        assertEquals("2022-04-10", problem.getString("asOf"));
        assertEquals(2, problem.getList("arrears").size(), refusal.asString());
        String accident = "arrears.find { it.insurance == 'IA' }";
        assertEquals("2022-03-31", problem.getString(accident + ".dueDate"));
        assertEquals(1_385_600 + 4_885_600 - 5_000, problem.getLong(accident + ".items.PREMIUM"));
        assertTrue(problem.getLong(accident + ".items.LATE_CHARGE") > 0);
        assertEquals(
                problem.getLong(accident + ".items.PREMIUM") + problem.getLong(accident + ".items.LATE_CHARGE"),
                problem.getLong(accident + ".open"));
        assertEquals(problem.getLong("arrears.open.sum()"), problem.getLong("total"));
        assertEquals(
                0,
                rows.number(
                        "select count(*) from clearance_certificate where management_no = ?",
                        employer.workplace.digits()));
    }

    @Test
    void anInsuranceThatIsPaidGetsItsCertificateWhileTheOtherDoesNot() {
        JsonPath slips = employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        String accident = "items.find { it.insurance == 'IA' }";
        TestBank.sends(TestBank.notice(slips.getString(accident + ".ePaymentNo"), slips.getLong(accident + ".payable")))
                .then()
                .statusCode(200);
        dayIs("2022-04-01");
        assertEquals(201, asksFor("\"IA\"", "ia").statusCode());
        assertEquals(409, asksFor("\"EI\"", "ei").statusCode());
        assertEquals(409, asksFor(BOTH, "both").statusCode());
    }

    @Test
    void instalmentsToComeDoNotStandAgainstIt() {
        JsonPath slips = employer.files(Filings.inInstalments(employer.workplace), 7, mapper);
        String first = "items.find { it.insurance == 'EI' && it.period == 1 }";
        TestBank.sends(TestBank.notice(slips.getString(first + ".ePaymentNo"), slips.getLong(first + ".payable")))
                .then()
                .statusCode(200);
        dayIs("2022-04-01");
        assertEquals(201, asksFor("\"EI\"", "first").statusCode());
        dayIs("2022-05-17");
        assertEquals(409, asksFor("\"EI\"", "second").statusCode());
    }

    @Test
    void whatWasTrueStaysTrueWhenArrearsAriseLater() {
        dayIs("2022-03-30");
        String code = asksFor(BOTH, "before").jsonPath().getString("verificationCode");
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        dayIs("2022-04-10");
        assertEquals(409, asksFor(BOTH, "after").statusCode());
        JsonPath check = verify(code).jsonPath();
        assertEquals("VALID", check.getString("verdict"));
        assertEquals("2022-03-30", check.getString("issuedOn"));
        assertTrue(check.getString("statement").contains("2022-03-30"));
    }

    @Test
    void aDryRunDecidesAndIssuesNothing() {
        dayIs("2022-03-30");
        Response answer = employer.asks()
                .queryParam("dryRun", true)
                .contentType("application/json")
                .body(body(BOTH))
                .post(PATH);
        assertEquals(200, answer.statusCode(), answer.asString());
        assertNull(answer.jsonPath().getString("certificateNo"));
        assertEquals(0, employer.reads(PATH).getList("items").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; required",
                "{\"managementNo\":\"%s\",\"insurances\":[],\"purpose\":\"OTHER\"}; required",
                "{\"managementNo\":\"%s\",\"insurances\":[\"EI\",\"EI\"],\"purpose\":\"OTHER\"}; insurance-named-twice",
                "{\"managementNo\":\"%s\",\"insurances\":[null],\"purpose\":\"OTHER\"}; insurance-named-twice",
                "{\"managementNo\":\"%s\",\"insurances\":[\"EI\"],\"purpose\":\"ANY\"}; code-unknown",
                "{\"managementNo\":\"%s\",\"insurances\":[\"EI\"],\"purpose\":\"OTHER\",\"submittedTo\":\" \"}; text-empty"
            })
    void aWrongRequestIsRefusedByField(String body, String code) {
        Response answer = employer.asks()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body.replace("%s", employer.workplace.digits()))
                .post(PATH);
        assertEquals(400, answer.statusCode(), answer.asString());
        assertTrue(answer.jsonPath().getList("errors.code").contains(code), answer.asString());
    }

    @Test
    void onlyWhoActsForTheWorkplaceAsksAndReads() {
        dayIs("2022-03-30");
        String id = asksFor(BOTH, "k").jsonPath().getString("certificateId");
        for (String token : List.of(Tokens.stranger(), Tokens.bank())) {
            assertEquals(
                    403,
                    given().auth()
                            .oauth2(token)
                            .header("Idempotency-Key", "s")
                            .contentType("application/json")
                            .body(body(BOTH))
                            .post(PATH)
                            .statusCode());
            for (String accept : List.of("application/json", "application/pdf")) {
                assertEquals(
                        403,
                        given().auth()
                                .oauth2(token)
                                .accept(accept)
                                .get(PATH + "/" + id)
                                .statusCode());
            }
        }
        assertEquals(404, employer.asks().get(PATH + "/" + UUID.randomUUID()).statusCode());
        assertEquals(
                "idempotency-key-required",
                employer.asks()
                        .contentType("application/json")
                        .body(body(BOTH))
                        .post(PATH)
                        .jsonPath()
                        .getString("code"));
    }

    @Test
    void aGuessedCodeTellsNothing() {
        String never = VerificationCode.random(new java.security.SecureRandom()).toString();
        assertEquals("UNKNOWN", verify(never).jsonPath().getString("verdict"));
        assertNull(verify(never).jsonPath().getString("managementNo"));
        assertEquals("MISTYPED", verify("nonsense").jsonPath().getString("verdict"));
        assertEquals("MISTYPED", verify("' or 1=1 --").jsonPath().getString("verdict"));
    }

    @Test
    void whatWasCertifiedIsNeverChangedOrRemoved() throws SQLException {
        dayIs("2022-03-30");
        asksFor(BOTH, "k");
        for (String sql : List.of(
                "update clearance_certificate set issued_on = issued_on + 1",
                "delete from clearance_document",
                "truncate clearance_certificate cascade")) {
            try (Connection application = rows.asApplication();
                    Connection owner = rows.asOwner()) {
                for (Connection connection : List.of(application, owner)) {
                    Assertions.assertThrows(
                            SQLException.class,
                            () -> connection.createStatement().execute(sql),
                            sql);
                }
            }
        }
    }

    private Response asksFor(String insurances, String key) {
        return employer.asks()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body(insurances))
                .post(PATH);
    }

    /** The example of the API's description, for this workplace. */
    private String body(String insurances) {
        return ClearanceRequest.EXAMPLE
                .replace("123-45-67891-6", employer.workplace.digits())
                .replace("\"EI\", \"IA\"", insurances);
    }

    private byte[] pdf(JsonPath view) {
        Response answer = employer.asks().accept("application/pdf").get(PATH + "/" + view.getString("certificateId"));
        assertEquals(200, answer.statusCode());
        assertEquals("application/pdf", answer.contentType());
        return answer.asByteArray();
    }

    private static Response verify(String code) {
        return given().header("Accept-Language", "en")
                .get("/payment/v1/certificate-verifications/{code}", code)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private void dayIs(String day) {
        employer.tell(
                "coverage",
                Workplaces.SANDBOX_CLOCK_SET,
                UUID.randomUUID().toString(),
                "{\"managementNo\":\"" + employer.workplace.digits() + "\",\"today\":\"" + day + "\"}");
        await().until(() -> employer.asks()
                .get("/payment/v1/workplaces/" + employer.workplace.digits())
                .jsonPath()
                .getString("today")
                .equals(day));
    }
}
