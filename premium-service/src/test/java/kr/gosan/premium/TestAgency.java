package kr.gosan.premium;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;

/** An agency with workplaces of several employers; it is 2022-03-10 at all of them. */
public final class TestAgency {

    public final String memberId = UUID.randomUUID().toString();
    public final String token = Tokens.agency(memberId, TestNumbers.business());
    public final List<WorkplaceNumber> workplaces = new ArrayList<>();

    private TestAgency() {}

    /** Waits until the service knows all of them. */
    public static TestAgency of(int workplaces) {
        TestAgency agency = new TestAgency();
        for (int i = 0; i < workplaces; i++) {
            agency.workplaces.add(agency.mandated());
        }
        for (WorkplaceNumber number : agency.workplaces) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> agency.tried(number).contains("ACCEPTABLE"));
        }
        return agency;
    }

    private String tried(WorkplaceNumber number) {
        return request()
                .queryParam("dryRun", true)
                .body(TestReturns.example(number).toString())
                .post("/premium/v1/return-batches")
                .asString();
    }

    private WorkplaceNumber mandated() {
        BusinessNumber business = TestNumbers.business();
        WorkplaceNumber number = TestNumbers.workplace(business, 6);
        tell(number, "workplace-established.v1", """
                {"managementNo":"%s","businessNumber":"%s","kind":"CONSTRUCTION_COLLECTIVE","name":"고산건설 일괄",
                 "employerKind":"CORPORATION","establishedOn":"2015-05-01","employeeScale":"UNDER_150","ownerMemberId":"%s"}
                """.formatted(number.digits(), business.digits(), UUID.randomUUID()));
        tell(number, "mandate-given.v1", """
                {"mandateId":"%s","managementNo":"%s","agencyMemberId":"%s","agencyName":"한빛노무법인","from":"2022-01-03"}
                """.formatted(UUID.randomUUID(), number.digits(), memberId));
        tell(
                number,
                "sandbox-clock-set.v1",
                "{\"managementNo\":\"%s\",\"today\":\"2022-03-10\"}".formatted(number.digits()));
        return number;
    }

    private static void tell(WorkplaceNumber about, String type, String data) {
        TestKafka.send(
                TestKafka.topic("coverage"),
                about.digits(),
                TestKafka.event(
                        UUID.randomUUID().toString(), "coverage", "kr.gosan.coverage." + type, about.digits(), data));
    }

    public RequestSpecification request() {
        return request(token, "en");
    }

    /** The same as somebody else, or in another language. */
    public static RequestSpecification request(String token, String language) {
        return given().header("Authorization", "Bearer " + token)
                .header("Accept-Language", language)
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", io.restassured.http.ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/x-ndjson");
    }

    /** Posts a file under a key. */
    public Response post(String key, byte[] file) {
        return request().header("Idempotency-Key", key).body(file).post("/premium/v1/return-batches");
    }

    /** The documented example for one of its workplaces. */
    public ObjectNode content(int workplace) {
        return TestReturns.example(workplaces.get(workplace));
    }
}
