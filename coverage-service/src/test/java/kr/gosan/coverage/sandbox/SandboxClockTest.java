package kr.gosan.coverage.sandbox;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import kr.gosan.coverage.testing.Company;
import kr.gosan.coverage.testing.Rows;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class SandboxClockTest {

    private static final String TYPE = "kr.gosan.coverage.sandbox-clock-set.v1";

    @Inject
    Rows rows;

    private final Company company = new Company();
    private String realToday;

    @BeforeEach
    void establish() {
        company.establish(report -> {});
        realToday = company.get(company.path("")).path("today");
    }

    @Test
    void aWorkplaceIsMovedAndMovedBack() {
        set(SandboxClockResource.EXAMPLE)
                .then()
                .statusCode(200)
                .body("managementNo", equalTo(company.collective))
                .body("today", equalTo("2022-03-10"));
        company.get(company.path("")).then().body("today", equalTo("2022-03-10"));
        set("{\"today\": null}").then().statusCode(200).body("today", equalTo(realToday));
        company.get(company.path("")).then().body("today", not(equalTo("2022-03-10")));
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("coverage"),
                company.collective,
                2,
                message -> message.path("type").asText().equals(TYPE));
        events.forEach(PublishedEvents::assertFits);
        PublishedEvents.assertFits(PublishedEvents.exampleTree(TYPE));
        assertEquals("2022-03-10", events.get(0).at("/data/today").asText());
        assertEquals(true, events.get(1).at("/data/today").isNull());
    }

    @Test
    void onlyThisWorkplaceIsMoved() {
        Company other = Company.established();
        set("{\"today\":\"2022-03-10\"}");
        other.get(other.path("")).then().body("today", equalTo("2022-06-30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-01-01", "2027-12-31"})
    void theHolidayTableIsTheRange(String day) {
        set("{\"today\":\"" + day + "\"}").then().statusCode(200).body("today", equalTo(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-12-31", "2028-01-01", "0001-01-01"})
    void aDayOutsideIsRefused(String day) {
        set("{\"today\":\"" + day + "\"}").then().statusCode(422).body("code", equalTo("calendar-not-covered"));
        assertEquals(
                0L, rows.one("select count(*) from outbox where key = ?1 and type = ?2", company.collective, TYPE));
    }

    private Response set(String body) {
        return company.request()
                .contentType("application/json")
                .body(body)
                .put("/coverage/v1/sandbox/workplaces/" + company.collective + "/clock");
    }
}
