package kr.gosan.payment.slip;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.DeadLetters;
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
class ReturnFiledTest {

    private static final String SLIP_ISSUED = "kr.gosan.payment.slip-issued.v1";

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    private TestEmployer employer;

    @BeforeEach
    void anEmployerIsKnown() {
        employer = TestEmployer.known();
    }

    @Test
    void aLumpSumGivesOneSlipForEachInsurance() {
        JsonPath slips = employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        assertEquals(6_119_640, slips.getLong("items.find { it.insurance == 'IA' }.payable"));
        assertEquals(3_134_800, slips.getLong("items.find { it.insurance == 'EI' }.payable"));
        assertEquals(List.of(0, 0), slips.getList("items.period"));
        assertEquals(List.of("ISSUED", "ISSUED"), slips.getList("items.state"));
        assertEquals(List.of("2022-03-31", "2022-03-31"), slips.getList("items.dueDate"));
        assertEquals(70_200, slips.getInt("items.find { it.insurance == 'EI' }.lumpSumDiscount"));
        assertEquals(
                List.of("UNEMPLOYMENT", "STABILITY"), slips.getList("items.find { it.insurance == 'EI' }.funds.fund"));
        slips.<String>getList("items.ePaymentNo")
                .forEach(number -> assertTrue(number.matches("^\\d{4}-\\d{4}-\\d{2}-\\d-\\d-\\d{6}$"), number));
    }

    @Test
    void aReturnOfADayWhoseLawIsNotKnownHereGetsItsSlipsAllTheSame() {
        FiledReturn filed = Filings.filedOn(LocalDate.of(2027, 1, 1), Filings.atOnce(employer.workplace));
        assertEquals(
                List.of("ISSUED", "ISSUED"), employer.files(filed, 2, mapper).getList("items.state"));
    }

