package kr.gosan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.SandboxBank;

/** The payment slips of a return and the money that comes for them. */
final class PaymentChapter {

    private final Story story;
    private final SandboxBank bank;

    PaymentChapter(Story story, SandboxBank bank) {
        this.story = story;
        this.bank = bank;
    }

    /** Two slips, both paid: the return is settled. */
    void payLumpSum(Company company, String returnId) {
        story.chapter("Payment slips (납부서) are issued, one for each insurance, and paid at the bank");
        List<JsonNode> slips = slips(company, returnId, 2);
        slips.forEach(slip -> {
            story.same("due date", "2022-03-31", slip.path("dueDate").asText());
            pay(slip, "2022-03-25T10:15:00+09:00");
        });
        String noticed = slips.getFirst().path("ePaymentNo").asText();
        Answer again = bank.pay(
                "demo-" + noticed,
                noticed,
                slips.getFirst().path("payable").longValue(),
                "2022-03-25T10:15:00+09:00",
                "GIRO");
        story.same("a repeated notice", "ACCEPTED", again.text("/outcome"));
        story.tell("the bank repeats a notice: it counts once");
        state(company, returnId, "SETTLED");
        agrees(company, company.collective());
    }

    /** Eight slips, of which two are paid now. */
    void payFirstInstalments(Company company, String returnId) {
        story.chapter("The head office pays its first instalments");
        List<JsonNode> slips = slips(company, returnId, 8);
        slips.stream()
                .filter(slip -> slip.path("period").asInt() == 1)
                .forEach(slip -> pay(slip, "2022-03-28T09:30:00+09:00"));
        slips.stream()
                .filter(slip -> slip.path("insurance").asText().equals("IA")
                        && slip.path("period").asInt() > 1)
                .forEach(slip -> story.tell(
                        "still to come: IA instalment %d, %,d won by %s (by law %s)",
                        slip.path("period").asInt(),
                        slip.path("payable").longValue(),
                        slip.path("dueDate").asText(),
                        slip.path("statutoryDueDate").asText()));
        story.same("Sunday May 15 moves to Monday", "2022-05-16", due(slips, 2));
        story.same("Liberation Day moves to Tuesday", "2022-08-16", due(slips, 3));
        story.same("November 15 stands", "2022-11-15", due(slips, 4));
        state(company, returnId, "PARTLY_PAID");
        agrees(company, company.headOffice());
    }

    private List<JsonNode> slips(Company company, String returnId, int expected) {
        String path = "/payment/v1/slips?returnId=" + returnId;
        Company.await(() -> company.door().get(path).expect(200).at("/items").size() > 0);
        List<JsonNode> slips = new ArrayList<>();
        company.door().get(path).expect(200).at("/items").forEach(slips::add);
        story.same("number of slips", expected, slips.size());
        return slips;
    }

    private void pay(JsonNode slip, String paidAt) {
        String number = slip.path("ePaymentNo").asText();
        long payable = slip.path("payable").longValue();
        story.tell(
                "%s  e-payment number %s  %,d won, due %s",
                slip.path("insurance").asText(),
                number,
                payable,
                slip.path("dueDate").asText());
        Answer answer =
                bank.pay("demo-" + number, number, payable, paidAt, "GIRO").expect(200);
        story.tell("    paid by giro on %s: %s", paidAt.substring(0, 10), answer.text("/outcome"));
        story.same("outcome of the notice", "ACCEPTED", answer.text("/outcome"));
    }

    private void state(Company company, String returnId, String expected) {
        String path = "/premium/v1/returns/" + returnId;
        Company.await(() -> company.door().get(path).expect(200).text("/state").equals(expected));
        story.tell("the return is %s", expected);
    }

    private void agrees(Company company, String managementNo) {
        Answer parity = company.door()
                .get("/payment/v1/ledger/parity?managementNo=" + managementNo)
                .expect(200);
        story.same(
                "ledger, slips and payments agree", true, parity.at("/agrees").asBoolean());
        story.tell("returns, slips, payments and the double-entry ledger agree");
    }

    private static String due(List<JsonNode> slips, int period) {
        return slips.stream()
                .filter(slip -> slip.path("period").asInt() == period)
                .map(slip -> slip.path("dueDate").asText())
                .findFirst()
                .orElse("none");
    }
}
