package kr.gosan.premium;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;

/** A construction company with one collective workplace, made known to the service the way coverage-service does. */
public final class TestCompany {

    public final String memberId = UUID.randomUUID().toString();
    public final BusinessNumber business;
    public final WorkplaceNumber workplace;
    public final String token;

    private TestCompany(BusinessNumber business) {
        this.business = business;
        this.workplace = TestNumbers.workplace(business, 6);
        this.token = Tokens.employer(memberId, business);
    }

    /** Established 2015-05-01, a corporation, and it is 2022-03-10 there. */
    public static TestCompany inMarch2022() {
        return established("CORPORATION", "2015-05-01").on("2022-03-10");
    }

    public static TestCompany established(String employerKind, String establishedOn) {
        return establishedAs("CONSTRUCTION_COLLECTIVE", employerKind, establishedOn);
    }

    public static TestCompany establishedAs(String kind, String employerKind, String establishedOn) {
        TestCompany company = new TestCompany(TestNumbers.business());
        company.establish(company.business, company.workplace, kind, employerKind, establishedOn);
        await().atMost(Duration.ofSeconds(20)).until(() -> company.read().statusCode() == 200);
        return company;
    }

    /** The head office of the same business, established on the same day; known when this returns. */
    public WorkplaceNumber headOffice(String establishedOn) {
        WorkplaceNumber number = TestNumbers.workplace(business, 0);
        establish(business, number, "CONSTRUCTION_HQ", "CORPORATION", establishedOn);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> request()
                                .get("/premium/v1/workplaces/" + number.digits())
                                .statusCode()
                        == 200);
        return number;
    }

    /** One more workplace the member may act for, of another business; it arrives a moment later. */
    public WorkplaceNumber oneMoreWorkplace() {
        BusinessNumber other = TestNumbers.business();
        WorkplaceNumber number = TestNumbers.workplace(other, 6);
        establish(other, number, "CONSTRUCTION_COLLECTIVE", "CORPORATION", "2015-05-01");
        return number;
    }

    private void establish(
            BusinessNumber owner, WorkplaceNumber number, String kind, String employerKind, String establishedOn) {
        tell(number, "kr.gosan.coverage.workplace-established.v1", """
                {"managementNo":"%s","businessNumber":"%s","kind":"%s","name":"고산건설 일괄",
                 "employerKind":"%s","establishedOn":"%s","employeeScale":"UNDER_150","ownerMemberId":"%s"}
                """.formatted(
                        number.digits(), owner.digits(), kind, employerKind, establishedOn, memberId));
    }

    /** Mandates an agency with the workplace; it arrives a moment later. */
    public void mandate(String agencyMemberId) {
        tell(workplace, "kr.gosan.coverage.mandate-given.v1", """
                {"mandateId":"%s","managementNo":"%s","agencyMemberId":"%s","agencyName":"한빛노무법인","from":"2022-01-03"}
                """.formatted(
                        UUID.randomUUID(), workplace.digits(), agencyMemberId));
    }

    private Response read() {
        return request().get("/premium/v1/workplaces/" + workplace.digits());
    }

    /** Moves the workplace to a day. */
    public TestCompany on(String day) {
        on(workplace, day);
        return this;
    }

    /** Moves another workplace of the member to a day. */
    public void on(WorkplaceNumber number, String day) {
        tell(
                number,
                "kr.gosan.coverage.sandbox-clock-set.v1",
                "{\"managementNo\":\"%s\",\"today\":\"%s\"}".formatted(number.digits(), day));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> day.equals(request()
                        .get("/premium/v1/workplaces/" + number.digits())
                        .jsonPath()
                        .getString("today")));
    }

    private static void tell(WorkplaceNumber about, String type, String data) {
        TestKafka.send(
                TestKafka.topic("coverage"),
                about.digits(),
                TestKafka.event(UUID.randomUUID().toString(), "coverage", type, about.digits(), data));
    }

    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    public RequestSpecification request(String idempotencyKey) {
        return request().header("Idempotency-Key", idempotencyKey);
    }

    /** Files a return at once under a fresh key. */
    public Response file(JsonNode content) {
        return request(UUID.randomUUID().toString())
                .queryParam("submit", true)
                .body(content.toString())
                .post("/premium/v1/returns");
    }

    /** The documented example, for this company's workplace. */
    public ObjectNode content() {
        return TestReturns.example(workplace);
    }
}
