package kr.gosan.coverage.law;

import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import kr.gosan.coverage.testing.Company;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

/** What an operator puts into the law directory is what a running service decides by. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@TestProfile(LawDirectoryTest.WithDirectory.class)
class LawDirectoryTest {

    public static final class WithDirectory implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gosan.law-directory", "src/test/resources/law-directory");
        }
    }

    @Test
    void aFileInTheDirectoryDecidesInsteadOfTheShippedOne() {
        Company company = Company.established();
        // born in 2003: nineteen, of age by the shipped law but not by the directory's
        company.acquire(ResidentNumber.of("030101-3000008"), "2022-03-02")
                .then()
                .statusCode(422)
                .body("errors.code", contains("under-age"))
                .body("errors.message", contains("The worker must be 21 years old on that day."));
    }
}
