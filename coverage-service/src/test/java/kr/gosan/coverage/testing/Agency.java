package kr.gosan.coverage.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import kr.gosan.coverage.mandate.MandateReport;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;

/** An agency as the API sees it, that has logged in once. */
public final class Agency {

    public final BusinessNumber business = TestNumbers.business();
    public final String memberId = UUID.randomUUID().toString();

    /** One that coverage-service has heard of. */
    public static Agency registered(Rows rows) {
        Agency agency = new Agency();
        agency.register();
        await().until(() -> rows.count("agency", "member_id", agency.memberId) == 1);
        return agency;
    }

    /** What auth-service tells of its first login. */
    public void register() {
        TestKafka.send(
                TestKafka.topic("auth"),
                memberId,
                TestKafka.event(
                        UUID.randomUUID().toString(),
                        "/gosan/auth",
                        "kr.gosan.auth.member-registered.v1",
                        memberId,
                        """
                        {"memberId":"%s","memberType":"AGENCY","businessNumber":"%s"}""".formatted(memberId, business.digits())));
    }

    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + Tokens.agency(memberId, business))
                .header("Accept-Language", "en");
    }

    /** The example of the API description, with this agency's number. */
    public String mandate() {
        return MandateReport.EXAMPLE.replace("220-81-12341", business.digits());
    }
}
