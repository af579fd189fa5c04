package kr.gosan.coverage;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import kr.gosan.coverage.testing.Company;
import kr.gosan.coverage.testing.Rows;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: one problem document, nothing stored, never a 500. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class BadInputTest {

    @Inject
    Rows rows;

    private Company company;
    private long before;

    @BeforeEach
    void establish() {
        company = Company.established();
        before = rows.about(company.collective);
    }

    @ParameterizedTest(name = "acquisition with {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": null                                      | /name required",
                "\"name\": \"  \"                                    | /name text-empty",
                "\"name\": 7                                         | /name text-expected",
                "\"name\": \"a\\u0000b\"                             | /name text-invalid",
                "\"residentNumber\": \"900230-1234568\"              | /residentNumber resident-number-invalid",
                "\"residentNumber\": \"900101123456\"                | /residentNumber resident-number-invalid",
                "\"residentNumber\": 9001011234568                   | /residentNumber resident-number-invalid",
                "\"acquiredOn\": \"2022-02-29\"                      | /acquiredOn date-expected",
                "\"acquiredOn\": \"+999999999-12-31\"                | /acquiredOn date-expected",
                "\"acquiredOn\": \"2022-6-2\"                        | /acquiredOn date-expected",
                "\"acquiredOn\": \"2022-06-02T00:00:00Z\"            | /acquiredOn date-expected",
                "\"occupationCode\": \"999\"                         | /occupationCode occupation-unknown",
                "\"occupationCode\": 701                             | /occupationCode text-expected",
                "\"monthlyRemuneration\": -1                         | /monthlyRemuneration won-negative",
                "\"monthlyRemuneration\": 0                          | /monthlyRemuneration remuneration-zero",
                "\"monthlyRemuneration\": 1000000000000000           | /monthlyRemuneration won-too-large",
                "\"monthlyRemuneration\": 3200000.5                  | /monthlyRemuneration whole-won-expected",
                "\"monthlyRemuneration\": \"3200000\"                | /monthlyRemuneration whole-won-expected",
                "\"weeklyHours\": 0                                  | /weeklyHours hours-out-of-range",
                "\"weeklyHours\": 169                                | /weeklyHours hours-out-of-range",
                "\"weeklyHours\": 99999999999                        | /weeklyHours whole-number-expected",
                "\"fixedTerm\": \"true\"                             | /fixedTerm true-or-false-expected",
                "\"fixedTerm\": false                                | /contractEndsOn contract-has-no-end",
                "\"contractEndsOn\": null                            | /contractEndsOn required",
                "\"clientReference\": \"\"                           | /clientReference text-empty",
                "\"salary\": 1                                       | /salary unknown-field",
                "\"managementNo\": \"12345678916\"                   | /managementNo unknown-field"
            })
    void anAcquisitionThatIsWrongInItself(String field, String error) {
        String name = field.substring(0, field.indexOf(':')).strip().replace("\"", "");
        String body = Company.acquisition(TestNumbers.resident(), report -> report.remove(name));
        Response refused = company.post(
                company.path("/acquisitions"), Company.newKey(), body.replaceFirst("\\{", "{" + escaped(field) + ","));
        assertEquals(400, refused.statusCode(), refused.asString());
        assertEquals(List.of(error), errors(refused));
        assertEquals("application/problem+json", refused.contentType().split(";")[0]);
        assertEquals(before, rows.about(company.collective));
    }

    @ParameterizedTest(name = "loss with {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"personId\": \"x\"                    | /personId id-expected",
                "\"personId\": null                     | /personId required",
                "\"lossReasonCode\": \"21\"             | /lossReasonCode code-unknown",
                "\"lossReasonCode\": 32                 | /lossReasonCode text-expected",
                "\"lossReasonCode\": \"41\"             | /excludedFrom required /separationDate not-with-this-reason",
                "\"separationDate\": null               | /separationDate required",
                "\"separationDate\": \"2022-04-31\"     | /separationDate date-expected",
                "\"excludedFrom\": \"2022-04-30\"       | /excludedFrom not-with-this-reason",
                "\"lossDate\": \"2022-04-01\"           | /lossDate unknown-field"
            })
    void aLossThatIsWrongInItself(String field, String error) {
        String person = company.hired(TestNumbers.resident(), "2022-03-02");
        long hired = rows.about(company.collective);
        String name = field.substring(0, field.indexOf(':')).strip().replace("\"", "");
        String body = Company.loss(person, report -> report.remove(name));
        Response refused = company.post(
                company.path("/losses"), Company.newKey(), body.replaceFirst("\\{", "{" + escaped(field) + ","));
        assertEquals(400, refused.statusCode(), refused.asString());
        assertEquals(error, String.join(" ", errors(refused)));
        assertEquals(hired, rows.about(company.collective));
    }

    @ParameterizedTest(name = "establishment with {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"managementNo\": \"1234567891\"       | /managementNo workplace-number-invalid",
                "\"managementNo\": null                 | /managementNo required",
                "\"businessNumber\": \"1234567890\"     | /businessNumber business-number-invalid",
                "\"kind\": \"FORESTRY\"                 | /kind code-unknown",
                "\"worksEndOn\": \"2022-01-01\"         | /worksEndOn only-of-a-single-work",
                "\"kind\": \"CONSTRUCTION_SINGLE\"      | /worksEndOn required",
                "\"district\": \"\"                     | /district text-empty",
                "\"kind\": 0                            | /kind code-unknown",
                "\"employeeScale\": \"under_150\"       | /employeeScale code-unknown",
                "\"establishedOn\": \"2021-13-01\"      | /establishedOn date-expected",
                "\"ownerMemberId\": \"me\"              | /ownerMemberId unknown-field"
            })
    void anEstablishmentThatIsWrongInItself(String field, String error) {
        Company other = new Company();
        String name = field.substring(0, field.indexOf(':')).strip().replace("\"", "");
        String body = other.establishment(report -> report.remove(name));
        Response refused = other.post(
                "/coverage/v1/workplaces", Company.newKey(), body.replaceFirst("\\{", "{" + escaped(field) + ","));
        assertEquals(400, refused.statusCode(), refused.asString());
        assertEquals(List.of(error), errors(refused));
        assertEquals(0, rows.about(other.collective));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/extinction | {}                                                 | /endedOn required /reason required",
                "/extinction | {\"endedOn\":\"2022-02-30\",\"reason\":\"x\"}      | /endedOn date-expected /reason code-unknown",
                "/extinction | {\"endedOn\":\"2022-05-31\",\"reason\":\"BUSINESS_ENDED\",\"extinctOn\":\"2022-06-01\"} | /extinctOn unknown-field",
                "/mandates   | {}                                                 | /agencyBusinessNumber required /agencyName required /from required",
                "/mandates   | {\"agencyBusinessNumber\":\"1\",\"agencyName\":\" \",\"from\":7} | /agencyBusinessNumber business-number-invalid /agencyName text-empty /from date-expected",
                "/mandates/0198c0de-0000-7000-8000-000000000001/end | {}           | /on required",
                "/mandates/0198c0de-0000-7000-8000-000000000001/end | {\"on\":\"x\"} | /on date-expected"
            })
    void aReportAboutTheWorkplaceThatIsWrongInItself(String path, String body, String error) {
        Response refused = company.post(company.path(path), Company.newKey(), body);
        assertEquals(400, refused.statusCode(), refused.asString());
        assertEquals(error, String.join(" ", errors(refused)));
        assertEquals(before, rows.about(company.collective));
    }

    @Test
    void everythingIsToldAtOnce() {
        Response refused = company.post(company.path("/acquisitions"), Company.newKey(), """
                {"name":"","name":"김","residentNumber":"1","acquiredOn":"soon","occupationCode":"1","weeklyHours":0,
                 "fixedTerm":true,"colour":"red"}""");
        assertEquals(400, refused.statusCode());
        assertEquals(
                List.of(
                        "/acquiredOn date-expected",
                        "/colour unknown-field",
                        "/contractEndsOn required",
                        "/monthlyRemuneration required",
                        "/name two-values",
                        "/occupationCode occupation-unknown",
                        "/residentNumber resident-number-invalid",
                        "/weeklyHours hours-out-of-range"),
                errors(refused));
        assertEquals(before, rows.about(company.collective));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "null", "7", "\"x\"", "{}{}", "{'name':1}"})
    void aBodyThatIsNoObject(String body) {
        for (String path : List.of("/acquisitions", "/losses")) {
            Response refused = company.post(company.path(path), Company.newKey(), body);
            assertEquals(400, refused.statusCode(), body + refused.asString());
            assertEquals("invalid-request", refused.path("code"));
        }
        assertEquals(before, rows.about(company.collective));
    }

    @Test
    void anotherContentTypeOrTooMuchOfIt() {
        String body = Company.acquisition(TestNumbers.resident(), report -> {});
        Response text = company.request()
                .header("Idempotency-Key", Company.newKey())
                .contentType("text/plain")
                .body(body)
                .post(company.path("/acquisitions"));
        assertEquals(415, text.statusCode());
        assertEquals("content-type-not-supported", text.path("code"));
        for (int size : new int[] {1 << 20, 20_000_000}) {
            String large =
                    Company.acquisition(TestNumbers.resident(), report -> report.put("name", "가".repeat(size / 3)));
            Response tooLarge = company.post(company.path("/acquisitions"), Company.newKey(), large);
            assertEquals(413, tooLarge.statusCode());
            assertEquals("body-too-large", tooLarge.path("code"));
        }
        assertEquals(before, rows.about(company.collective));
    }

    @Test
    void noKeyOrAnImpossibleOne() {
        String body = Company.acquisition(TestNumbers.resident(), report -> {});
        for (String key : new String[] {null, "", "with space", "k".repeat(201)}) {
            Response refused = company.post(company.path("/acquisitions"), key, body);
            assertEquals(400, refused.statusCode(), key);
            assertEquals("idempotency-key-required", refused.path("code"));
        }
        assertEquals(before, rows.about(company.collective));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/coverage/v1/workplaces/12",
                "/coverage/v1/workplaces/1234567891x",
                "/coverage/v1/workplaces/12/insured-persons",
                "/coverage/v1/workplaces/12/insured-persons/x",
                "/coverage/v1/workplaces?limit=0",
                "/coverage/v1/workplaces?limit=999999999999",
                "/coverage/v1/workplaces?cursor=abc"
            })
    void aPathOrQueryOfTheWrongForm(String path) {
        Response refused = company.get(path);
        assertEquals(400, refused.statusCode(), refused.asString());
        assertEquals("invalid-request", refused.path("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "C-20220310-9999999", "..%2F..", "%27%20or%201=1", "%00"})
    void aReceiptNumberThatIsNone(String number) {
        Response refused = company.request().urlEncodingEnabled(false).get("/coverage/v1/receipts/" + number);
        assertTrue(List.of(400, 404).contains(refused.statusCode()), refused.asString());
    }

    @Test
    void aTokenThatIsNone() {
        for (String token : List.of(
                "x",
                kr.gosan.platform.testing.Tokens.expired(),
                kr.gosan.platform.testing.Tokens.forAnotherAudience())) {
            given().header("Authorization", "Bearer " + token)
                    .get(company.path(""))
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    private static List<String> errors(Response refused) {
        List<String> pointers = refused.path("errors.pointer");
        List<String> codes = refused.path("errors.code");
        TreeSet<String> errors = new TreeSet<>();
        for (int i = 0; i < pointers.size(); i++) {
            errors.add(pointers.get(i) + " " + codes.get(i));
        }
        return List.copyOf(errors);
    }

    private static String escaped(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }
}
