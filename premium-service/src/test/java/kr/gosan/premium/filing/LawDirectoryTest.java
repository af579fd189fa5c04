package kr.gosan.premium.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.Test;

/**
 * A return that as shipped is refused, because the rate by job and the asbestos levy of 2023 are not known, is filed once
 * an operator has put the figures into the law directory: no line of code has changed.
 */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@TestProfile(LawDirectoryTest.WithDirectory.class)
class LawDirectoryTest {

    private static final String SECTIONS = """
            {
              "insuranceYear": 2023,
              "confirmed": {
                "industrialAccident": {
                  "general": 100000000,
                  "equipment": 10000000,
                  "equipmentPeriods": [
                    {"from": "2023-01-01", "to": "2023-06-30", "remuneration": 4000000},
                    {"from": "2023-07-01", "to": "2023-12-31", "remuneration": 6000000}
                  ]
                },
                "employment": {"unemployment": 100000000, "stability": 100000000}
              },
              "previousEstimate": {
                "industrialAccident": {"reported": 0, "paid": 0},
                "unemployment": {"reported": 0, "paid": 0},
                "stability": {"reported": 0, "paid": 0}
              },
              "estimated": {
                "industrialAccident": {"general": 100000000, "equipment": 10000000},
                "employment": {"unemployment": 100000000, "stability": 100000000}
              },
              "payment": {"industrialAccident": "LUMP_SUM", "employment": "LUMP_SUM"}
            }
            """;

    public static final class WithDirectory implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gosan.law-directory", "src/test/resources/law-directory");
        }
    }

    @Test
    void aReturnOf2023IsFiledWithTheRatesOfTheDirectory() {
        TestCompany company =
                TestCompany.established("CORPORATION", "2015-05-01").on("2024-03-11");
        ObjectNode content = TestReturns.tree(SECTIONS).deepCopy();
        content.put("managementNo", company.workplace.digits());
        Response filed = company.file(content);
        assertEquals(201, filed.statusCode(), filed.asString());
        JsonNode accident = TestReturns.tree(filed.asString()).at("/calculation/insurances/0");

        // 36 + 1 + 0.6 + 0.04; until June 36 + 1, from July the job's 20 + 1
        assertEquals(
                List.of(
                        "GENERAL 2023-01-01/2023-12-31 100000000 × 37.64 = 3764000",
                        "EQUIPMENT 2023-01-01/2023-06-30 4000000 × 37 = 148000",
                        "EQUIPMENT 2023-07-01/2023-12-31 6000000 × 21 = 126000"),
                lines(accident.at("/confirmed/lines")));
        // 35 + 0.6 + 0.6 + 0.05; 20 + 0.6
        assertEquals(
                List.of(
                        "GENERAL 2024-01-01/2024-12-31 100000000 × 36.25 = 3625000",
                        "EQUIPMENT 2024-01-01/2024-12-31 10000000 × 20.6 = 206000"),
                lines(accident.at("/estimated/lines")));

        JsonNode trace = TestReturns.tree(
                company.request().get(filed.header("Location") + "/trace").asString());
        List<String> untilJune = used(trace, "ia.confirmed.equipment.1");
        assertTrue(untilJune.getFirst().startsWith("accident.industry-rate.construction 36 "), untilJune.toString());
        assertEquals(2, untilJune.size());
        assertEquals(
                "accident.job-rate.construction-equipment 20 Law directory of the tests",
                used(trace, "ia.confirmed.equipment.2").getFirst());
        assertTrue(
                used(trace, "ia.confirmed.general").contains("accident.asbestos-rate 0.04 Law directory of the tests"));
        assertTrue(all(trace.path("law")).contains("accident.asbestos-rate 0.05 Law directory of the tests"));
    }

    private static List<String> lines(JsonNode lines) {
        return stream(lines)
                .map(line -> "%s %s/%s %s × %s = %s"
                        .formatted(
                                line.path("row").asText(),
                                line.path("from").asText(),
                                line.path("to").asText(),
                                line.path("remuneration").asText(),
                                line.path("ratePerMille").asText(),
                                line.path("premium").asText()))
                .toList();
    }

    private static List<String> used(JsonNode trace, String step) {
        return all(stream(trace.path("lines"))
                .filter(line -> line.path("step").asText().equals(step))
                .findFirst()
                .orElseThrow()
                .path("parameters"));
    }

    /** Each parameter with its figure and the document it comes from. */
    private static List<String> all(JsonNode parameters) {
        return stream(parameters)
                .map(each ->
                        each.path("id").asText() + " " + each.path("figure").asText() + " "
                                + each.at("/source/document").asText())
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
