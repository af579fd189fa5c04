package kr.gosan.payment.refund;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.Statement;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestAccounts;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.platform.workplace.Workplaces;
import org.junit.jupiter.api.BeforeEach;

/** A workplace in June 2022 whose refunds are decided and sent, over HTTP, with the sandbox's bank. */
abstract class RefundWorld {

    static final String ONE = "operator-one";
    static final String OTHER = "operator-two";

    @Inject
    ObjectMapper mapper;

    @Inject
    TestAccounts premium;

    @Inject
    SendRefunds sending;

    @Inject
    RefundTransfers transfers;

    @Inject
    Statement statements;

    @Inject
    Rows rows;

    TestEmployer employer;

    @BeforeEach
    void itIsJune() {
        employer = TestEmployer.known();
        today("2022-06-30");
    }

    /** The refund of a return filed on March 10, with the account it names, or none. */
    String filed(String account) {
        return filed(account, null);
    }

    /** As above, once it waits for what is said. */
    String filed(String account, String waitsFor) {
        FiledReturn filed = Filings.coveredByExcess(employer.workplace);
        employer.files(filed, UUID.randomUUID().toString(), mapper);
        await().until(() ->
                employer.reads("/payment/v1/refunds").getList("items").size() == 1);
        String refund = employer.reads("/payment/v1/refunds").getString("items[0].refundId");
        if (account != null) {
            tell(premium.ofReturn(employer.workplace, filed.returnId(), account, Filings.FILED_ON));
            await().until(() -> Objects.equals(read(refund).getString("waitsFor"), waitsFor));
        }
        return refund;
    }

    void register(String account, String filedOn) {
        tell(premium.refund(employer.workplace, account, LocalDate.parse(filedOn)));
        await().until(() -> rows.number(
                        "select count(*) from registered_account where management_no = ? and filed_on = cast(? as date)",
                        employer.workplace.digits(),
                        filedOn)
                == 1);
    }

    void tell(String data) {
        employer.tell(
                "premium",
                "kr.gosan.premium.account-registered.v1",
                UUID.randomUUID().toString(),
                data);
    }

    void today(String day) {
        employer.tell(
                "coverage",
                Workplaces.SANDBOX_CLOCK_SET,
                UUID.randomUUID().toString(),
                "{\"managementNo\":\"%s\",\"today\":\"%s\"}".formatted(employer.workplace.digits(), day));
        await().until(() -> employer.asks()
                .get("/payment/v1/workplaces/" + employer.workplace.digits())
                .jsonPath()
                .getString("today")
                .equals(day));
    }

    JsonPath read(String refund) {
        return employer.asks()
                .get("/payment/v1/refunds/" + refund)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    void approved(String refund) {
        assertEquals(200, decide(ONE, refund, "proposal").statusCode());
        assertEquals(200, decide(OTHER, refund, "approval").statusCode());
    }

    Response decide(String operator, String refund, String what) {
        return decide(operator, refund, what, read(refund).getString("step"), false);
    }

    Response decide(String operator, String refund, String what, String version, boolean dryRun) {
        return operator(operator)
                .header("If-Match", "\"" + version + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("dryRun", dryRun)
                .post("/payment/v1/refunds/" + refund + "/" + what);
    }

    static RequestSpecification operator(String operator) {
        return given().auth().oauth2(Tokens.operator(operator)).header("Accept-Language", "en");
    }

    /** What the bank's file says was transferred for the refund. */
    List<Long> transferred(String refund) {
        Set<String> orders = read(refund).<String>getList("history.detail.transferId").stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return statements.of(Institution.BANK_WOORI, LocalDate.of(2022, 6, 30)).orElseThrow().movements().stream()
                .filter(movement -> movement.kind() == Statement.Kind.TRANSFER)
                .filter(movement -> movement.requestId()
                        .filter(id -> orders.contains(id.toString()))
                        .isPresent())
                .map(movement -> movement.amount().amount())
                .toList();
    }

    void handOver() {
        operator(ONE)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"managementNo\":\"%s\"}".formatted(employer.workplace.digits()))
                .post("/payment/v1/arrears-hand-overs")
                .then()
                .statusCode(200);
    }

    long balance(String account, String insurance) {
        List<Integer> balances = employer.reads("/payment/v1/ledger")
                .getList("balances.findAll { it.account == '%s' && it.insurance == '%s' }.balance"
                        .formatted(account, insurance));
        return balances.stream().mapToLong(Integer::longValue).sum();
    }

    long balance(String account) {
        List<Integer> balances = employer.reads("/payment/v1/ledger")
                .getList("balances.findAll { it.account == '%s' }.balance".formatted(account));
        return balances.stream().mapToLong(Integer::longValue).sum();
    }

    List<JsonNode> told(String... types) {
        List<String> wanted =
                Stream.of(types).map(type -> "kr.gosan.payment." + type + ".v1").toList();
        return TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                wanted.size(),
                event -> wanted.contains(event.path("type").asText()));
    }
}
