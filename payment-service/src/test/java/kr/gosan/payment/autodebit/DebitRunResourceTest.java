package kr.gosan.payment.autodebit;

import static kr.gosan.payment.autodebit.DebitWorld.ACCOUNT;
import static kr.gosan.payment.autodebit.DebitWorld.MAY_16;
import static kr.gosan.payment.autodebit.DebitWorld.operator;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class DebitRunResourceTest {

    @Inject
    DebitWorld world;

    @Inject
    AnnounceDebits announceDebits;

    @Inject
    DebitJobs jobs;

    @Inject
    Rows rows;

    @Test
    void anOperatorStartsARunAndReadsWhatBecameOfEverySlip() {
        TestEmployer employer = world.debited(ACCOUNT);
        String key = UUID.randomUUID().toString();
        Response started = start(key, DebitRunResource.DebitRunRequest.EXAMPLE);
        assertEquals(201, started.statusCode(), started.asString());
        String run = started.header("Location");
        await().until(() -> world.states(employer).equals(List.of("PAID", "PAID")));
        world.assertDebitedOnce(employer);
        assertEquals(
                started.asString(),
                start(key, DebitRunResource.DebitRunRequest.EXAMPLE).asString());
        Response again = start(UUID.randomUUID().toString(), DebitRunResource.DebitRunRequest.EXAMPLE);
        assertEquals(run, again.header("Location"), "a due date has one run");

        await().until(() -> operator().get(run).jsonPath().getBoolean("finished"));
        assertTrue(operator().get(run).jsonPath().getLong("debited") >= 2);
        List<String> debited = new java.util.ArrayList<>();
        String cursor = null;
        do {
            var page = operator()
                    .get(run + "/orders?state=DEBITED" + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            debited.addAll(page.getList("items.requestId"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertTrue(debited.containsAll(employer.reads("/payment/v1/debits").getList("items.requestId")));
        assertEquals(400, operator().get(run + "/orders?state=GONE").statusCode());
        assertEquals(
                404,
                operator().get("/payment/v1/debit-runs/" + UUID.randomUUID()).statusCode());
        assertEquals(200, operator().get("/payment/v1/debit-runs").statusCode());
        for (String path : List.of(run, run + "/orders", "/payment/v1/debit-runs")) {
            assertEquals(403, employer.asks().get(path).statusCode(), path);
        }
    }

    @Test
    void aRunThatIsOnlyTriedStartsNothing() {
        TestEmployer employer = world.debited(ACCOUNT);
        Response tried = operator()
                .queryParam("dryRun", true)
                .body("{\"dueDate\": \"2022-05-16\"}")
                .post("/payment/v1/debit-runs");
        assertEquals(200, tried.statusCode(), tried.asString());
        assertEquals(List.of(), world.orders(employer));
        assertEquals(List.of("ISSUED", "ISSUED"), world.states(employer));
    }

    @Test
    void aDayWhoseLawIsNotKnownIsRefused() {
        Response refused = start(UUID.randomUUID().toString(), "{\"dueDate\": \"2031-05-15\"}");
        assertEquals(422, refused.statusCode(), refused.asString());
        assertEquals("law-unknown", refused.jsonPath().getString("code"));
        assertEquals(400, start(UUID.randomUUID().toString(), "{}").statusCode());
    }

    @Test
    void theJobFindsWhatIsDueToday() {
        TestEmployer employer = world.debited(ACCOUNT);
        jobs.runWhatIsDue();
        world.assertDebitedOnce(employer);
    }

    @Test
    void aDebitIsAnnouncedOnceThreeDaysAhead() {
        TestEmployer employer = world.debited("1002-333-444555");
        announce(employer, MAY_16.minusDays(4));
        announce(employer, MAY_16.minusDays(3));
        announce(employer, MAY_16.minusDays(2));
        List<JsonNode> announced = TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                2,
                event -> event.path("type").asText().equals(DebitEvents.ANNOUNCED));
        announced.forEach(PublishedEvents::assertFits);
        announced.forEach(event -> assertTrue(event.path("time").asText().startsWith("2022-05-13"), event.toString()));
        JsonNode employment = announced.stream()
                .map(event -> event.path("data"))
                .filter(data -> data.path("insurance").asText().equals("EI"))
                .findFirst()
                .orElseThrow();
        assertEquals(564_970, employment.path("amount").asInt());
        assertEquals(250, employment.path("reduction").asInt());
        assertEquals("***555", employment.path("masked").asText());
        assertFalse(employment.toString().contains("444555"));
        for (String type : List.of(DebitEvents.ANNOUNCED, DebitEvents.REFUSED)) {
            PublishedEvents.assertFits(PublishedEvents.exampleTree(type));
        }
    }

    @Test
    void aDebitWhoseDueDateMovedIsAnnouncedAgainForItsNewDay() {
        TestEmployer employer = world.debited("1002-333-444556");
        announce(employer, MAY_16.minusDays(3));
        assertEquals(2, announced(employer));
        LocalDate moved = LocalDate.of(2022, 6, 30);
        employer.tell(
                "premium",
                "kr.gosan.premium.deadline-extended.v1",
                UUID.randomUUID().toString(),
                """
                {"extensionId":"%s","scope":"WORKPLACES","managementNos":["%s"],"from":"2022-05-16","to":"2022-05-16",
                 "extendedTo":"%s","reason":"산불","stopsLateCharge":true}""".formatted(UUID.randomUUID(), employer.workplace.digits(), moved));
        await().until(() -> world.slips(employer).stream()
                .allMatch(slip -> slip.get("dueDate").equals(moved.toString())));
        announce(employer, MAY_16.minusDays(2));
        assertEquals(2, announced(employer));
        for (int i = 0; i < 2; i++) {
            employer.livesOn(moved.minusDays(3));
            announceDebits.announce(moved, moved);
        }
        assertEquals(4, announced(employer));
    }

    @Test
    void aSlipThatCannotBeAnnouncedKeepsNoOtherWaiting() throws SQLException {
        TestEmployer broken = world.inInstalments();
        world.registers(broken, "NOBODY");
        TestEmployer employer = world.debited(ACCOUNT);
        broken.livesOn(MAY_16.minusDays(3));
        announce(employer, MAY_16.minusDays(3));
        assertEquals(2, announced(employer));
        assertEquals(0, announced(broken));
    }

    private long announced(TestEmployer employer) {
        return rows.number(
                "select count(*) from outbox where key = ? and type = '" + DebitEvents.ANNOUNCED + "'",
                employer.workplace.digits());
    }

    private void announce(TestEmployer employer, LocalDate today) {
        employer.livesOn(today);
        announceDebits.announce(MAY_16, MAY_16);
    }

    private static Response start(String key, String body) {
        return operator().header("Idempotency-Key", key).body(body).post("/payment/v1/debit-runs");
    }
}
