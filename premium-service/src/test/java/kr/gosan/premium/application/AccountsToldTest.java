package kr.gosan.premium.application;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.platform.crypto.AccountSeal;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.filing.AccountRegistered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts, cards and phones leave this service sealed, and only once they hold. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class AccountsToldTest {

    private static final String NUMBER = "777-88-99990001";

    @Inject
    AccountSeal seal;

    private TestCompany company;

    @BeforeEach
    void aCompanyOfItsOwn() {
        company = TestCompany.inMarch2022();
    }

    @Test
    void anApprovedRefundAccountIsToldSealedForItsWorkplaceAndApplication() {
        Response filed = approved(body(ApplicationExamples.REFUND_ACCOUNT));
        JsonNode event = told(1).getFirst();
        PublishedEvents.assertFits(event);
        JsonNode data = event.path("data");
        assertEquals("REFUND", data.path("purpose").asText());
        assertEquals("***-**-*****001", data.path("masked").asText());
        assertEquals("CORPORATION", data.path("holderKind").asText());
        assertTrue(data.path("holderFits").asBoolean());
        assertFalse(data.has("returnId"));
        assertFalse(event.toString().contains("99990001"), "nobody else can read it");

        String id = filed.jsonPath().getString("id");
        assertEquals(id, data.path("registrationId").asText());
        JsonNode opened = TestReturns.tree(open(data, "REFUND " + id).orElseThrow());
        assertEquals(NUMBER, opened.path("number").asText());
        assertEquals("고산건설(주)", opened.path("holderName").asText());
        assertEquals(Optional.empty(), open(data, "REFUND " + UUID.randomUUID()), "bound to the application");
        assertEquals(Optional.empty(), open(data, "DEBIT_ACCOUNT " + id), "and to what it is for");
        PublishedEvents.assertFits(PublishedEvents.exampleTree(AccountRegistered.TYPE));
    }

    @Test
    void theAccountAReturnNamesIsTold() {
        ObjectNode refunding = TestReturns.refunding(company.workplace);
        refunding.set("refundAccount", TestReturns.account("CORPORATION"));
        Response filed = company.file(refunding);
        assertEquals(201, filed.statusCode(), filed.asString());
        JsonNode data = told(1).getFirst().path("data");
        assertEquals(
                filed.jsonPath().getString("id"), data.path("registrationId").asText());
        assertEquals(filed.jsonPath().getString("id"), data.path("returnId").asText());
        assertEquals(2021, data.path("insuranceYear").asInt());
        assertTrue(open(data, "REFUND " + data.path("registrationId").asText())
                .orElseThrow()
                .contains(NUMBER));
    }

    @Test
    void debitsAndNoticesAreToldWithTheInstalmentTheyWorkFrom() {
        ObjectNode inInstalments = company.content();
        ((ObjectNode) inInstalments.path("payment"))
                .put("industrialAccident", "INSTALLMENT")
                .put("employment", "INSTALLMENT");
        assertEquals(201, company.file(inInstalments).statusCode());
        approved(body(ApplicationExamples.DEBIT));
        approved(body("""
                {"form": "DEBIT_CARD", "insuranceYear": 2022,
                 "debitCard": {"wish": "START", "fromPeriod": 3, "issuer": "고산카드", "cardNo": "4111-1111-1111-1111",
                               "holderName": "고산건설(주)"}}
                """));
        approved(body("""
                {"form": "10708", "insuranceYear": 2022,
                 "mobileNotice": {"wish": "START", "fromPeriod": 2, "phone": "010-1234-5678"}}
                """));
        List<JsonNode> events = told(3);
        events.forEach(PublishedEvents::assertFits);
        assertEquals(
                List.of(
                        "DEBIT_ACCOUNT START 2 ***-**-*****001",
                        "DEBIT_CARD START 3 ****-****-****-1111",
                        "MOBILE_NOTICE START 2 ***-****-5678"),
                events.stream()
                        .map(event -> event.path("data"))
                        .map(data -> data.path("purpose").asText() + " "
                                + data.path("wish").asText() + " "
                                + data.path("fromPeriod").asInt() + " "
                                + data.path("masked").asText())
                        .toList());
    }

    @Test
    void whatIsRefusedIsNotTold() {
        decide(filed(body(ApplicationExamples.REFUND_ACCOUNT)), "REFUSED");
        approved(body(ApplicationExamples.REFUND_ACCOUNT));
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("premium"),
                company.workplace.digits(),
                5,
                event -> event.path("type").asText().contains(".application-")
                        || event.path("type").asText().equals(AccountRegistered.TYPE));
        assertEquals(
                1,
                events.stream()
                        .filter(event -> event.path("type").asText().equals(AccountRegistered.TYPE))
                        .count());
    }

    private Optional<String> open(JsonNode data, String purposeAndId) {
        return seal.open(data.path("sealed").asText(), company.workplace.digits() + " " + purposeAndId);
    }

    private List<JsonNode> told(int count) {
        return TestKafka.await(
                TestKafka.topic("premium"),
                company.workplace.digits(),
                count,
                event -> event.path("type").asText().equals(AccountRegistered.TYPE));
    }

    private ObjectNode body(String example) {
        ObjectNode body = TestReturns.tree(example).deepCopy();
        return body.put("managementNo", company.workplace.digits());
    }

    private Response approved(JsonNode body) {
        Response filed = filed(body);
        decide(filed, "APPROVED");
        return filed;
    }

    private Response filed(JsonNode body) {
        Response filed = company.request(UUID.randomUUID().toString())
                .body(body.toString())
                .post("/premium/v1/applications");
        assertEquals(201, filed.statusCode(), filed.asString());
        return filed;
    }

    private void decide(Response filed, String decision) {
        given().header("Authorization", "Bearer " + Tokens.operator())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(ApplicationExamples.DECISION.replace("APPROVED", decision))
                .post("/premium/v1/applications/" + filed.jsonPath().getString("id") + "/decision")
                .then()
                .statusCode(200);
    }
}
