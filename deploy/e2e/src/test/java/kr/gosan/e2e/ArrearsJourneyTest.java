package kr.gosan.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.Environment;
import kr.gosan.demo.client.FrontDoor;
import kr.gosan.demo.client.Institutions;
import org.junit.jupiter.api.Test;

/** What becomes of a premium that is not paid in time, until the National Health Insurance Service has collected it. */
class ArrearsJourneyTest {

    private static final String NOON = "2022-03-10T12:00:00+09:00";

    private final Institutions institutions = Environment.institutions();
    private final FrontDoor operations = Environment.operations(TestStack.door());

    @Test
    void fullPaymentIsCertifiedOnceWhatWasOverdueIsCollectedAndAnybodyCanCheckTheCode() {
        FiledReturn filed = FiledReturn.ofTheGuide(TestStack.company("완납건설"), "LUMP_SUM");
        Company company = filed.company();
        certificate(filed, "before").expect(201); // due later: nothing stands against it

        company.liveOn(company.collective(), "2022-04-01");
        Answer refused = certificate(filed, "overdue").expect(409);
        assertTrue(
                refused.text("/type").endsWith("arrears-exist"), refused.body().toString());
        assertEquals(
                Set.of("EI", "IA"),
                StreamSupport.stream(refused.at("/arrears").spliterator(), false)
                        .map(debt -> debt.path("insurance").asText())
                        .collect(Collectors.toSet()));
        assertEquals(2, handOver(filed, "2022-04-01"));
        long open = arrears(filed, "2022-04-01").inAll();
        assertEquals(refused.won("/total"), open);
        certificate(filed, "handed-over").expect(409);

        // Told without an insurance, it is divided by what is open in each.
        assertEquals(0, collect(filed, null, open, "2022-04-01"));
        Answer issued = certificate(filed, "collected").expect(201);
        byte[] paper = company.door()
                .download("/payment/v1/payment-certificates/" + issued.text("/certificateId"), "application/pdf");
        assertEquals("%PDF-", new String(paper, 0, 5, StandardCharsets.US_ASCII));
        String check = "/payment/v1/certificate-verifications/" + issued.text("/verificationCode");
        Answer verified = TestStack.door().get(check).expect(200); // nobody is logged in here
        assertEquals("VALID", verified.text("/verdict"));
        assertEquals("2022-04-01", verified.text("/issuedOn"));
        assertEquals(issued.text("/documentSha256"), verified.text("/documentSha256"));
        assertEquals("완납**", verified.text("/workplaceName"));
        filed.agrees();
    }

    @Test
    void anUnpaidInstalmentIsHandedOverAndCollectedToTheLastWon() {
        FiledReturn filed = FiledReturn.ofTheGuide(TestStack.company("체납건설"), "INSTALLMENT");
        Company company = filed.company();
        List<JsonNode> unpaid = filed.slips().stream()
                .filter(slip -> slip.path("period").asInt() == 2)
                .toList();
        filed.slips().stream()
                .filter(slip -> slip.path("period").asInt() != 2)
                .forEach(slip ->
                        institutions.pays("/giro-payments", "GIRO", slip, NOON).expect(200));
        company.liveOn(company.collective(), "2022-05-16");
        assertEquals(0, handOver(filed, "2022-05-16"), "the last day is not over");

        company.liveOn(company.collective(), "2022-05-17");
        assertEquals(2, handOver(filed, "2022-05-17"));
        unpaid.forEach(slip -> assertEquals(
                "CLOSED",
                company.door()
                        .get("/payment/v1/slips/" + slip.path("slipId").asText())
                        .expect(200)
                        .text("/state")));
        assertEquals(
                "SLIP_CLOSED",
                institutions
                        .pays("/giro-payments", "GIRO", unpaid.getFirst(), "2022-05-17T12:00:00+09:00")
                        .expect(422)
                        .text("/code"));
        Company.await(() -> institutions
                        .handedOver(company.collective())
                        .expect(200)
                        .at("/items")
                        .size()
                == 2);
        assertEquals(
                unpaid.stream().mapToLong(slip -> slip.path("payable").asLong()).sum(),
                StreamSupport.stream(
                                institutions
                                        .handedOver(company.collective())
                                        .at("/items")
                                        .spliterator(),
                                false)
                        .mapToLong(debt -> sum(debt.path("principal")))
                        .sum());

        Arrears arrears = arrears(filed, "2022-05-17");
        long principal = unpaid.stream()
                .filter(slip -> slip.path("insurance").asText().equals("IA"))
                .findFirst()
                .orElseThrow()
                .path("payable")
                .asLong();
        // One day late: 1/1500 of the premium, below 10 won nothing.
        assertEquals(principal + principal / 1500 / 10 * 10, arrears.of("IA"));
        // What nothing is open for stands on suspense.
        assertEquals(1_000, collect(filed, "IA", arrears.of("IA") + 1_000, "2022-05-17"));
        filed.agrees();
        assertEquals(0, collect(filed, "EI", arrears.of("EI"), "2022-05-17"));
        assertEquals(0, arrears(filed, "2022-05-17").inAll());
        filed.agrees();
    }

    private static Answer certificate(FiledReturn filed, String key) {
        ObjectNode request = FrontDoor.JSON
                .createObjectNode()
                .put("managementNo", filed.company().collective())
                .put("purpose", "PUBLIC_CONTRACT")
                .put("submittedTo", "조달청");
        request.putArray("insurances").add("EI").add("IA");
        return filed.company().door().file("/payment/v1/payment-certificates", key, request);
    }

    /** How many debts were handed over. */
    private long handOver(FiledReturn filed, String on) {
        String workplace = filed.company().collective();
        return operations
                .file(
                        "/payment/v1/arrears-hand-overs",
                        "hand-over-" + workplace + on,
                        FrontDoor.JSON
                                .createObjectNode()
                                .put("managementNo", workplace)
                                .put("on", on))
                .expect(200)
                .won("/handedOver");
    }

    /** Lets NHIS collect; returns what nothing was open for. */
    private long collect(FiledReturn filed, String insurance, long amount, String on) {
        ObjectNode collection = FrontDoor.JSON
                .createObjectNode()
                .put("managementNo", filed.company().collective())
                .put("amount", amount)
                .put("collectedOn", on);
        if (insurance != null) {
            collection.put("insurance", insurance);
        }
        Answer told = institutions.plays("/collections", collection).expect(200);
        assertEquals(200, told.at("/status").asInt(), told.body().toString());
        return told.won("/answer/suspended");
    }

    /** Of all funds. */
    private static long sum(JsonNode principal) {
        return StreamSupport.stream(principal.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .sum();
    }

    private static Arrears arrears(FiledReturn filed, String on) {
        return new Arrears(filed.company()
                .door()
                .get("/payment/v1/arrears?managementNo=" + filed.company().collective() + "&on=" + on)
                .expect(200));
    }

    private record Arrears(Answer answer) {

        long of(String insurance) {
            return StreamSupport.stream(answer.at("/totals").spliterator(), false)
                    .filter(total -> total.path("insurance").asText().equals(insurance))
                    .mapToLong(total -> total.path("total").asLong())
                    .sum();
        }

        long inAll() {
            return of("IA") + of("EI");
        }
    }
}
