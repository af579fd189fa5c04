package kr.gosan.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.Environment;
import kr.gosan.demo.client.FrontDoor;
import kr.gosan.demo.client.PremiumReturns;
import org.junit.jupiter.api.Test;

/** A run of automatic debits that is killed without warning debits nobody twice and forgets nobody. */
class DebitCrashJourneyTest {

    private static final String DUE = "2022-05-16";
    private static final int COMPANIES = 10;

    private final FrontDoor operations = Environment.operations(TestStack.door());

    @Test
    void killedAgainAndAgainInTheMiddleOfARunEverybodyIsDebitedExactlyOnce() {
        List<Company> companies =
                IntStream.range(0, COMPANIES).mapToObj(this::withMandate).toList();
        Set<String> numbers = companies.stream()
                .flatMap(company -> slips(company).stream())
                .map(slip -> slip.path("ePaymentNo").asText())
                .collect(Collectors.toSet());
        String run = start("debit-run-killed").text("/runId");
        awaitOpenOrders(run);
        for (int kill = 1; kill <= 3; kill++) {
            long before = TestStack.pid("payment-service");
            TestStack.kill("payment-service"); // between a plan, a debit and its booking, wherever it is
            if (kill == 1) {
                assertTrue(
                        debitsByNumber().keySet().stream()
                                        .filter(numbers::contains)
                                        .count()
                                < 2 * COMPANIES,
                        "the run was over before it was killed: nothing is shown");
            }
            TestStack.awaitBack("payment", before);
            start("debit-run-again-" + kill);
        }
        Company.await(() -> finished(run, companies));

        Map<String, List<Long>> debits = debitsByNumber();
        for (Company company : companies) {
            List<Long> received = new ArrayList<>();
            for (JsonNode slip : slips(company)) {
                assertEquals("PAID", slip.path("state").asText(), slip::toString);
                long debited = slip.path("payable").asLong() - 250;
                assertEquals(
                        List.of(debited),
                        debits.get(slip.path("ePaymentNo").asText()),
                        "debited once, not never and not twice, less the reduction");
                received.add(debited);
            }
            assertEquals(
                    received.stream().sorted().toList(), payments(company), "what the bank debited is on our books");
            Answer parity = company.door()
                    .get("/payment/v1/ledger/parity?managementNo=" + company.collective())
                    .expect(200);
            assertTrue(parity.at("/agrees").asBoolean(), () -> parity.body().toString());
        }
    }

    /** A company whose second instalments are debited, on the day they fall due. */
    private Company withMandate(int i) {
        Company company = TestStack.company("이체건설" + i);
        String workplace = company.collective();
        String returnId = company.door()
                .file(
                        "/premium/v1/returns?submit=true",
                        "debited-" + workplace,
                        PremiumReturns.ofTheGuide(workplace, "INSTALLMENT"))
                .expect(201)
                .text("/id");
        ObjectNode application = FrontDoor.JSON
                .createObjectNode()
                .put("form", "DEBIT_ACCOUNT")
                .put("managementNo", workplace)
                .put("insuranceYear", 2022);
        application
                .putObject("debitAccount")
                .put("wish", "START")
                .put("fromPeriod", 2)
                .putObject("account")
                .put("bank", "고산은행")
                .put("accountNo", "1002-333-444555")
                .put("holderKind", "CORPORATION")
                .put("holderName", company.name());
        String applicationId = company.door()
                .file("/premium/v1/applications", "debit-" + workplace, application)
                .expect(201)
                .text("/id");
        operations
                .file(
                        "/premium/v1/applications/" + applicationId + "/decision",
                        "approve-" + workplace,
                        FrontDoor.JSON
                                .createObjectNode()
                                .put("decision", "APPROVED")
                                .put("reason", "요건을 모두 갖춤"))
                .expect(200);
        Company.await(() -> company.door()
                        .get("/payment/v1/accounts?managementNo=" + workplace)
                        .expect(200)
                        .at("/items")
                        .size()
                == 1);
        Company.await(() -> company.door()
                        .get("/payment/v1/slips?returnId=" + returnId)
                        .expect(200)
                        .at("/items")
                        .size()
                == 8);
        company.liveOn(workplace, DUE);
        return company;
    }

    private Answer start(String key) {
        return operations
                .file(
                        "/payment/v1/debit-runs",
                        key,
                        FrontDoor.JSON.createObjectNode().put("dueDate", DUE))
                .expect(201);
    }

    /** Reads the run until orders are open in it: then is the time to kill it. Fails when they never are, or never seen so. */
    private void awaitOpenOrders(String run) {
        Instant latest = Instant.now().plusSeconds(60);
        JsonNode standing;
        do {
            standing =
                    operations.get("/payment/v1/debit-runs/" + run).expect(200).body();
            assertTrue(Instant.now().isBefore(latest), "no open order was seen: " + standing);
        } while (standing.path("planned").asLong() + standing.path("sent").asLong() == 0);
    }

    private boolean finished(String run, List<Company> companies) {
        return operations
                        .get("/payment/v1/debit-runs/" + run)
                        .expect(200)
                        .at("/finished")
                        .asBoolean()
                && companies.stream()
                        .flatMap(company -> slips(company).stream())
                        .allMatch(slip -> slip.path("state").asText().equals("PAID"));
    }

    /** The slips of the second instalment. */
    private static List<JsonNode> slips(Company company) {
        List<JsonNode> slips = new ArrayList<>();
        company.door()
                .get("/payment/v1/slips?managementNo=" + company.collective())
                .expect(200)
                .at("/items")
                .forEach(slip -> {
                    if (slip.path("period").asInt() == 2) {
                        slips.add(slip);
                    }
                });
        assertEquals(2, slips.size());
        return slips;
    }

    /** What was received of a company, smallest first. */
    private static List<Long> payments(Company company) {
        Answer payments = company.door()
                .get("/payment/v1/payments?managementNo=" + company.collective())
                .expect(200);
        return StreamSupport.stream(payments.at("/items").spliterator(), false)
                .map(payment -> payment.path("amount").asLong())
                .sorted()
                .toList();
    }

    /** What was debited on the day, by e-payment number: as the institution tells itself. */
    private static Map<String, List<Long>> debitsByNumber() {
        Map<String, List<Long>> debits = new HashMap<>();
        Environment.institutions()
                .statement("giro", DUE)
                .expect(200)
                .at("/movements")
                .forEach(movement -> debits.computeIfAbsent(
                                movement.path("ePaymentNo").asText(), number -> new ArrayList<>())
                        .add(movement.path("amount").asLong()));
        return debits;
    }
}
