package kr.gosan.premium.lawbook;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.platform.law.LawFiles;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class LawResourceTest {

    @Test
    void theDocumentedExampleIsTheAnswer() {
        assertEquals(
                TestReturns.tree(LawResource.EXAMPLE),
                TestReturns.tree(given().auth()
                        .oauth2(Tokens.worker(UUID.randomUUID().toString(), "w"))
                        .get("/premium/v1/law?on=2022-07-01&id=employment.unemployment")
                        .asString()));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-09-30, employment.unemployment.rate, 13",
        "2019-10-01, employment.unemployment.rate, 16",
        "2022-06-30, employment.unemployment.rate, 16",
        "2022-07-01, employment.unemployment.rate, 18",
        "2025-12-31, accident.wage-claim-rate, 0.6",
        "2026-01-01, accident.wage-claim-rate, 0.9",
        "2026-01-01, filing.due-day, 0331",
    })
    void theValueOfTheDayIsShown(String on, String id, String value) {
        Map<String, Object> shown = one(on, id);
        assertEquals(value, shown.get("value"));
        assertNull(shown.get("unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-05, accident.asbestos-rate, FIGURE_UNKNOWN",
        "2023-07-01, accident.job-rate.construction-equipment, FIGURE_UNKNOWN",
        "2023-06-30, accident.job-rate.construction-equipment, BEFORE_FIRST_VALUE",
        "2027-01-01, accident.commute-rate, AFTER_VERIFIED_THROUGH",
        "2017-12-31, accident.commute-rate, BEFORE_FIRST_VALUE",
    })
    void whatIsNotKnownIsListedWithTheReason(String on, String id, String reason) {
        Map<String, Object> shown = one(on, id);
        assertEquals(reason, shown.get("unknown"));
        assertNull(shown.get("value"));
        assertEquals("unknown", shown.get("status"));
        assertNotNull(shown.get("basis"));
    }

    @Test
    void pageAfterPageEveryParameterIsListedOnce() {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = get("/premium/v1/law?on=2026-11-22" + (cursor == null ? "" : "&cursor=" + cursor));
            List<String> items = page.getList("items.id");
            assertTrue(items.size() <= LawResource.PAGE);
            ids.addAll(items);
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertEquals(
                LawFiles.read(LawResourceTest.class.getClassLoader()).all().stream()
                        .map(each -> each.id())
                        .toList(),
                ids);
    }

    @Test
    void withoutADayItIsToday() {
        assertNotNull(get("/premium/v1/law").getString("on"));
        assertEquals(List.of(), get("/premium/v1/law?id=no.such").getList("items"));
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        for (String on : List.of("2022-02-30", "today", "2022")) {
            assertEquals(
                    400,
                    given().auth()
                            .oauth2(Tokens.stranger())
                            .get("/premium/v1/law?on=" + on)
                            .statusCode());
        }
    }

    private static Map<String, Object> one(String on, String id) {
        JsonPath page = get("/premium/v1/law?on=" + on + "&id=" + id);
        List<Map<String, Object>> items = page.getList("items");
        assertEquals(1, items.size());
        return items.getFirst();
    }

    private static JsonPath get(String path) {
        return given().auth().oauth2(Tokens.stranger()).get(path).jsonPath();
    }
}
