package kr.gosan.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.PremiumReturns;

/** A filed return and what became of its slips. */
record FiledReturn(Company company, String returnId) {

    /** The return of the guide, of the company's collective; comes back when its slips are there. */
    static FiledReturn ofTheGuide(Company company, String payment) {
        FiledReturn filed = of(company, PremiumReturns.ofTheGuide(company.collective(), payment));
        Company.await(() -> filed.slips().size() == (payment.equals("LUMP_SUM") ? 2 : 8));
        return filed;
    }

    static FiledReturn of(Company company, ObjectNode content) {
        Answer filed = company.door()
                .file("/premium/v1/returns?submit=true", "file-" + company.collective(), content)
                .expect(201);
        return new FiledReturn(company, filed.text("/id"));
    }

    List<JsonNode> slips() {
        return items("/payment/v1/slips?returnId=" + returnId);
    }

    JsonNode slip(String insurance) {
        return slips().stream()
                .filter(slip -> slip.path("insurance").asText().equals(insurance))
                .findFirst()
                .orElseThrow();
    }

    String account(String insurance, String bank) {
        return StreamSupport.stream(slip(insurance).path("virtualAccounts").spliterator(), false)
                .filter(account -> account.path("bank").asText().equals(bank))
                .findFirst()
                .orElseThrow()
                .path("accountNo")
                .asText();
    }

    List<JsonNode> payments() {
        return items("/payment/v1/payments?kind=SLIP&managementNo=" + company.collective());
    }

    /** Waits until premium-service knows that nothing is owed any more, and compares books and figures. */
    void settled() {
        Company.await(() -> company.door()
                .get("/premium/v1/returns/" + returnId)
                .expect(200)
                .text("/state")
                .equals("SETTLED"));
        agrees();
    }

    void agrees() {
        Answer parity = company.door()
                .get("/payment/v1/ledger/parity?managementNo=" + company.collective())
                .expect(200);
        assertTrue(parity.at("/agrees").asBoolean(), parity.body().toPrettyString());
    }

    List<JsonNode> items(String path) {
        return StreamSupport.stream(
                        company.door().get(path).expect(200).at("/items").spliterator(), false)
                .toList();
    }
}
