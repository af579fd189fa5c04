package kr.gosan.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.Environment;
import kr.gosan.demo.client.FrontDoor;
import kr.gosan.demo.client.Institutions;
import org.junit.jupiter.api.Test;

/** Slips of the guide's return (6,119,640 and 3,134,800 won), paid in every way a payer can choose, and what goes wrong with it. */
class PaymentChannelsJourneyTest {

    private static final long ACCIDENT = 6_119_640;
    private static final long EMPLOYMENT = 3_134_800;
    private static final String NOON = "2022-03-10T12:00:00+09:00";

    private final Institutions institutions = Environment.institutions();

    @Test
    void aVirtualAccountAndGiroSettleAReturn() {
        FiledReturn filed = file("가상계좌건설");
        String account = filed.account("IA", "우리은행");
        Answer paid = institutions.deposits(account, ACCIDENT, NOON).expect(200);
        assertEquals("ACCEPTED", paid.text("/notices/0/answer/outcome"));
        Answer giro = institutions.pays("/giro-payments", "GIRO", filed.slip("EI"), NOON);
        assertEquals(EMPLOYMENT, giro.expect(200).won("/total"));
        filed.settled();
        assertEquals("VIRTUAL_ACCOUNT", filed.slip("IA").at("/payment/channel").asText());
    }

    @Test
    void cardsCostTheirFeeOnTopAndItIsNoMoneyOfTheInsurer() {
        FiledReturn filed = file("카드건설");
        Answer credit = institutions.pays("/card-payments", "CREDIT_CARD", filed.slip("IA"), NOON);
        // 0.8 %: 48,957.12 won
        assertEquals(48_957, credit.expect(200).won("/fee"));
        assertEquals(ACCIDENT + 48_957, credit.won("/total"));
        Answer check = institutions.pays("/card-payments", "CHECK_CARD", filed.slip("EI"), NOON);
        // 0.5 %
        assertEquals(15_674, check.expect(200).won("/fee"));
        filed.settled();
    }

    @Test
    void theCounterAndInternetBankingSettleAReturn() {
        FiledReturn filed = file("창구건설");
        institutions
                .pays("/counter-payments", "COUNTER", filed.slip("IA"), NOON)
                .expect(200);
        institutions
                .pays("/giro-payments", "INTERNET_BANKING", filed.slip("EI"), NOON)
                .expect(200);
        filed.settled();
    }

    @Test
    void aDepositAtNightOfAWrongAmountOrASecondOneIsRefusedAndMovesNoMoney() {
        FiledReturn filed = file("거절건설");
        String account = filed.account("IA", "하나은행");
        assertEquals("OUTSIDE_HOURS", refusal(institutions.deposits(account, ACCIDENT, "2022-03-10T23:00:00+09:00")));
        assertEquals("OUTSIDE_HOURS", refusal(institutions.deposits(account, ACCIDENT, "2022-03-10T06:59:59+09:00")));
        assertEquals("NOT_A_WEEKDAY", refusal(institutions.deposits(account, ACCIDENT, "2022-03-12T12:00:00+09:00")));
        assertEquals("AMOUNT_DIFFERS", refusal(institutions.deposits(account, ACCIDENT - 10, NOON)));
        institutions.deposits(account, ACCIDENT, NOON).expect(200);
        assertEquals("ALREADY_PAID", refusal(institutions.deposits(account, ACCIDENT, NOON)));
        assertEquals(1, filed.payments().size());
        filed.agrees();
    }

