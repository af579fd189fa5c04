package kr.gosan.payment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.platform.testing.Tokens;

/** Daily files that an institution hands in, and what was found in them. */
final class DailyFiles {

    private DailyFiles() {}

    /** @param lines movements, each with its line feed */
    static String file(String institution, String day, String lines, int count, long total) {
        return "{\"format\":\"gosan-daily-file\",\"version\":1,\"institution\":\"%s\",\"day\":\"%s\"}\n"
                        .formatted(institution, day)
                + lines
                + "{\"count\":%d,\"total\":%d,\"fees\":0}\n".formatted(count, total);
    }

    /** @param key as settings name the institution */
    static Response handsIn(String key, String file) {
        return given().auth()
                .oauth2(Tokens.bank())
                .header("Accept-Language", "en")
                .header("X-Bank-Signature", TestBank.signature(key, file))
                .contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/payment/v1/reconciliations/files");
    }

    static JsonPath compared(String key, String file) {
        Response answer = handsIn(key, file);
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    /** Every difference of a comparison: tests share the day. */
    static List<Map<String, Object>> differences(JsonPath run) {
        List<Map<String, Object>> items = new ArrayList<>();
        Integer cursor = null;
        do {
            var request = given().auth().oauth2(Tokens.operator());
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get(
                            "/payment/v1/reconciliations/" + run.getString("reconciliationId") + "/differences")
                    .jsonPath();
            items.addAll(page.getList("items"));
            cursor = page.get("nextCursor");
        } while (cursor != null);
        return items;
    }
}
