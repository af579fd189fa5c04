package kr.gosan.payment.autodebit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.SandboxPlayer;
import kr.gosan.payment.testing.TestAccounts;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.Tokens;

/** Employers that pay in instalments and have them debited, and what banks and books say of it. */
@Singleton
final class DebitWorld {

    static final LocalDate MAY_16 = LocalDate.of(2022, 5, 16);
    static final LocalDate APRIL_20 = LocalDate.of(2022, 4, 20);
    static final String ACCOUNT = "1002-333-444555";

    private final TestAccounts premium;
    private final Rows rows;
    private final ObjectMapper mapper;

    DebitWorld(TestAccounts premium, Rows rows, ObjectMapper mapper) {
        this.premium = premium;
        this.rows = rows;
        this.mapper = mapper;
    }

    /** Instalments of 171,140 and 565,220 due on May 16, the day it is; debited from the account. */
    TestEmployer debited(String account) {
        TestEmployer employer = inInstalments();
        wish(employer, "DEBIT_ACCOUNT", "START", 2, account, APRIL_20);
        return employer;
    }

    TestEmployer inInstalments() {
        TestEmployer employer = TestEmployer.known();
        employer.files(Filings.inInstalments(employer.workplace), 7, mapper);
        employer.livesOn(MAY_16);
        return employer;
    }

    void wish(TestEmployer employer, String purpose, String wish, int period, String number, LocalDate filedOn) {
        long before = registered(employer);
        employer.tell(
                "premium",
                "kr.gosan.premium.account-registered.v1",
                UUID.randomUUID().toString(),
                premium.wish(employer.workplace, purpose, wish, period, number, filedOn));
        await().until(() -> registered(employer) == before + 1);
    }

    private long registered(TestEmployer employer) {
        return rows.number(
                "select count(*) from registered_account where management_no = ?", employer.workplace.digits());
    }

    /**
     * A mandate whose number nobody can decrypt.
     *
     * @param holder any other than a kind of employer: then nobody can read the mandate at all
     */
    void registers(TestEmployer employer, String holder) throws SQLException {
        try (Connection application = rows.asApplication();
                PreparedStatement row = application.prepareStatement(
                        "insert into registered_account (registration_id, purpose, management_no, insurance_year, wish,"
                                + " from_period, institution, masked, holder_kind, holder_fits, filed_on, registered_on,"
                                + " secret) select uuidv7(), 'DEBIT_ACCOUNT', management_no, insurance_year + 1,"
                                + " 'START', 2, 'SHINHAN', '***555', ?, true, '2022-04-20', '2022-04-20',"
                                + " decode('00', 'hex') from slip where management_no = ? limit 1")) {
            row.setString(1, holder);
            row.setString(2, employer.workplace.digits());
            row.executeUpdate();
        }
    }

    /** The slips of the second instalment. */
    List<Map<String, Object>> slips(TestEmployer employer) {
        return employer.reads("/payment/v1/slips")
                .getList("items.findAll { it.period == 2 && it.state != 'CANCELLED' }");
    }

    String slipId(TestEmployer employer, String insurance) {
        return employer.reads("/payment/v1/slips")
                .getString("items.find { it.period == 2 && it.state != 'CANCELLED' && it.insurance == '" + insurance
                        + "' }.slipId");
    }

    List<String> states(TestEmployer employer) {
        return slips(employer).stream()
                .map(slip -> slip.get("state").toString())
                .toList();
    }

    /** State and reason of every order of the workplace, in alphabetical order. */
    List<String> orders(TestEmployer employer) {
        return employer.reads("/payment/v1/debits").<Map<String, Object>>getList("items").stream()
                .map(order -> order.get("state") + (order.containsKey("reason") ? " " + order.get("reason") : ""))
                .sorted()
                .toList();
    }

    /** What the institution's daily file says was taken for the workplace's orders, largest first. */
    List<Long> taken(TestEmployer employer, String institution) {
        List<String> requests = employer.reads("/payment/v1/debits").getList("items.requestId");
        return SandboxPlayer.statement(institution, MAY_16)
                .jsonPath()
                .<Map<String, Object>>getList("movements")
                .stream()
                .filter(movement -> requests.contains(movement.get("requestId")))
                .map(movement -> ((Number) movement.get("amount")).longValue())
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    /** The next questions to the institution go wrong. */
    void goesWrong(String institution, String kind, int times) {
        SandboxPlayer.plays("/faults", """
                {"institution":"%s","kind":"%s","times":%d}""".formatted(institution, kind, times))
                .then()
                .statusCode(200);
    }

    /** Everybody was debited once, exactly, and every book says the same. */
    void assertDebitedOnce(TestEmployer employer) {
        assertEquals(List.of("DEBITED", "DEBITED"), orders(employer));
        assertEquals(List.of("PAID", "PAID"), states(employer));
        assertEquals(List.of(564_970L, 170_890L), taken(employer, "giro"));
        assertAgrees(employer);
    }

    void assertAgrees(TestEmployer employer) {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity.prettify());
    }

    static io.restassured.specification.RequestSpecification operator() {
        return given().auth()
                .oauth2(Tokens.operator())
                .header("Accept-Language", "en")
                .contentType("application/json");
    }
}
