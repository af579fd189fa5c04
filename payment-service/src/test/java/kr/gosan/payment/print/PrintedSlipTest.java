package kr.gosan.payment.print;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class PrintedSlipTest {

    @Inject
    ObjectMapper mapper;

    @Test
    void aSlipIsPrintedForWhoMayReadItAndStampedOnceItIsPaid() {
        TestEmployer employer = TestEmployer.known();
        JsonPath slips = employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        String number = slips.getString("items[0].ePaymentNo");
        String path = "/payment/v1/slips/" + slips.getString("items[0].slipId");

        Response answer = employer.asks().accept("application/pdf").get(path);
        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals("application/pdf", answer.contentType());
        assertEquals("inline; filename=\"slip-" + number + ".pdf\"", answer.header("Content-Disposition"));
        String text = Pdf.text(answer.asByteArray());
        assertTrue(text.contains(number) && text.contains("6,119,640 원") && text.contains("수납기관용"), text);
        assertArrayEquals(
                answer.asByteArray(),
                employer.asks().accept("application/pdf").get(path).asByteArray());

        TestBank.sends(TestBank.notice(number, 6_119_640)).then().statusCode(200);
        String paid =
                Pdf.text(employer.asks().accept("application/pdf").get(path).asByteArray());
        assertTrue(paid.contains("수납완료") && paid.contains("2022년 3월 30일"), paid);
    }

    @Test
    void whoAcceptsAnythingGetsJsonAndStrangersGetNothing() {
        TestEmployer employer = TestEmployer.known();
        String path = "/payment/v1/slips/"
                + employer.files(Filings.atOnce(employer.workplace), 2, mapper).getString("items[0].slipId");
        assertTrue(employer.asks().accept("*/*").get(path).contentType().startsWith("application/json"));
        assertEquals(403, pdf(path, Tokens.stranger()));
        assertEquals(403, pdf(path, Tokens.bank()));
        assertEquals(200, pdf(path, Tokens.operator()));
        assertEquals(404, pdf("/payment/v1/slips/" + UUID.randomUUID(), Tokens.operator()));
        assertEquals(401, given().accept("application/pdf").get(path).statusCode());
    }

    private static int pdf(String path, String token) {
        return given().auth().oauth2(token).accept("application/pdf").get(path).statusCode();
    }
}