    @Test
    void twoWaysAtTheSameInstantPayTheSlipOnceAndTheOtherMoneyIsNotLost() throws Exception {
        FiledReturn filed = file("동시건설");
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Answer>> both = List.of(
                    () -> unasked("/giro-payments", "GIRO", filed.slip("IA")),
                    () -> unasked("/counter-payments", "COUNTER", filed.slip("IA")));
            for (Future<Answer> each : threads.invokeAll(both)) {
                outcomes.add(each.get().expect(200).text("/notices/0/answer/outcome"));
            }
        }
        assertEquals(
                List.of("ACCEPTED", "ALREADY_PAID"), outcomes.stream().sorted().toList());
        assertEquals(1, filed.payments().size());
        filed.agrees();
    }

    @Test
    void aPaymentThatIsTakenBackOpensItsSlipAgain() {
        FiledReturn filed = file("취소건설");
        String transaction = institutions
                .pays("/giro-payments", "GIRO", filed.slip("IA"), NOON)
                .expect(200)
                .text("/transactionId");
        ObjectNode order = FrontDoor.JSON.createObjectNode().put("transactionId", transaction);
        Answer reversed = institutions
                .plays("/reversals", order.put("at", "2022-03-10T15:00:00+09:00"))
                .expect(200);
        assertEquals(
                200, reversed.at("/notices/0/status").asInt(), reversed.body().toString());
        assertEquals("ISSUED", filed.slip("IA").path("state").asText());
        institutions
                .pays("/giro-payments", "GIRO", filed.slip("IA"), "2022-03-10T16:00:00+09:00")
                .expect(200);
        assertEquals("PAID", filed.slip("IA").path("state").asText());
        filed.agrees();
    }

    @Test
    void theDailyFileFindsAPaymentWhoseNoticeWasLost() {
        FiledReturn filed = file("대사건설");
        ObjectNode payment = FrontDoor.JSON
                .createObjectNode()
                .put("ePaymentNo", filed.slip("IA").path("ePaymentNo").asText())
                .put("paidAt", NOON);
        payment.putObject("hostile").put("loseNotice", true);
        String transaction =
                institutions.plays("/giro-payments", payment).expect(200).text("/transactionId");
        assertEquals("ISSUED", filed.slip("IA").path("state").asText());

        FrontDoor operations = Environment.operations(TestStack.door());
        ObjectNode day =
                FrontDoor.JSON.createObjectNode().put("institution", "GIRO").put("day", "2022-03-10");
        String id = operations
                .file("/payment/v1/reconciliations", "giro-" + transaction, day)
                .expect(201)
                .text("/reconciliationId");
        String differences = "/payment/v1/reconciliations/" + id + "/differences";
        JsonNode lost = StreamSupport.stream(
                        operations.get(differences).expect(200).at("/items").spliterator(), false)
                .filter(difference -> difference.path("transactionId").asText().equals(transaction))
                .findFirst()
                .orElseThrow();
        assertEquals(ACCIDENT, lost.at("/theirs/amount").asLong());
        operations
                .file(
                        differences + "/" + lost.path("line").asInt() + "/taking-in",
                        "take-in-" + transaction,
                        FrontDoor.JSON.createObjectNode())
                .expect(200);
        assertEquals("PAID", filed.slip("IA").path("state").asText());
        filed.agrees();
    }

    /** A bank that lets money through without asking. */
    private Answer unasked(String path, String channel, JsonNode slip) {
        ObjectNode payment = FrontDoor.JSON
                .createObjectNode()
                .put("ePaymentNo", slip.path("ePaymentNo").asText())
                .put("amount", slip.path("payable").asLong())
                .put("channel", channel)
                .put("paidAt", NOON);
        payment.putObject("hostile").put("skipInquiry", true);
        return institutions.plays(path, payment);
    }

    private static String refusal(Answer answer) {
        return answer.expect(422).text("/code");
    }

    private static FiledReturn file(String name) {
        FiledReturn filed = FiledReturn.ofTheGuide(TestStack.company(name), "LUMP_SUM");
        // A slip that was issued while the pool was empty gets its accounts a moment later.
        Company.await(() -> filed.slips().stream()
                .allMatch(slip -> slip.path("virtualAccounts").size() == 2));
        return filed;
    }
}
