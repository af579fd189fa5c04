package kr.gosan.payment.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.platform.workplace.Workplaces;
import org.awaitility.Awaitility;

/** An employer with one workplace, and what its return-filing and slip-reading look like from outside. */
public final class TestEmployer {

    public static final String RETURN_FILED = "kr.gosan.premium.return-filed.v1";

    static {
        // events take their time on a busy machine
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    public final String memberId = UUID.randomUUID().toString();
    public final BusinessNumber business = TestNumbers.business();
    public final WorkplaceNumber workplace = TestNumbers.workplace(business, 6);

    /** An employer whose workplace has arrived here. */
    public static TestEmployer known() {
        TestEmployer employer = new TestEmployer();
        employer.establish();
        await().until(() -> employer.workplaceStatus() == 200);
        return employer;
    }

    public void establish() {
        establish("서울특별시 중구");
    }

    public void establish(String district) {
        String data = """
                {"managementNo":"%s","businessNumber":"%s","kind":"CONSTRUCTION_COLLECTIVE","name":"고산건설 건설일괄",
                 "employerKind":"CORPORATION","employeeScale":"UNDER_150","establishedOn":"2021-01-04",
                 "ownerMemberId":"%s","district":"%s"}""".formatted(workplace.digits(), business.digits(), memberId, district);
        tell("coverage", Workplaces.ESTABLISHED, UUID.randomUUID().toString(), data);
    }

    /** Moves the workplace to a day, and waits until it is there. */
    public void livesOn(LocalDate day) {
        tell(
                "coverage",
                Workplaces.SANDBOX_CLOCK_SET,
                UUID.randomUUID().toString(),
                "{\"managementNo\":\"%s\",\"today\":\"%s\"}".formatted(workplace.digits(), day));
        await().until(() -> day.toString()
                .equals(asks().get("/payment/v1/workplaces/" + workplace.digits())
                        .jsonPath()
                        .getString("today")));
    }

    public int workplaceStatus() {
        return asks().get("/payment/v1/workplaces/" + workplace.digits()).statusCode();
    }

    public RequestSpecification asks() {
        return given().auth().oauth2(Tokens.employer(memberId, business)).header("Accept-Language", "en");
    }

    /** Sends the return as an event with this id. */
    public void files(FiledReturn filed, String eventId, ObjectMapper mapper) {
        try {
            tell("premium", RETURN_FILED, eventId, mapper.writeValueAsString(filed));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends the return and waits until it has this many slips. */
    public JsonPath files(FiledReturn filed, int slips, ObjectMapper mapper) {
        files(filed, UUID.randomUUID().toString(), mapper);
        await().until(() -> slips(filed.returnId()).getList("items").size() == slips);
        return slips(filed.returnId());
    }

    public JsonPath slips(UUID returnId) {
        return asks().queryParam("returnId", returnId.toString())
                .get("/payment/v1/slips")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Reads one of the lists of the workplace. */
    public JsonPath reads(String path) {
        return asks().queryParam("managementNo", workplace.digits())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public void tell(String service, String type, String eventId, String data) {
        TestKafka.send(
                TestKafka.topic(service),
                workplace.digits(),
                TestKafka.event(eventId, service, type, workplace.digits(), data));
    }
}
