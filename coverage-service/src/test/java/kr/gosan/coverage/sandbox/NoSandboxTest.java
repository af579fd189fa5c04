package kr.gosan.coverage.sandbox;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import kr.gosan.coverage.testing.Company;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@TestProfile(NoSandboxTest.Production.class)
class NoSandboxTest {

    public static final class Production implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gosan.sandbox", "false");
        }
    }

    @Test
    void outsideTheSandboxThereIsNoClockToSet() {
        Company company = new Company();
        company.establish(report -> {}).then().statusCode(201);
        company.request()
                .contentType("application/json")
                .body(SandboxClockResource.EXAMPLE)
                .put("/coverage/v1/sandbox/workplaces/" + company.collective + "/clock")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }
}
