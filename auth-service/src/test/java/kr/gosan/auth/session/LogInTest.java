package kr.gosan.auth.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kr.gosan.auth.Rows;
import kr.gosan.auth.session.LoginClient.Challenge;
import kr.gosan.auth.session.LoginClient.Identity;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.crypto.FieldCipher;
import kr.gosan.platform.crypto.PersonIndex;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestNumbers;
import org.junit.jupiter.api.Test;

/** Logins that succeed, and what is left of them: database, Kafka and Keycloak are the real ones. */
@QuarkusTest
class LogInTest {

    @Inject
    PersonIndex personIndex;

    @Inject
    FieldCipher cipher;

    @Inject
    Rows rows;

    @Test
    void aCompanyLogsInWithItsCertificateAndIsKnownByItsToken() throws Exception {
        BusinessNumber number = TestNumbers.business();
        Identity company = LoginClient.company(number);

        Response answer = LoginClient.logIn(company);

        answer.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", allOf(greaterThan(1700), lessThanOrEqualTo(1800)))
                .body("member.memberType", equalTo("EMPLOYER"))
                .body("member.businessNumber", equalTo(number.digits()));
        JsonNode claims = claims(answer.path("accessToken"));
        assertEquals(
                answer.<String>path("member.memberId"), claims.path("member_id").asText());
        assertEquals("EMPLOYER", claims.path("member_type").asText());
        assertEquals("joint-certificate", claims.path("auth_level").asText());
        assertEquals(number.digits(), claims.path("business_number").asText());
        assertEquals("gosan", claims.path("aud").asText());
        assertFalse(claims.has("person_key"));
        whoAmI(answer.path("accessToken"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("memberId", equalTo(answer.path("member.memberId")))
                .body("memberType", equalTo("EMPLOYER"))
                .body("businessNumber", equalTo(number.digits()))
                .body("authenticationLevel", equalTo("joint-certificate"))
                .body("certificates.serialNumber", contains(company.serialNumber()));
    }

    @Test
    void aBusinessIsOneMemberAsAnEmployerAndAnotherAsAnAgency() throws Exception {
        BusinessNumber number = TestNumbers.business();
        Identity company = LoginClient.company(number);
        Identity agency = LoginClient.asAgency(company);
        String employerId = LoginClient.logIn(company).path("member.memberId");

        Response answer = LoginClient.logIn(agency);

        answer.then()
                .statusCode(201)
                .body("member.memberType", equalTo("AGENCY"))
                .body("member.businessNumber", equalTo(number.digits()));
        String agencyId = answer.path("member.memberId");
        assertFalse(agencyId.equals(employerId));
        JsonNode claims = claims(answer.path("accessToken"));
        assertEquals(agencyId, claims.path("member_id").asText());
        assertEquals("AGENCY", claims.path("member_type").asText());
        assertEquals("joint-certificate", claims.path("auth_level").asText());
        assertEquals(number.digits(), claims.path("business_number").asText());
        whoAmI(answer.path("accessToken"))
                .then()
                .statusCode(200)
                .body("memberType", equalTo("AGENCY"))
                .body("certificates.serialNumber", contains(company.serialNumber()));
        JsonNode event = TestKafka.await(TestKafka.topic("auth"), agencyId, 1, any -> true)
                .getFirst();
        PublishedEvents.assertFits(event);
        assertEquals(number.digits(), event.at("/data/businessNumber").asText());
        assertEquals(agencyId, LoginClient.logIn(agency).path("member.memberId"));
        assertEquals(employerId, LoginClient.logIn(company).path("member.memberId"));
    }

    @Test
    void aWorkersTokenCarriesTheBlindIndexAndTheNumberIsOnlyKeptEncrypted() throws Exception {
        ResidentNumber number = TestNumbers.resident();

        Response answer = LoginClient.logIn(LoginClient.worker(number));

        answer.then().statusCode(201).body("member.memberType", equalTo("WORKER"));
        JsonNode claims = claims(answer.path("accessToken"));
        assertEquals(personIndex.of(number), claims.path("person_key").asText());
        assertFalse(claims.has("business_number"));
        assertFalse(answer.asString().contains(number.digits()));

        UUID id = UUID.fromString(answer.path("member.memberId"));
        byte[] kept = (byte[]) rows.one("select resident_number from member where id = ?", id);
        assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains(number.digits()));
        assertEquals(number.digits(), cipher.decrypt(kept, "member:" + id));

        JsonNode event = TestKafka.await(TestKafka.topic("auth"), id.toString(), 1, any -> true)
                .getFirst();
        PublishedEvents.assertFits(event);
        assertFalse(event.toString().contains(number.digits()));
    }

    @Test
    void theFirstLoginRegistersTheMemberAndTheNextOnesDoNot() {
        BusinessNumber number = TestNumbers.business();
        Identity first = LoginClient.company(number);
        Identity renewed = LoginClient.company(number);

        String memberId = LoginClient.logIn(first).path("member.memberId");
        assertEquals(memberId, LoginClient.logIn(first).path("member.memberId"));
        Response third = LoginClient.logIn(renewed);

        assertEquals(memberId, third.path("member.memberId"));
        whoAmI(third.path("accessToken"))
                .then()
                .body("certificates.serialNumber", contains(renewed.serialNumber(), first.serialNumber()));
        JsonNode event = TestKafka.await(TestKafka.topic("auth"), memberId, 1, any -> true)
                .getFirst();
        PublishedEvents.assertFits(event);
        assertEquals(number.digits(), event.at("/data/businessNumber").asText());
        assertEquals(1L, rows.one("select count(*) from outbox where key = ?", memberId));
        assertEquals(3L, rows.one("select count(*) from audit where member_id = ? and action = 'log-in'", memberId));
    }

    @Test
    void theHistoryOfCertificatesCannotBeRewritten() {
        Identity company = LoginClient.company(TestNumbers.business());
        LoginClient.token(company);

        for (String sql : List.of(
                "delete from member_certificate where serial_number = ?",
                "update member_certificate set subject = 'x' where serial_number = ?")) {
            IllegalStateException refused = org.junit.jupiter.api.Assertions.assertThrows(
                    IllegalStateException.class, () -> rows.change(sql, company.serialNumber()));
            assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
        }
    }

    @Test
    void firstLoginsAtTheSameInstantAgreeOnOneMember() throws Exception {
        Identity company = LoginClient.company(TestNumbers.business());
        List<Response> answers = atOnce(() -> LoginClient.logIn(company), 4);

        List<String> ids = answers.stream()
                .map(answer -> answer.<String>path("member.memberId"))
                .distinct()
                .toList();
        answers.forEach(answer -> answer.then().statusCode(201));
        assertEquals(1, ids.size());
        assertEquals(1L, rows.one("select count(*) from outbox where key = ?", ids.getFirst()));
    }

    @Test
    void aChallengeIsGoodOnceEvenForTwoThreads() throws Exception {
        Identity company = LoginClient.company(TestNumbers.business());
        Challenge challenge = LoginClient.challenge();
        byte[] signed = company.signer().sign(challenge.value());

        List<Response> answers = atOnce(() -> LoginClient.send(challenge.id(), signed, company.claim()), 4);

        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> answer.then().statusCode(422).body("code", equalTo("challenge-used")));
        LoginClient.send(challenge.id(), signed, company.claim())
                .then()
                .statusCode(422)
                .body("code", equalTo("challenge-used"));
    }

