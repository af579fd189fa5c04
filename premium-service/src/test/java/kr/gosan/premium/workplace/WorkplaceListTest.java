package kr.gosan.premium.workplace;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class WorkplaceListTest {

    @Test
    void aLongListComesInPagesByNumber() {
        TestCompany company = TestCompany.inMarch2022();
        TreeSet<String> known = new TreeSet<>(List.of(company.workplace.digits()));
        while (known.size() < WorkplaceResource.PAGE) {
            known.add(company.oneMoreWorkplace().digits());
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> numbers(list(company, "")).equals(List.copyOf(known)));
        assertNull(list(company, "").getString("nextCursor"), "a page that is just full is the last one");

        known.add(company.oneMoreWorkplace().digits());
        await().atMost(Duration.ofSeconds(30)).until(() -> list(company, "").getString("nextCursor") != null);
        JsonPath first = list(company, "");
        JsonPath second = list(company, "?cursor=" + first.getString("nextCursor"));
        List<String> read = new ArrayList<>(numbers(first));
        assertEquals(WorkplaceResource.PAGE, read.size());
        read.addAll(numbers(second));
        assertEquals(List.copyOf(known), read);
        assertNull(second.getString("nextCursor"));
    }

    @Test
    void aCursorThatIsNoWorkplaceNumberIsAProblem() {
        TestCompany.inMarch2022()
                .request()
                .get("/premium/v1/workplaces?cursor=1")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void operationsStaffReadsAWorkplaceAndListsNone() {
        TestCompany company = TestCompany.inMarch2022();
        given().auth()
                .oauth2(Tokens.operator())
                .get("/premium/v1/workplaces/" + company.workplace.digits())
                .then()
                .statusCode(200)
                .body("today", equalTo("2022-03-10"));
        given().auth()
                .oauth2(Tokens.operator())
                .get("/premium/v1/workplaces")
                .then()
                .statusCode(403);
    }

    private static List<String> numbers(JsonPath page) {
        return page.getList("items.managementNo", String.class);
    }

    private static JsonPath list(TestCompany company, String query) {
        return company.request().get("/premium/v1/workplaces" + query).jsonPath();
    }
}
