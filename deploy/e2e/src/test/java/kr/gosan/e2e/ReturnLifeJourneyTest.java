package kr.gosan.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import kr.gosan.demo.client.Agency;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.Environment;
import kr.gosan.demo.client.FrontDoor;
import kr.gosan.demo.client.PremiumReturns;
import kr.gosan.demo.client.SandboxBank;
import org.junit.jupiter.api.Test;

/** What becomes of a return beyond its filing: printed, corrected, extended, made from accounts, filed by an agency. */
class ReturnLifeJourneyTest {

    private final FrontDoor door = TestStack.door();

    @Test
    void aFiledReturnIsPrintedAndAnAmendmentIsToldAsItsDifference() {
        Company company = TestStack.company("수정건설");
        String id = file(company).text("/id");
        for (String path : List.of("/premium/v1/returns/" + id, "/premium/v1/returns/" + id + "/trace")) {
            byte[] pdf = company.door().download(path, "application/pdf");
            assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
        }

        ObjectNode amended = FrontDoor.JSON
                .createObjectNode()
                .put("kind", "AMENDED_RETURN")
                .put("against", 0)
                .put("reason", "현장 일용근로자 보수 10,000,000원 누락");
        ObjectNode confirmed = (ObjectNode)
                PremiumReturns.ofTheGuide(company.collective(), "LUMP_SUM").path("confirmed");
        ((ObjectNode) confirmed.path("industrialAccident")).put("general", 130_000_000);
        amended.set("confirmed", confirmed);
        Answer correction = company.door()
                .file("/premium/v1/returns/" + id + "/corrections", "amend", amended)
                .expect(201);
        assertEquals(1, correction.at("/no").asInt());
        Company.await(() -> adjustments(id).size() == 1);
        JsonNode accident = adjustments(id).getFirst().at("/data/insurances/0");
        assertEquals("IA", accident.path("insurance").asText());
        // 10,000,000 won at 37.63 per mille
        assertEquals(376_300, accident.at("/lines/0/additionalDue").asLong());
        assertEquals(1, adjustments(id).getFirst().at("/data/insurances").size());
    }

    @Test
    void anExtensionMovesSlipsAndKeepsTheLumpSumDiscountAlive() {
        Company company = TestStack.company("재난건설");
        String workplace = company.collective();
        String id = file(company).text("/id");
        String slips = "/payment/v1/slips?returnId=" + id;
        Company.await(() -> company.door().get(slips).expect(200).at("/items").size() == 2);

        ObjectNode extension = FrontDoor.JSON
                .createObjectNode()
                .put("scope", "WORKPLACES")
                .put("from", "2022-03-31")
                .put("to", "2022-03-31")
                .put("extendedTo", "2022-06-30")
                .put("reason", "산불 피해")
                .put("legalBasis", "시험 고시")
                .put("stopsLateCharge", true);
        extension.putArray("managementNos").add(workplace);
        Environment.operations(door)
                .file("/premium/v1/deadline-extensions", "extend-" + workplace, extension)
                .expect(201);
        Company.await(() -> dates(company.door().get(slips).expect(200), "/items", "dueDate")
                .equals(List.of("2022-06-30", "2022-06-30")));
        Company.await(
                () -> dates(company.door().get("/premium/v1/returns/" + id).expect(200), "/slips", "dueDate")
                        .equals(List.of("2022-06-30", "2022-06-30")));

        SandboxBank bank = Environment.bank(door);
        company.liveOn(workplace, "2022-06-30");
        for (JsonNode slip : company.door().get(slips).expect(200).at("/items")) {
            Answer paid = bank.pay(
                    "extended-" + slip.path("slipId").asText(),
                    slip.path("ePaymentNo").asText(),
                    slip.path("payable").asLong(),
                    "2022-06-30T15:00:00+09:00",
                    "GIRO");
            assertEquals(false, paid.expect(200).at("/late").asBoolean());
        }
        assertTrue(company.door()
                .get("/payment/v1/ledger/parity?managementNo=" + workplace)
                .expect(200)
                .at("/agrees")
                .asBoolean());
    }

    @Test
    void anAgencyFilesForItsWorkplacesInOneFile() {
        Company first = TestStack.company("첫째건설");
        Company second = TestStack.company("둘째건설");
        Company stranger = TestStack.company("남의건설");
        Agency agency = Agency.loggedIn(door, "두레노무법인");
        agency.mandatedBy(first, first.collective(), "2022-03-02");
        agency.mandatedBy(second, second.collective(), "2022-03-02");
        String file = PremiumReturns.ofTheGuide(first.collective(), "LUMP_SUM") + "\n"
                + PremiumReturns.ofTheGuide(stranger.collective(), "LUMP_SUM") + "\n"
                + PremiumReturns.ofTheGuide(second.collective(), "INSTALLMENT") + "\n";
        List<JsonNode> answers =
                agency.door().upload("/premium/v1/return-batches", "march", "application/x-ndjson", file);
        assertEquals(
                List.of("FILED", "REFUSED", "FILED"),
                answers.subList(0, 3).stream()
                        .map(line -> line.path("status").asText())
                        .toList());
        List<JsonNode> again =
                agency.door().upload("/premium/v1/return-batches", "march", "application/x-ndjson", file);
        assertEquals(answers.getFirst().path("receiptNo"), again.getFirst().path("receiptNo"));
        String id = answers.getFirst().path("returnId").asText();
        // what an agency files earns no reduction for electronic filing
        assertEquals(
                0,
                first.door()
                        .get("/premium/v1/returns/" + id)
                        .expect(200)
                        .at("/calculation/insurances/0/periods/0/eFilingReduction")
                        .asInt());
    }

    @Test
    void theYearlyAccountsBecomeADraftThatIsFiled() {
        Company company = TestStack.company("결산건설");
        ObjectNode request = FrontDoor.JSON.createObjectNode();
        ObjectNode calculation = request.putObject("calculation").put("insuranceYear", 2021);
        calculation
                .putArray("accounts")
                .addObject()
                .put("account", "OUTSOURCING")
                .put("total", 400_000_000);
        request.putObject("collective").put("managementNo", company.collective());
        Answer drafts = company.door()
                .file("/premium/v1/remuneration-calculations/drafts", "accounts", request)
                .expect(201);
        String id = drafts.text("/drafts/0/id");
        Answer draft = company.door().get("/premium/v1/returns/" + id).expect(200);
        assertEquals("DRAFT", draft.text("/state"));
        // 400,000,000 won outsourced at 30 per cent
        assertEquals(
                120_000_000,
                draft.at("/content/confirmed/industrialAccident/general").asLong());
    }

    private static Answer file(Company company) {
        return company.door()
                .file(
                        "/premium/v1/returns?submit=true",
                        "file-" + company.collective(),
                        PremiumReturns.ofTheGuide(company.collective(), "LUMP_SUM"))
                .expect(201);
    }

    private static List<JsonNode> adjustments(String returnId) {
        return TestStack.events().stream()
                .filter(event -> event.path("type").asText().equals("kr.gosan.premium.premium-adjusted.v1"))
                .filter(event -> event.at("/data/returnId").asText().equals(returnId))
                .toList();
    }

    private static List<String> dates(Answer answer, String list, String field) {
        return StreamSupport.stream(answer.at(list).spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }
}