    @Test
    void aReturnFiledLateOnASundayMayBePaidAtTheCounterOnMonday() {
        FiledReturn filed = Filings.filedOn(LocalDate.of(2022, 4, 10), Filings.atOnce(employer.workplace));
        JsonPath slips = employer.files(filed, 2, mapper);
        assertEquals(List.of("2022-03-31", "2022-03-31"), slips.getList("items.dueDate"));
        assertEquals(List.of("2022-04-11", "2022-04-11"), slips.getList("items.lastDay"));
        JsonPath answer = TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(),
                        slips.getString("items[0].ePaymentNo"),
                        slips.getLong("items[0].payable"),
                        "2022-04-11T10:00:00+09:00",
                        "COUNTER"))
                .jsonPath();
        assertEquals("ACCEPTED", answer.getString("outcome"));
        assertTrue(answer.getBoolean("late"));
    }

    @Test
    void aPremiumTooSmallToCollectGetsNoSlipAndThatIsTold() {
        FiledReturn filed = Filings.filedOn(
                LocalDate.of(2024, 3, 10),
                Filings.filed(
                        employer.workplace,
                        Filings.insurance(
                                Insurance.IA,
                                List.of(Filings.period(0, 0, Filings.row(Fund.INDUSTRIAL_ACCIDENT, 0, 1_990, 0))),
                                0)));
        employer.files(filed, UUID.randomUUID().toString(), mapper);
        JsonNode told = TestKafka.await(
                        TestKafka.topic("payment"),
                        employer.workplace.digits(),
                        1,
                        event -> event.path("type").asText().equals("kr.gosan.payment.small-amount-dropped.v1"))
                .getFirst();
        PublishedEvents.assertFits(told);
        assertEquals(1_990, told.at("/data/amount").asInt());
        assertEquals(0, told.at("/data/periods/0").asInt());
        assertEquals(0, employer.slips(filed.returnId()).getList("items").size());
    }

    @Test
    void theSlipPrintedInTheSourceDocumentIsIssued() {
        FiledReturn filed = Filings.filed(
                employer.workplace,
                Filings.insurance(
                        Insurance.EI,
                        List.of(Filings.period(
                                0,
                                5_000,
                                Filings.row(Fund.UNEMPLOYMENT, 6_000, 707_600, 21_220),
                                Filings.row(Fund.STABILITY, 8_000, 196_550, 5_890))),
                        0));
        JsonPath slips = employer.files(filed, 1, mapper);
        assertEquals(886_040, slips.getLong("items[0].payable"));
        assertEquals(14_000, slips.getLong("items[0].confirmedAdditional"));
        assertEquals(904_150, slips.getLong("items[0].estimate"));
        assertEquals(27_110, slips.getLong("items[0].lumpSumDiscount"));
        assertEquals(5_000, slips.getLong("items[0].eFilingReduction"));
    }

    @Test
    void instalmentsGiveASlipForEachPeriodThatIsNotFullyOffset() {
        JsonPath slips = employer.files(Filings.inInstalments(employer.workplace), 7, mapper);
        assertEquals(
                List.of(171_140, 188_080, 188_080), slips.getList("items.findAll { it.insurance == 'IA' }.payable"));
        assertEquals(List.of(2, 3, 4), slips.getList("items.findAll { it.insurance == 'IA' }.period"));
        assertEquals(
                List.of(565_260, 565_220, 565_220, 565_220),
                slips.getList("items.findAll { it.insurance == 'EI' }.payable"));
        assertEquals(
                List.of("2022-03-31", "2022-05-16", "2022-08-16", "2022-11-15"),
                slips.getList("items.findAll { it.insurance == 'EI' }.dueDate"));
        assertEquals(
                List.of("2022-03-31", "2022-05-15", "2022-08-15", "2022-11-15"),
                slips.getList("items.findAll { it.insurance == 'EI' }.statutoryDueDate"));
    }

    @Test
    void nothingPayableGivesNoSlipButIsBooked() {
        FiledReturn filed = Filings.coveredByExcess(employer.workplace);
        employer.files(filed, UUID.randomUUID().toString(), mapper);
        await().until(() ->
                employer.reads("/payment/v1/ledger").getList("items").size() == 1);
        assertEquals(List.of(), employer.slips(filed.returnId()).getList("items"));
        assertEquals(
                -340_320,
                employer.reads("/payment/v1/ledger")
                        .getLong("balances.find { it.account == 'REFUND_PAYABLE' }.balance"));
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
    }

    @Test
    void everySlipIsTold() {
        FiledReturn filed = Filings.inInstalments(employer.workplace);
        JsonPath slips = employer.files(filed, 7, mapper);
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                7,
                event -> event.path("type").asText().equals(SLIP_ISSUED));
        events.forEach(PublishedEvents::assertFits);
        assertEquals(
                slips.getList("items.slipId"),
                events.stream().map(event -> event.at("/data/slipId").asText()).toList());
    }

    @Test
    void thePublishedExampleIsUnderstood() throws JsonProcessingException {
        ObjectNode event = (ObjectNode) PublishedEvents.exampleTree(TestEmployer.RETURN_FILED);
        UUID returnId = UUID.randomUUID();
        ((ObjectNode) event.get("data"))
                .put("returnId", returnId.toString())
                .put("managementNo", employer.workplace.digits())
                .put("addedLater", "unknown here");
        event.put("id", UUID.randomUUID().toString()).put("subject", employer.workplace.digits());
        TestKafka.send(TestKafka.topic("premium"), employer.workplace.digits(), mapper.writeValueAsString(event));
        await().until(() -> employer.slips(returnId).getList("items").size() == 5);
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
    }

    @Test
    void theSameEventTwiceHasOneEffect() {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        String eventId = UUID.randomUUID().toString();
        employer.files(filed, eventId, mapper);
        employer.files(filed, eventId, mapper);
        employer.files(Filings.inInstalments(employer.workplace), 7, mapper);
        assertOneEffect(filed);
    }

    @Test
    void theSameReturnUnderAnotherEventHasOneEffect() {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, UUID.randomUUID().toString(), mapper);
        employer.files(filed, UUID.randomUUID().toString(), mapper);
        employer.files(Filings.inInstalments(employer.workplace), 7, mapper);
        assertOneEffect(filed);
    }

    @Test
    void aReturnToldAgainWithOtherFiguresIsPutAside() {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        FiledReturn other = Filings.inInstalments(employer.workplace);
        employer.files(
                new FiledReturn(
                        filed.returnId(),
                        filed.receiptNo(),
                        employer.workplace,
                        2021,
                        Filings.FILED_ON,
                        other.insurances()),
                UUID.randomUUID().toString(),
                mapper);
        assertTrue(DeadLetters.reason("premium", employer.workplace.digits()).contains("told before"));
        assertOneEffect(filed);
    }

    @Test
    void aReturnThatDoesNotAddUpIsPutAsideWithTheReasonAndTheNextOneIsStillTaken() throws JsonProcessingException {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        ObjectNode data = mapper.valueToTree(filed);
        ((ObjectNode) data.at("/insurances/0/periods/0")).put("payable", 6_119_650);
        employer.tell(
                "premium", TestEmployer.RETURN_FILED, UUID.randomUUID().toString(), mapper.writeValueAsString(data));
        employer.files(Filings.inInstalments(employer.workplace), 7, mapper);
        assertEquals(
                "return " + filed.returnId() + " does not add up: IA period 0: payable ① + ② − ③ − ④ is stated as"
                        + " 6,119,650, not 6,119,640",
                DeadLetters.reason("premium", employer.workplace.digits()));
        assertEquals(List.of(), employer.slips(filed.returnId()).getList("items"));
        assertEquals(0, rows.number("select count(*) from filed_return where return_id = ?", filed.returnId()));
    }

    @Test
    void aDueDateBeyondTheHolidayTableIsPutAside() throws JsonProcessingException {
        ObjectNode data = mapper.valueToTree(Filings.atOnce(employer.workplace));
        ((ObjectNode) data.at("/insurances/0/periods/0")).put("statutoryDueDate", "2099-03-31");
        employer.tell(
                "premium", TestEmployer.RETURN_FILED, UUID.randomUUID().toString(), mapper.writeValueAsString(data));
        assertTrue(DeadLetters.reason("premium", employer.workplace.digits()).contains("2099-03-31"));
        assertEquals(0, rows.number("select count(*) from slip where management_no = ?", employer.workplace.digits()));
    }

    @Test
    void dataOfAnotherShapeIsPutAside() {
        employer.tell(
                "premium", TestEmployer.RETURN_FILED, UUID.randomUUID().toString(), "{\"returnId\":\"nonsense\"}");
        assertTrue(DeadLetters.reason("premium", employer.workplace.digits()).contains("does not fit"));
    }

    @Test
    void aReturnMayArriveBeforeItsWorkplace() {
        TestEmployer early = new TestEmployer();
        FiledReturn filed = Filings.atOnce(early.workplace);
        early.files(filed, UUID.randomUUID().toString(), mapper);
        await().until(() -> rows.number("select count(*) from slip where return_id = ?", filed.returnId()) == 2);
        assertEquals(403, early.workplaceStatus());
        early.establish();
        await().until(() -> early.workplaceStatus() == 200);
        assertEquals(2, early.slips(filed.returnId()).getList("items").size());
    }

    private void assertOneEffect(FiledReturn filed) {
        assertEquals(2, rows.number("select count(*) from slip where return_id = ?", filed.returnId()));
        assertEquals(2, rows.number("select count(*) from ledger_transaction where return_id = ?", filed.returnId()));
        assertEquals(
                2,
                rows.number(
                        "select count(*) from outbox where type = ? and data ->> 'returnId' = ?",
                        SLIP_ISSUED,
                        filed.returnId().toString()));
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
    }
}
