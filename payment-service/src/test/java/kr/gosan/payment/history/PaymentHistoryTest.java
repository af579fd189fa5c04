package kr.gosan.payment.history;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.Pdf;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class PaymentHistoryTest {

    private static final String PAYMENTS = "/payment/v1/payments";

    @Inject
    ObjectMapper mapper;

    private TestEmployer employer;
    private JsonPath slips;

    /** 6,119,640 won of industrial-accident and 3,134,800 won of employment insurance, both paid on March 30, 2022. */
    @BeforeEach
    void anEmployerHasPaidBothSlips() {
        employer = TestEmployer.known();
        slips = employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        for (int i = 0; i < 2; i++) {
            TestBank.sends(TestBank.notice(
                            slips.getString("items[" + i + "].ePaymentNo"), slips.getLong("items[" + i + "].payable")))
                    .then()
                    .statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2",
        "insurance=EI, 1",
        "insuranceYear=2021, 2",
        "insuranceYear=2022, 0",
        "from=2022-03-30&to=2022-03-30, 2",
        "from=2022-03-31, 0",
        "to=2022-03-29, 0",
        "insurance=IA&insuranceYear=2021&from=2022-01-01, 1"
    })
    void paymentsAreFoundByYearInsuranceAndDays(String filter, int count) {
        assertEquals(count, json(filter).getList("items").size());
    }

    @Test
    void aPaymentTellsWhatItWasFor() {
        JsonPath found = json("insurance=EI");
        assertEquals(3_134_800, found.getLong("items[0].amount"));
        assertEquals(2021, found.getInt("items[0].insuranceYear"));
        assertEquals(0, found.getInt("items[0].period"));
        assertEquals("PERIOD", found.getString("items[0].debtKind"));
        assertNull(found.getString("items[0].reversedOn"));
    }

    @ParameterizedTest
    @CsvSource({
        "insurance=XX, insurance",
        "from=yesterday, from",
        "insuranceYear=two, insuranceYear",
        "from=2022-04-01&to=2022-03-31, to",
        "slipId=1, slipId"
    })
    void aWrongFilterIsAProblem(String filter, String pointer) {
        Response answer = asks("application/json", filter);
        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals(pointer, answer.jsonPath().getString("errors[0].pointer"));
    }

    @Test
    void theHistoryOnPaperHasEveryPaymentAndSumsByInsurance() {
        Response answer = asks("application/pdf", "insuranceYear=2021");
        assertEquals(200, answer.statusCode(), answer.asString());
        String text = Pdf.text(answer.asByteArray());
        for (String part : new String[] {
            "납부내역서",
            "보험연도 2021",
            "2022-03-30",
            "3,134,800",
            "6,119,640",
            "9,254,440",
            slips.getString("items[0].ePaymentNo")
        }) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        assertTrue(Pdf.text(asks("application/pdf", "insuranceYear=2020").asByteArray())
                .contains("납부내역이 없습니다"));
    }

    @Test
    void theReceiptSaysWhatEachFundAndEachLevyGot() {
        for (int i = 0; i < 2; i++) {
            String path = receiptOf(slips.getString("items[" + i + "].slipId"));
            JsonPath receipt =
                    employer.asks().get(path).then().statusCode(200).extract().jsonPath();
            assertEquals(receipt.getLong("payment.amount"), receipt.getLong("shares.amount.sum()"));
            byte[] paper = employer.asks().accept("application/pdf").get(path).asByteArray();
            String text = Pdf.text(paper);
            assertTrue(text.contains("납부확인서"));
            for (Object amount : receipt.getList("shares.amount")) {
                String printed = "%,d 원".formatted(((Number) amount).longValue());
                assertTrue(text.contains(printed), printed + " in " + text);
            }
            assertArrayEquals(
                    paper, employer.asks().accept("application/pdf").get(path).asByteArray());
        }
        JsonPath employment = employer.asks()
                .get(receiptOf(slips.getString("items.find { it.insurance == 'EI' }.slipId")))
                .jsonPath();
        assertEquals(2, employment.getList("shares").size());
        assertEquals(2_793_800, employment.getLong("shares.find { it.fund == 'UNEMPLOYMENT' }.amount"));
        assertEquals(341_000, employment.getLong("shares.find { it.fund == 'STABILITY' }.amount"));
    }

    @Test
    void anUnpaidSlipHasNoReceipt() {
        TestEmployer other = TestEmployer.known();
        String slipId =
                other.files(Filings.inInstalments(other.workplace), 7, mapper).getString("items[0].slipId");
        for (String accept : new String[] {"application/json", "application/pdf"}) {
            Response answer = other.asks().accept(accept).get(receiptOf(slipId));
            assertEquals(409, answer.statusCode());
            assertEquals("slip-not-paid", answer.jsonPath().getString("code"));
        }
        assertEquals(
                404, other.asks().get(receiptOf(UUID.randomUUID().toString())).statusCode());
    }

    @Test
    void papersAreForWhoMayReadThem() {
        String receipt = receiptOf(slips.getString("items[0].slipId"));
        String history = PAYMENTS + "?managementNo=" + employer.workplace.digits();
        for (String path : new String[] {receipt, history}) {
            assertEquals(403, pdf(path, Tokens.stranger()));
            assertEquals(403, pdf(path, Tokens.bank()));
            assertEquals(200, pdf(path, Tokens.operator()));
        }
    }

    private static int pdf(String path, String token) {
        return given().auth().oauth2(token).accept("application/pdf").get(path).statusCode();
    }

    private static String receiptOf(String slipId) {
        return "/payment/v1/slips/" + slipId + "/receipt";
    }

    private JsonPath json(String filter) {
        Response answer = asks("*/*", filter);
        assertEquals(200, answer.statusCode(), answer.asString());
        assertTrue(answer.contentType().startsWith("application/json"));
        return answer.jsonPath();
    }

    private Response asks(String accept, String filter) {
        return employer.asks()
                .accept(accept)
                .get(PAYMENTS + "?managementNo=" + employer.workplace.digits() + "&" + filter);
    }
}
