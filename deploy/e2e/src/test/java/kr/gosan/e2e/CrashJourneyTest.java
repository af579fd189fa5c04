package kr.gosan.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.Environment;
import kr.gosan.demo.client.PremiumReturns;
import kr.gosan.demo.client.SandboxBank;
import org.junit.jupiter.api.Test;

/** A service that is killed without warning loses nothing and doubles nothing. */
class CrashJourneyTest {

    @Test
    void aReturnFiledWhilePaymentServiceIsDeadGetsItsSlipsOnceItIsBack() {
        Company company = TestStack.company("중단건설");
        long before = TestStack.pid("payment-service");
        TestStack.kill("payment-service");
        String returnId = file(company, "while-dead");
        TestStack.awaitBack("payment", before);
        assertEquals(Set.of(6_119_640L, 3_134_800L), payables(slips(company, returnId)));
        assertAgrees(company);
    }

    @Test
    void killedInTheMiddleOfManyReturnsItIssuesEverySlipExactlyOnce() {
        List<Company> companies = IntStream.range(0, 8)
                .mapToObj(i -> TestStack.company("다수건설" + i))
                .toList();
        long before = TestStack.pid("payment-service");
        List<String> returns = companies.subList(0, 4).stream()
                .map(company -> file(company, "before-kill"))
                .toList();
        TestStack.kill("payment-service"); // somewhere between the first event and the last slip
        List<String> more = companies.subList(4, 8).stream()
                .map(company -> file(company, "after-kill"))
                .toList();
        TestStack.awaitBack("payment", before);
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            List<JsonNode> slips = slips(companies.get(i), i < 4 ? returns.get(i) : more.get(i - 4));
            assertEquals(2, slips.size());
            slips.forEach(slip -> assertTrue(numbers.add(slip.path("ePaymentNo").asText())));
            assertAgrees(companies.get(i));
        }
    }

    @Test
    void killedAfterANoticeItKnowsThePaymentAndTheReturnIsSettled() {
        Company company = TestStack.company("통지건설");
        String returnId = file(company, "paid-then-killed");
        SandboxBank bank = Environment.bank(TestStack.door());
        List<JsonNode> slips = slips(company, returnId);
        slips.forEach(slip -> assertEquals("ACCEPTED", pay(bank, slip).text("/outcome")));
        long before = TestStack.pid("payment-service");
        TestStack.kill("payment-service");
        TestStack.awaitBack("payment", before);
        slips.forEach(slip -> assertEquals("ACCEPTED", pay(bank, slip).text("/outcome"), "a repeated notice"));
        Company.await(() -> company.door()
                .get("/premium/v1/returns/" + returnId)
                .expect(200)
                .text("/state")
                .equals("SETTLED"));
        assertEquals(
                2,
                company.door()
                        .get("/payment/v1/payments?managementNo=" + company.collective())
                        .expect(200)
                        .at("/items")
                        .size());
        assertAgrees(company);
    }

    @Test
    void aReturnFiledWhileKafkaIsDeadIsAcceptedAndGetsItsSlipsOnceItIsBack() {
        Company company = TestStack.company("단절건설");
        TestStack.kill("kafka");
        String returnId = file(company, "without-kafka");
        assertEquals(Set.of(6_119_640L, 3_134_800L), payables(slips(company, returnId)));
        assertAgrees(company);
    }

    private static String file(Company company, String key) {
        return company.door()
                .file(
                        "/premium/v1/returns?submit=true",
                        key,
                        PremiumReturns.ofTheGuide(company.collective(), "LUMP_SUM"))
                .expect(201)
                .text("/id");
    }

    private static List<JsonNode> slips(Company company, String returnId) {
        String path = "/payment/v1/slips?returnId=" + returnId;
        Company.await(() -> company.door().get(path).expect(200).at("/items").size() >= 2);
        List<JsonNode> slips = new java.util.ArrayList<>();
        company.door().get(path).expect(200).at("/items").forEach(slips::add);
        return slips;
    }

    private static Set<Long> payables(List<JsonNode> slips) {
        assertEquals(2, slips.size());
        return Set.of(
                slips.get(0).path("payable").longValue(),
                slips.get(1).path("payable").longValue());
    }

    private static Answer pay(SandboxBank bank, JsonNode slip) {
        String number = slip.path("ePaymentNo").asText();
        return bank.pay(
                        "crash-" + number,
                        number,
                        slip.path("payable").longValue(),
                        "2022-03-25T10:15:00+09:00",
                        "GIRO")
                .expect(200);
    }

    private static void assertAgrees(Company company) {
        Answer parity = company.door()
                .get("/payment/v1/ledger/parity?managementNo=" + company.collective())
                .expect(200);
        assertTrue(parity.at("/agrees").asBoolean(), () -> parity.body().toString());
    }
}
