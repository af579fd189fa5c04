package kr.gosan.premium.filing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ListingTest {

    @Test
    void returnsAreFoundByWorkplaceYearAndTheClientsOwnReference() {
        TestCompany company = TestCompany.inMarch2022();
        ObjectNode content = company.content();
        content.put("clientReference", "mine/1");
        String filed = company.file(content).jsonPath().getString("id");
        String draft = draft(company, 1);
        assertEquals(List.of(draft, filed), ids(company, ""));
        assertEquals(List.of(draft, filed), ids(company, "?managementNo=" + company.workplace));
        assertEquals(List.of(filed), ids(company, "?clientReference=mine/1"));
        assertEquals(List.of(draft, filed), ids(company, "?insuranceYear=2021"));
        assertEquals(List.of(), ids(company, "?insuranceYear=2020"));
        assertEquals(List.of(), ids(company, "?clientReference=' or 1=1 --"));
        JsonPath summary = list(company, "?clientReference=mine/1");
        assertEquals("FILED", summary.getString("items[0].state"));
        assertEquals("2022-03-10", summary.getString("items[0].filedOn"));
        assertEquals(company.workplace.digits(), summary.getString("items[0].managementNo"));
    }

    @Test
    void returnsAreFoundByStateDayOfFilingAndText() {
        TestCompany company = TestCompany.inMarch2022();
        String filed = company.file(company.content()).jsonPath().getString("id");
        String draft = draft(company, 1);
        assertEquals(List.of(draft), ids(company, "?state=DRAFT"));
        assertEquals(List.of(filed), ids(company, "?state=FILED"));
        assertEquals(List.of(filed), ids(company, "?filedFrom=2022-03-10&filedTo=2022-03-10"));
        assertEquals(List.of(), ids(company, "?filedFrom=2022-03-11"));
        assertEquals(List.of(), ids(company, "?filedTo=2022-03-09"));
        assertEquals(List.of(draft, filed), ids(company, "?text=고산건설"));
        assertEquals(List.of(draft, filed), ids(company, "?text=" + company.business.digits()));
        assertEquals(List.of(), ids(company, "?text=아무개"));
        assertEquals(List.of(), ids(company, "?text=%25"));
        assertEquals("고산건설 일괄", list(company, "?state=FILED").getString("items[0].workplaceName"));
        for (String wrong : List.of("?state=LOST", "?filedFrom=10.3.2022")) {
            assertEquals(
                    400, company.request().get("/premium/v1/returns" + wrong).statusCode(), wrong);
        }
    }

    @Test
    void anOperatorFindsTheReturnsOfAllWorkplaces() {
        TestCompany company = TestCompany.inMarch2022();
        String draft = draft(company, 1);
        assertEquals(
                List.of(draft),
                given().header("Authorization", "Bearer " + Tokens.operator())
                        .get("/premium/v1/returns?text=" + company.workplace)
                        .jsonPath()
                        .getList("items.id", String.class));
    }

    @Test
    void aLongListComesInPagesNewestFirst() {
        TestCompany company = TestCompany.inMarch2022();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < ReturnSearch.PAGE + 3; i++) {
            made.add(draft(company, i));
        }
        Collections.reverse(made);
        JsonPath first = list(company, "");
        String cursor = first.getString("nextCursor");
        JsonPath second = list(company, "?cursor=" + cursor);
        List<String> read = new ArrayList<>(first.getList("items.id", String.class));
        assertEquals(ReturnSearch.PAGE, read.size());
        read.addAll(second.getList("items.id", String.class));
        assertEquals(made, read);
        assertNull(second.getString("nextCursor"));
    }

    private static String draft(TestCompany company, int number) {
        return company.request("draft-" + number)
                .body(company.content().toString())
                .post("/premium/v1/returns")
                .jsonPath()
                .getString("id");
    }

    private static List<String> ids(TestCompany company, String query) {
        return list(company, query).getList("items.id", String.class);
    }

    private static JsonPath list(TestCompany company, String query) {
        return company.request().get("/premium/v1/returns" + query).jsonPath();
    }
}
