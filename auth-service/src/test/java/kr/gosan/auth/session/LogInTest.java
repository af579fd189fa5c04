package kr.gosan.auth.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Base64;
import kr.gosan.auth.session.LoginClient.Identity;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.platform.crypto.PersonIndex;
import kr.gosan.platform.testing.TestNumbers;
import org.junit.jupiter.api.Test;

/** Against the real database, Kafka and Keycloak. */
@QuarkusTest
class LogInTest {

    @Inject
    PersonIndex personIndex;

    @Test
    void aCompanyLogsInWithItsCertificateAndIsKnownByItsToken() throws Exception {
        BusinessNumber number = TestNumbers.business();
        Identity company = LoginClient.company(number);

        Response answer = LoginClient.logIn(company);

        answer.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(1800))
                .body("member.memberType", equalTo("EMPLOYER"))
                .body("member.businessNumber", equalTo(number.digits()));
        JsonNode claims = claims(answer.path("accessToken"));
        assertEquals(answer.path("member.memberId"), claims.path("member_id").asText());
        assertEquals("EMPLOYER", claims.path("member_type").asText());
        assertEquals("joint-certificate", claims.path("auth_level").asText());
        assertEquals(number.digits(), claims.path("business_number").asText());
        assertFalse(claims.has("person_key"));

        given().header("Authorization", "Bearer " + answer.<String>path("accessToken"))
                .get("/auth/v1/member")
                .then()
                .statusCode(200)
                .body("memberId", equalTo(answer.path("member.memberId")))
                .body("businessNumber", equalTo(number.digits()))
                .body("authenticationLevel", equalTo("joint-certificate"))
                .body("certificates", hasSize(1))
                .body("certificates.serialNumber", hasItem(company.serialNumber()));
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
