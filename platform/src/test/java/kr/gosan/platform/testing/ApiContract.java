package kr.gosan.platform.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The OpenAPI document of the running service is the one that is checked in under {@code docs/openapi/}. */
public final class ApiContract {

    private ApiContract() {}

    /**
     * With {@code -Dopenapi=write} the document is written, unless clients would break; with {@code -Dopenapi=break}
     * also then, which is for a new version of the API or for what nobody can have used yet.
     */
    public static void assertKept(String service) throws IOException {
        Path file = Path.of("../docs/openapi/" + service + ".yaml");
        String now = given().get("/q/openapi").asString();
        String mode = System.getProperty("openapi", "");
        if (Files.exists(file) && !mode.equals("break")) {
            YAMLMapper yaml = new YAMLMapper();
            assertEquals(
                    List.of(),
                    ApiChanges.breaking(yaml.readTree(Files.readString(file)), yaml.readTree(now)),
                    "what clients of " + service + " rely on");
        }
        if (!mode.isEmpty()) {
            Files.writeString(file, now);
        }
        assertEquals(
                Files.readString(file),
                now,
                "mvn -f " + service + "-service/pom.xml test -Dtest=ApiContractTest -Dopenapi=write");
    }
}
