package kr.gosan.payment.slip;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class DueDateExtensionTest {

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    @Inject
    CarryOutExtensions carryOut;

    private TestEmployer employer;

    @BeforeEach
    void anEmployerIsKnown() {
        employer = TestEmployer.known();
    }

    @Test
    void anOpenSlipMovesToTheExtendedDayAndIsToldSo() {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        extend(employer, "2022-03-31", "2022-06-30");
        await().until(() -> dueDates(filed).equals(List.of("2022-06-30", "2022-06-30")));
        assertEquals(
                List.of("2022-03-31", "2022-03-31"),
                employer.slips(filed.returnId()).getList("items.statutoryDueDate"));
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                2,
                event -> event.path("type").asText().equals("kr.gosan.payment.slip-due-date-moved.v1"));
        events.forEach(PublishedEvents::assertFits);
        assertEquals("2022-06-30", events.getFirst().at("/data/dueDate").asText());
    }

    @Test
    void aSlipIssuedAfterTheDeclarationFallsDueOnTheExtendedDay() {
        extend(employer, "2022-05-16", "2022-06-30");
        FiledReturn filed = Filings.inInstalments(employer.workplace);
        employer.files(filed, 7, mapper);
        assertEquals(
                List.of("2022-03-31", "2022-06-30", "2022-08-16", "2022-11-15"),
                employer.slips(filed.returnId()).getList("items.findAll { it.insurance == 'EI' }.dueDate"));
    }

    @Test
    void theLumpSumDiscountIsEarnedUntilTheExtendedDay() {
        extend(employer, "2022-03-31", "2022-06-30");
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        pay(filed, "2022-06-30T12:00:00+09:00");
        assertEquals(70_200, discount());
        assertFalse(employment(filed).getBoolean("payment.late"));
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
    }

    @Test
    void aPaymentThatWasLateUntilTheExtensionEarnsItsDiscountAfterAll() {
        FiledReturn filed = Filings.filedOn(LocalDate.of(2022, 4, 20), Filings.atOnce(employer.workplace));
        employer.files(filed, 2, mapper);
        pay(filed, "2022-04-20T12:00:00+09:00");
        assertEquals(0, discount());
        extend(employer, "2022-03-31", "2022-06-30");
        await().until(() -> discount() == 70_200);
        assertFalse(employment(filed).getBoolean("payment.late"));
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
        extend(employer, "2022-03-31", "2022-07-29");
        await().until(() -> dueDates(filed).equals(List.of("2022-07-29", "2022-07-29")));
        assertEquals(70_200, discount());
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
    }

    @Test
    void anExtensionForAnotherWorkplaceMovesNothing() {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        TestEmployer other = TestEmployer.known();
        FiledReturn others = Filings.atOnce(other.workplace);
        other.files(others, 2, mapper);
        extend(other, "2022-03-31", "2022-06-30");
        await().until(() ->
                other.slips(others.returnId()).getList("items.dueDate").equals(List.of("2022-06-30", "2022-06-30")));
        assertEquals(List.of("2022-03-31", "2022-03-31"), dueDates(filed));
    }

    @Test
    void aRegionsExtensionReachesASlipWhoseWorkplaceBecomesKnownLater() {
        TestEmployer early = new TestEmployer();
        FiledReturn filed = Filings.atOnce(early.workplace);
        early.files(filed, UUID.randomUUID().toString(), mapper);
        String district = "시험군 " + early.workplace.digits();
        tell(early, "\"scope\":\"DISTRICTS\",\"districts\":[\"" + district + "\"]", "2022-03-31", "2022-06-30");
        await().until(() -> rows.number("select count(*) from slip where return_id = ?", filed.returnId()) == 2);
        early.establish(district);
        await().until(() -> early.workplaceStatus() == 200
                && early.slips(filed.returnId()).getList("items.dueDate").equals(List.of("2022-06-30", "2022-06-30")));
    }

    @Test
    void anExtensionThatWasKeptButNotCarriedOutIsTakenUpByTheNextRun() throws SQLException {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        UUID extensionId = UUID.randomUUID();
        try (Connection connection = rows.asApplication();
                var statement = connection.prepareStatement(
                        "insert into due_date_extension (extension_id, data) values (?, cast(? as jsonb))")) {
            statement.setObject(1, extensionId);
            statement.setString(2, """
                    {"extensionId":"%s","scope":"WORKPLACES","managementNos":["%s"],"from":"2022-03-31","to":"2022-03-31",
                     "extendedTo":"2022-06-30","stopsLateCharge":true}
                    """.formatted(extensionId, employer.workplace.digits()));
            statement.executeUpdate();
        }
        assertEquals(List.of("2022-03-31", "2022-03-31"), dueDates(filed));
        carryOut.run();
        assertEquals(List.of("2022-06-30", "2022-06-30"), dueDates(filed));
        assertEquals(
                1, rows.number("select count(*) from due_date_extension_done where extension_id = ?", extensionId));
        carryOut.run();
        assertEquals(List.of("2022-06-30", "2022-06-30"), dueDates(filed));
    }

    @Test
    void noDueDateMovesToAnEarlierDay() throws SQLException {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        try (Connection connection = rows.asApplication();
                var statement = connection.prepareStatement("update slip set due_date = ? where return_id = ?")) {
            statement.setObject(1, java.time.LocalDate.of(2022, 3, 31));
            statement.setObject(2, filed.returnId());
            assertThrows(SQLException.class, statement::executeUpdate);
        }
    }

    private List<String> dueDates(FiledReturn filed) {
        return employer.slips(filed.returnId()).getList("items.dueDate");
    }

    private JsonPath employment(FiledReturn filed) {
        String slipId = employer.slips(filed.returnId()).getString("items.find { it.insurance == 'EI' }.slipId");
        return employer.asks().get("/payment/v1/slips/" + slipId).jsonPath();
    }

    private void pay(FiledReturn filed, String at) {
        JsonPath slip = employment(filed);
        TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(),
                        slip.getString("ePaymentNo"),
                        slip.getLong("payable"),
                        at,
                        "GIRO"))
                .then()
                .statusCode(200);
    }

    private long discount() {
        List<Integer> balances = employer.reads("/payment/v1/ledger")
                .getList("balances.findAll { it.account == 'LUMP_SUM_DISCOUNT' }.balance");
        return balances.stream().mapToLong(Integer::longValue).sum();
    }

    private void extend(TestEmployer whose, String dueDate, String extendedTo) {
        String digits = whose.workplace.digits();
        tell(whose, "\"scope\":\"WORKPLACES\",\"managementNos\":[\"" + digits + "\"]", dueDate, extendedTo);
    }

    private static void tell(TestEmployer whose, String scope, String dueDate, String extendedTo) {
        whose.tell(
                "premium", PremiumConsumer.DEADLINE_EXTENDED, UUID.randomUUID().toString(), """
                {"extensionId":"%s",%s,"from":"%s","to":"%s","extendedTo":"%s","reason":"산불","stopsLateCharge":true}
                """.formatted(
                                UUID.randomUUID(), scope, dueDate, dueDate, extendedTo));
    }
}