    @Test
    void aChallengeIsUsedUpByAFailedAttemptToo() {
        Identity company = LoginClient.company(TestNumbers.business());
        Identity other = LoginClient.company(TestNumbers.business());
        Challenge challenge = LoginClient.challenge();
        byte[] signed = company.signer().sign(challenge.value());

        LoginClient.send(challenge.id(), signed, other.claim())
                .then()
                .statusCode(422)
                .body("code", equalTo("identity-mismatch"));
        LoginClient.send(challenge.id(), signed, company.claim())
                .then()
                .statusCode(422)
                .body("code", equalTo("challenge-used"));
    }

    @Test
    void longDeadChallengesAreCleared() {
        UUID dead = UUID.randomUUID();
        UUID lately = UUID.randomUUID();
        String insert =
                "insert into challenge (id, value, expires_at) values (?, '\\x00', now() - cast(? as interval))";
        rows.change(insert, dead, "11 minutes");
        rows.change(insert, lately, "9 minutes");

        // Each new challenge clears away up to a hundred old ones.
        for (int i = 0; i < 20 && rows.one("select 1 from challenge where id = ?", dead) != null; i++) {
            LoginClient.challenge();
        }

        assertNull(rows.one("select 1 from challenge where id = ?", dead));
        assertNotNull(rows.one("select 1 from challenge where id = ?", lately));
    }

    @Test
    void theKeysOfTheAssertionsArePublishedWithoutTheirPrivateParts() {
        given().get("/auth/v1/jwks")
                .then()
                .statusCode(200)
                .body("keys[0].kty", equalTo("EC"))
                .body("keys[0].crv", equalTo("P-256"))
                .body("keys.collect { it.d }", contains((Object) null));
    }

    @Test
    void thePublishedExampleFitsItsSchema() {
        PublishedEvents.assertFits(PublishedEvents.exampleTree(LogIn.MEMBER_REGISTERED));
    }

    private static Response whoAmI(String token) {
        return given().header("Authorization", "Bearer " + token).get("/auth/v1/member");
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static List<Response> atOnce(Callable<Response> attempt, int times) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<Response>> running = threads.invokeAll(
                    Stream.generate(() -> attempt).limit(times).toList());
            List<Response> answers = new java.util.ArrayList<>();
            for (Future<Response> each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
