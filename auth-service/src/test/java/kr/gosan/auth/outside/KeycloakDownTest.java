package kr.gosan.auth.outside;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import kr.gosan.auth.Rows;
import kr.gosan.auth.session.LoginClient;
import kr.gosan.auth.session.LoginClient.Identity;
import kr.gosan.platform.testing.TestNumbers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OutsideWorld.class)
class KeycloakDownTest {

    @Inject
    Rows rows;

    @AfterEach
    void mend() {
        OutsideWorld.KEYCLOAK.mend();
    }

    @Test
    void aLoginWithoutKeycloakIsRefusedLeavesNothingAndCanBeTriedAgain() {
        Identity company = LoginClient.company(TestNumbers.business());
        OutsideWorld.KEYCLOAK.cut();

        LoginClient.logIn(company)
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .contentType("application/problem+json")
                .body("code", equalTo("tokens-unavailable"));

        assertNull(rows.one("select id from member where business_number = ?", company.number()));
        OutsideWorld.KEYCLOAK.mend();
        LoginClient.logIn(company).then().statusCode(201);
    }

    @Test
    void aLoginThatFailedAfterKeycloakKnewTheMemberIsTakenUpWhereItStopped() {
        Identity company = LoginClient.company(TestNumbers.business());
        String memberId = LoginClient.logIn(company).path("member.memberId");
        // What is left when the service dies between Keycloak's answer and its own commit.
        UUID id = UUID.fromString(memberId);
        rows.change("delete from outbox where key = ?", memberId);
        rows.changeAsOwner("delete from member_certificate where member_id = ?", id);
        assertEquals(1, rows.change("delete from member where id = ?", id));

        assertEquals(memberId, LoginClient.logIn(company).path("member.memberId"));
        assertEquals(id, rows.one("select id from member where business_number = ?", company.number()));
        assertEquals(1L, rows.one("select count(*) from outbox where key = ?", memberId));
    }
}
