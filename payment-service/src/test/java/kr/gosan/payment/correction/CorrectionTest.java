package kr.gosan.payment.correction;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.payment.correction.plan.Adjustment;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Corrections;
import kr.gosan.payment.testing.Corrections.Change;
import kr.gosan.payment.testing.DeadLetters;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrections of returns, from the event to slips, ledger and events. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class CorrectionTest {

    private static final String ADJUSTED = "kr.gosan.premium.premium-adjusted.v1";
    private static final String CANCELLED = "kr.gosan.payment.slip-cancelled.v1";
    private static final String SETTLED = "kr.gosan.payment.estimate-settled.v1";
    private static final LocalDate BEFORE_DUE = LocalDate.of(2022, 3, 21);

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    private TestEmployer employer;

    @BeforeEach
    void anEmployerIsKnown() {
        employer = TestEmployer.known();
    }

    @AfterEach
    void allBooksAgree() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity::prettify);
    }

    @Test
    void anAmendmentBeforeTheDueDateReplacesTheSlipAndPutsTheSurchargeOnItsOwn() throws JsonProcessingException {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        JsonPath before = employer.files(filed, 2, mapper);
        Adjustment adjustment =
                new Corrections(filed).of(BEFORE_DUE, new Change(Fund.INDUSTRIAL_ACCIDENT, 100_000, 0, 5_000));
        tells(adjustment);
        await().until(() -> employer.slips(filed.returnId()).getList("items").size() == 4);
        JsonPath after = employer.slips(filed.returnId());
        String old = "items.find { it.insurance == 'IA' && it.state == 'CANCELLED' }";
        String renewed = "items.find { it.insurance == 'IA' && it.state == 'ISSUED' && it.debtKind == 'PERIOD' }";
        String own = "items.find { it.debtKind == 'CORRECTION' }";
        assertEquals(6_119_640, after.getLong(old + ".payable"));
        assertEquals(6_219_640, after.getLong(renewed + ".payable"));
        assertEquals(1_485_600, after.getLong(renewed + ".confirmedAdditional"));
        assertEquals(after.getString(old + ".slipId"), after.getString(renewed + ".replaces"));
        assertEquals("PREMIUM_ADJUSTED", after.getString(renewed + ".cause"));
        assertEquals(1, after.getInt(renewed + ".correctionNo"));
        assertEquals("2022-03-31", after.getString(renewed + ".dueDate"));
        assertEquals(5_000, after.getLong(own + ".payable"));
        assertEquals(5_000, after.getLong(own + ".charge"));
        assertEquals("2022-04-20", after.getString(own + ".dueDate"));
        assertEquals(
                before.getString("items.find { it.insurance == 'EI' }.slipId"),
                after.getString("items.find { it.insurance == 'EI' }.slipId"));
        JsonNode told = TestKafka.await(
                        TestKafka.topic("payment"),
                        employer.workplace.digits(),
                        1,
                        event -> event.path("type").asText().equals(CANCELLED))
                .getFirst();
        PublishedEvents.assertFits(told);
        assertEquals(
                after.getString(renewed + ".slipId"),
                told.at("/data/replacedBy").asText());
    }

    @Test
    void aCorrectionToldAgainChangesNothing() throws JsonProcessingException {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        Corrections corrections = new Corrections(filed);
        Adjustment first = corrections.of(BEFORE_DUE, new Change(Fund.UNEMPLOYMENT, 10_000, 0, 0));
        tells(first);
        tells(first);
        tells(corrections.of(BEFORE_DUE, new Change(Fund.STABILITY, 20_000, 0, 0)));
        await().until(() -> employer.slips(filed.returnId()).getList("items").size() == 4);
        assertEquals(
                2, rows.number("select count(*) from adjustment where management_no = ?", employer.workplace.digits()));
        assertEquals(
                List.of(3_164_800),
                employer.slips(filed.returnId())
                        .getList("items.findAll { it.insurance == 'EI' && it.state == 'ISSUED' }.payable"));
    }

    @Test
    void aCancelledSlipTakesNoMoneyAndTheOneInItsPlaceDoes() throws JsonProcessingException {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        tells(new Corrections(filed).of(BEFORE_DUE, new Change(Fund.INDUSTRIAL_ACCIDENT, 100_000, 0, 0)));
        await().until(() -> employer.slips(filed.returnId()).getList("items").size() == 3);
        JsonPath slips = employer.slips(filed.returnId());
        String old = slips.getString("items.find { it.state == 'CANCELLED' }.ePaymentNo");
        String renewed = slips.getString("items.find { it.insurance == 'IA' && it.state == 'ISSUED' }.ePaymentNo");
        TestBank.sends(TestBank.notice(old, 6_119_640)).then().statusCode(200);
        TestBank.sends(TestBank.notice(renewed, 6_219_640)).then().statusCode(200);
        assertEquals(
                List.of("PAID"),
                employer.slips(filed.returnId()).getList("items.findAll { it.ePaymentNo == '" + renewed + "' }.state"));
        assertEquals(
                List.of("CANCELLED"),
                employer.slips(filed.returnId()).getList("items.findAll { it.ePaymentNo == '" + old + "' }.state"));
    }

    @Test
    void whatWasPaidTooMuchSettlesTheNextInstalmentsAndTheRestIsToBeRefunded() throws JsonProcessingException {
        FiledReturn filed = Filings.inInstalments(employer.workplace);
        JsonPath slips = employer.files(filed, 7, mapper);
        TestBank.sends(TestBank.notice(
                        slips.getString("items.find { it.insurance == 'EI' && it.period == 1 }.ePaymentNo"), 565_260))
                .then()
                .statusCode(200);
        // The confirmed premium falls by 2,000,000; 1,695,660 of it settles the three instalments that are open.
        tells(new Corrections(filed)
                .of(
                        LocalDate.of(2022, 4, 20),
                        new Change(Fund.UNEMPLOYMENT, -1_000_000, 0, 0),
                        new Change(Fund.STABILITY, -1_000_000, 0, 0)));
        await().until(() -> employer.slips(filed.returnId())
                .getList("items.findAll { it.insurance == 'EI' && it.state == 'ISSUED' }")
                .isEmpty());
        JsonPath ledger = employer.reads("/payment/v1/ledger");
        assertEquals(
                -(2_000_000 - 1_695_660),
                ledger.getList("balances.findAll { it.account == 'REFUND_PAYABLE' }.balance", Long.class).stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertEquals(
                List.of("OFFSET", "OFFSET", "OFFSET"),
                TestKafka.await(
                                TestKafka.topic("payment"),
                                employer.workplace.digits(),
                                3,
                                event -> event.path("type").asText().equals(CANCELLED))
                        .stream()
                        .map(event -> event.at("/data/reason").asText())
                        .toList());
    }

    @Test
    void whatIsTooSmallToCollectGetsNoSlipAndIsOwedByNobody() {
        FiledReturn filed = new FiledReturn(
                UUID.randomUUID(),
                "P-20230801-1",
                employer.workplace,
                2022,
                LocalDate.of(2023, 8, 1),
                List.of(
                        Filings.insurance(
                                Insurance.IA,
                                List.of(Filings.period(0, 0, Filings.row(Fund.INDUSTRIAL_ACCIDENT, 1_990, 0, 0))),
                                0),
                        Filings.insurance(
                                Insurance.EI,
                                List.of(Filings.period(
                                        0,
                                        0,
                                        Filings.row(Fund.UNEMPLOYMENT, 1_000, 0, 0),
                                        Filings.row(Fund.STABILITY, 1_000, 0, 0))),
                                0)));
        JsonPath slips = employer.files(filed, 1, mapper);
        assertEquals(List.of("EI"), slips.getList("items.insurance"));
        JsonPath ledger = employer.reads("/payment/v1/ledger");
        assertEquals(1_990, ledger.getLong("balances.find { it.account == 'SMALL_AMOUNT' }.balance"));
        assertEquals(0, ledger.getLong("balances.find { it.insurance == 'IA' && it.account == 'RECEIVABLE' }.balance"));
    }

    @Test
    void aCorrectionOfAnUnknownReturnIsPutAside() throws JsonProcessingException {
        FiledReturn never = Filings.atOnce(employer.workplace);
        tells(new Corrections(never).of(BEFORE_DUE, new Change(Fund.STABILITY, 10_000, 0, 0)));
        assertTrue(DeadLetters.reason("premium", employer.workplace.digits()).contains("is not known"));
    }

    @Test
    void aCorrectionThatContradictsWhatIsInForceIsPutAside() throws JsonProcessingException {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        Corrections skipped = new Corrections(filed);
        skipped.of(BEFORE_DUE, new Change(Fund.STABILITY, 10_000, 0, 0));
        tells(skipped.of(BEFORE_DUE, new Change(Fund.STABILITY, 10_000, 0, 0)));
        String reason = DeadLetters.reason("premium", employer.workplace.digits());
        assertTrue(reason.contains("STABILITY: confirmed before"), reason);
        assertEquals(2, employer.slips(filed.returnId()).getList("items").size());
    }

    @Test
    void theNextReturnLowersWhatIsUnpaidOfTheEstimateItConfirms() {
        FiledReturn filed = Filings.inInstalments(employer.workplace);
        employer.files(filed, 7, mapper);
        // Confirmed: 1,000,000 of an estimate of 2,260,920 in all; nothing was paid.
        FiledReturn next = new FiledReturn(
                UUID.randomUUID(),
                "P-20220901-1",
                employer.workplace,
                2022,
                LocalDate.of(2022, 9, 1),
                List.of(Filings.insurance(
                        Insurance.EI,
                        List.of(Filings.period(
                                0, 0, Filings.row(Fund.UNEMPLOYMENT, 0, 0, 0), Filings.row(Fund.STABILITY, 0, 0, 0))),
                        0)));
        employer.files(next, UUID.randomUUID().toString(), mapper);
        JsonNode told = TestKafka.await(
                        TestKafka.topic("payment"),
                        employer.workplace.digits(),
                        1,
                        event -> event.path("type").asText().equals(SETTLED))
                .getFirst();
        PublishedEvents.assertFits(told);
        assertEquals(1_955_390, told.at("/data/lines/0/openBefore").asLong());
        assertEquals(1_000_000, told.at("/data/lines/0/openAfter").asLong());
        // 955,390 of 실업급여 off the latest instalments; 고용안정 stays, its estimate is below what was confirmed.
        JsonPath slips = employer.slips(filed.returnId());
        assertEquals(
                1_305_530,
                slips
                        .getList("items.findAll { it.insurance == 'EI' && it.state == 'ISSUED' }.payable", Long.class)
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertEquals(
                "SETTLED",
                TestKafka.await(
                                TestKafka.topic("payment"),
                                employer.workplace.digits(),
                                1,
                                event -> event.path("type").asText().equals(CANCELLED))
                        .getFirst()
                        .at("/data/reason")
                        .asText());
    }

    @Test
    void thePublishedExampleIsUnderstood() throws JsonProcessingException {
        Adjustment read =
                mapper.treeToValue(PublishedEvents.exampleTree(ADJUSTED).path("data"), Adjustment.class);
        assertEquals(2, read.insurances().size());
        assertEquals(LocalDate.of(2022, 7, 11), read.insurances().getFirst().dueDate());
        assertEquals(
                8_000,
                read.insurances().getLast().line(Fund.UNEMPLOYMENT).surcharge().amount());
    }

    @ParameterizedTest
    @ValueSource(strings = {CANCELLED, SETTLED})
    void thePublishedExamplesFitTheirSchemas(String type) {
        PublishedEvents.assertFits(PublishedEvents.exampleTree(type));
    }

    private void tells(Adjustment adjustment) throws JsonProcessingException {
        employer.tell("premium", ADJUSTED, UUID.randomUUID().toString(), mapper.writeValueAsString(adjustment));
    }
}
