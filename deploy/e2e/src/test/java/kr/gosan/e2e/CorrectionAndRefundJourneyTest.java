package kr.gosan.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.Environment;
import kr.gosan.demo.client.FrontDoor;
import kr.gosan.demo.client.Institutions;
import kr.gosan.demo.client.PremiumReturns;
import org.junit.jupiter.api.Test;

/** What is owed or owed back beyond the slips of a return: corrections that are paid, refunds that two operators decide. */
class CorrectionAndRefundJourneyTest {

    private static final String NOON = "2022-03-10T12:00:00+09:00";

    private final Institutions institutions = Environment.institutions();
    private final FrontDoor operations = Environment.operations(TestStack.door());
    private final FrontDoor approvals = Environment.approvals(TestStack.door());

    @Test
    void whatAnAmendedReturnAddsGetsASlipOfItsOwnThatIsPaid() {
        FiledReturn filed = FiledReturn.ofTheGuide(TestStack.company("증액건설"), "LUMP_SUM");
        payAll(filed);
        filed.settled();
        ObjectNode amended = FrontDoor.JSON
                .createObjectNode()
                .put("kind", "AMENDED_RETURN")
                .put("against", 0)
                .put("reason", "현장 일용근로자 보수 10,000,000원 누락");
        ObjectNode confirmed =
                (ObjectNode) PremiumReturns.ofTheGuide(filed.company().collective(), "LUMP_SUM")
                        .path("confirmed");
        ((ObjectNode) confirmed.path("industrialAccident")).put("general", 130_000_000);
        amended.set("confirmed", confirmed);
        filed.company()
                .door()
                .file("/premium/v1/returns/" + filed.returnId() + "/corrections", "amend", amended)
                .expect(201);
        Company.await(() -> filed.slips().size() == 3);
        JsonNode correction = filed.slips().stream()
                .filter(slip -> slip.path("debtKind").asText().equals("CORRECTION"))
                .findFirst()
                .orElseThrow();
        assertEquals("IA", correction.path("insurance").asText());
        assertEquals(1, correction.path("correctionNo").asInt());
        // 37.63 per mille of 10,000,000 won, and half of the surcharge of 10 per cent
        assertEquals(18_810, correction.path("charge").asLong());
        assertEquals(376_300 + 18_810, correction.path("payable").asLong());
        filed.agrees();
        institutions.pays("/giro-payments", "GIRO", correction, NOON).expect(200);
        assertEquals(3, filed.payments().size());
        filed.settled();
    }

    @Test
    void whatWasPaidTooMuchGoesBackToTheRegisteredAccountOnceTwoOperatorsAgree() {
        Company company = TestStack.company("환급건설");
        register(company, "777-88-99990001");
        ObjectNode content = PremiumReturns.ofTheGuide(company.collective(), "LUMP_SUM");
        ((ObjectNode) content.at("/previousEstimate/industrialAccident"))
                .put("reported", 12_000_000)
                .put("paid", 12_000_000);
        FiledReturn filed = FiledReturn.of(company, content);
        Company.await(() -> filed.slips().size() == 1 && refunds(filed).size() == 1);
        payAll(filed);
        JsonNode waiting = refunds(filed).getFirst();
        // 12,000,000 less 4,885,600 confirmed and 4,734,040 estimated
        assertEquals(2_380_360, waiting.path("owed").asLong());
        filed.agrees();

        company.liveOn(company.collective(), "2022-06-30");
        String path = "/payment/v1/refunds/" + waiting.path("refundId").asText();
        assertEquals(403, decide(company.door(), path, "proposal").status(), "an employer decides nothing");
        Answer proposed = decide(operations, path, "proposal").expect(200);
        // 1.2 per cent for 105 days, below 10 won nothing
        assertEquals(8_210, proposed.won("/offer/interest"));
        assertFalse(proposed.body().toString().contains("99990001"), "masked");
        Answer alone = decide(operations, path, "approval").expect(403);
        assertEquals(
                true,
                alone.text("/type").endsWith("approver-is-proposer"),
                alone.body().toString());
        decide(approvals, path, "approval").expect(200);
        Company.await(() -> refunds(filed).getFirst().path("state").asText().equals("PAID"));
        List<Long> sent = StreamSupport.stream(
                        institutions
                                .statement("woori", "2022-06-30")
                                .expect(200)
                                .at("/movements")
                                .spliterator(),
                        false)
                .filter(movement -> movement.path("kind").asText().equals("TRANSFER"))
                .map(movement -> movement.path("amount").asLong())
                .toList();
        assertEquals(List.of(2_380_360L + 8_210), sent, "once");
        filed.settled();
    }

    private static Answer decide(FrontDoor operator, String path, String step) {
        String version = operator.get(path).expect(200).headers().get("etag");
        return operator.with("If-Match", version)
                .file(path + "/" + step, step + path, FrontDoor.JSON.createObjectNode());
    }

    private void payAll(FiledReturn filed) {
        filed.slips()
                .forEach(slip ->
                        institutions.pays("/giro-payments", "GIRO", slip, NOON).expect(200));
    }

    private static List<JsonNode> refunds(FiledReturn filed) {
        return filed.items("/payment/v1/refunds?managementNo=" + filed.company().collective());
    }

    /** Form 10709, approved, and known to payment-service. */
    private void register(Company company, String accountNo) {
        ObjectNode application =
                FrontDoor.JSON.createObjectNode().put("form", "10709").put("managementNo", company.collective());
        application
                .putObject("refundTo")
                .putObject("account")
                .put("bank", "근로은행")
                .put("accountNo", accountNo)
                .put("holderKind", "CORPORATION")
                .put("holderName", company.name());
        String id = company.door()
                .file("/premium/v1/applications", "account-" + company.collective(), application)
                .expect(201)
                .text("/id");
        operations
                .file(
                        "/premium/v1/applications/" + id + "/decision",
                        "approve-" + id,
                        FrontDoor.JSON
                                .createObjectNode()
                                .put("decision", "APPROVED")
                                .put("reason", "요건을 모두 갖춤"))
                .expect(200);
        Company.await(() -> company.door()
                        .get("/payment/v1/accounts?managementNo=" + company.collective())
                        .expect(200)
                        .at("/items")
                        .size()
                == 1);
    }
}
