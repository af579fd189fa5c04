package kr.gosan.coverage.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.function.Consumer;
import kr.gosan.coverage.insured.AcquisitionReport;
import kr.gosan.coverage.insured.LossReport;
import kr.gosan.coverage.workplace.EstablishmentReport;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;

/**
 * A construction company as the API sees it, with numbers of its own. Its reports are the examples of the API description
 * with only the numbers and what a test names changed.
 */
public final class Company {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public final BusinessNumber business = TestNumbers.business();
    public final String memberId = UUID.randomUUID().toString();
    public final String collective = business.digits() + "6";

    /** One whose collective is established since January 4, 2021, and for which it is June 30, 2022. */
    public static Company established() {
        Company company = new Company();
        assertEquals(201, company.establish(report -> {}).statusCode());
        company.goTo("2022-06-30");
        return company;
    }

    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token()).header("Accept-Language", "en");
    }

    public String token() {
        return Tokens.employer(memberId, business);
    }

    public Response establish(Consumer<ObjectNode> change) {
        return post("/coverage/v1/workplaces", newKey(), establishment(change));
    }

    public Response acquire(ResidentNumber worker, String acquiredOn) {
        return acquire(worker, report -> report.put("acquiredOn", acquiredOn));
    }

    public Response acquire(ResidentNumber worker, Consumer<ObjectNode> change) {
        return post(path("/acquisitions"), newKey(), acquisition(worker, change));
    }

    /** Hires somebody and answers with the person's id. */
    public String hired(ResidentNumber worker, String acquiredOn) {
        Response accepted = acquire(worker, acquiredOn);
        assertEquals(201, accepted.statusCode(), accepted.asString());
        return accepted.path("filing.personId");
    }

    public Response lose(String personId, String separationDate) {
        return lose(personId, report -> report.put("separationDate", separationDate));
    }

    public Response lose(String personId, Consumer<ObjectNode> change) {
        return post(path("/losses"), newKey(), loss(personId, change));
    }

    /** @param key null sends none */
    public Response post(String path, String key, String body) {
        RequestSpecification request = request().contentType("application/json").body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(path);
    }

    public Response get(String path) {
        return request().get(path);
    }

    /** A path of the collective. */
    public String path(String rest) {
        return "/coverage/v1/workplaces/" + collective + rest;
    }

    /** Moves the collective to another day. */
    public void goTo(String day) {
        request()
                .contentType("application/json")
                .body("{\"today\":\"" + day + "\"}")
                .put("/coverage/v1/sandbox/workplaces/" + collective + "/clock")
                .then()
                .statusCode(200);
    }

    public String establishment(Consumer<ObjectNode> change) {
        return changed(EstablishmentReport.EXAMPLE, report -> {
            report.put("managementNo", collective).put("businessNumber", business.digits());
            change.accept(report);
        });
    }

    public static String acquisition(ResidentNumber worker, Consumer<ObjectNode> change) {
        return changed(AcquisitionReport.EXAMPLE, report -> {
            report.put("residentNumber", worker.digits());
            change.accept(report);
        });
    }

    /** The example with a separation on March 31, 2022, because June is still going on. */
    public static String loss(String personId, Consumer<ObjectNode> change) {
        return changed(LossReport.EXAMPLE, report -> {
            report.put("personId", personId).put("separationDate", "2022-03-31");
            change.accept(report);
        });
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String changed(String example, Consumer<ObjectNode> change) {
        try {
            ObjectNode report = (ObjectNode) MAPPER.readTree(example);
            change.accept(report);
            return report.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
