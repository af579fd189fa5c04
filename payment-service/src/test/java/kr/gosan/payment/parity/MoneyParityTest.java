package kr.gosan.payment.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever changes only one side of the money, the ledger or the messages that tell of it, is named with the kind of money. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class MoneyParityTest {

    @Inject
    ObjectMapper mapper;

    @Inject
    LedgerStore ledger;

    @Inject
    Rows rows;

    private TestEmployer employer;
    private Debt debt;
    private String paidSlip;
    private long paid;

    @BeforeEach
    void aSlipOfEmploymentInsuranceIsPaidAndAllAgrees() {
        employer = TestEmployer.known();
        FiledReturn filed = Filings.atOnce(employer.workplace);
        JsonPath slips = employer.files(filed, 2, mapper);
        debt = Debt.ofPeriod(employer.workplace, filed.insuranceYear(), filed.returnId(), Insurance.EI, 0);
        Map<String, Object> slip = slips.getMap("items.find { it.insurance == 'EI' }");
        paidSlip = (String) slip.get("slipId");
        paid = ((Number) slip.get("payable")).longValue();
        assertEquals(
                "ACCEPTED",
                TestBank.sends(TestBank.notice((String) slip.get("ePaymentNo"), paid))
                        .jsonPath()
                        .getString("outcome"));
        assertEquals(List.of(), differences());
    }

    @ParameterizedTest
    @EnumSource(
            value = Posting.Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RETURN_FILED", "PAYMENT_RECEIVED"})
    void cashOfAnyKindThatNoMessageTellsOfIsNamed(Posting.Kind kind) {
        books(kind, Account.CASH);
        assertEquals(List.of("CASH_OF_MESSAGES " + kind + " 0 10"), differences());
    }

    @Test
    void aReductionThatNoPaymentTellsOfIsNamed() {
        books(Posting.Kind.SMALL_AMOUNT_DROPPED, Account.AUTO_DEBIT_REDUCTION);
        assertEquals(List.of("REDUCTION_OF_PAYMENTS null 0 10"), differences());
    }

    @Test
    void aCollectionThatTheLedgerForgotIsNamedUntilItIsTakenBack() throws SQLException {
        String number = UUID.randomUUID().toString();
        UUID collection = collection(number, "ACCEPTED", null);
        shares(collection);
        assertEquals(
                List.of(
                        "CASH_OF_MESSAGES MONEY_SUSPENDED 20 0",
                        "CASH_OF_MESSAGES ARREARS_COLLECTED 10 0",
                        "SUSPENSE_OF_NOTICES null 20 0"),
                differences());
        UUID reversal = collection(UUID.randomUUID().toString(), "REVERSAL", number);
        shares(reversal);
        assertEquals(
                List.of(
                        "CASH_OF_MESSAGES MONEY_SUSPENDED 20 0",
                        "CASH_OF_MESSAGES ARREARS_COLLECTED 10 0",
                        "CASH_OF_MESSAGES PAYMENT_REVERSED -30 0"),
                differences());
    }

    @Test
    void aReversalThatTheLedgerForgotIsNamed() throws SQLException {
        String notice = notice("REVERSED", "REVERSAL");
        insert("insert into payment_reversal (payment_id, management_no, insurance_year, notice_id, reversed_on)"
                + " select payment_id, management_no, 2021, '" + notice + "', '2022-03-31' from payment"
                + " where slip_id = '" + paidSlip + "'");
        assertEquals(
                List.of("PAYMENT_OF_SLIP null " + paid + " 0", "CASH_OF_MESSAGES PAYMENT_REVERSED -" + paid + " 0"),
                differences());
    }

    @Test
    void suspendedMoneyThatTheLedgerForgotIsNamedAndSoIsItsWayOut() throws SQLException {
        String notice = notice("WRONG_AMOUNT", "PAYMENT");
        assertEquals(List.of("CASH_OF_MESSAGES MONEY_SUSPENDED 10 0", "SUSPENSE_OF_NOTICES null 10 0"), differences());
        insert("insert into suspense_resolution (resolution_id, notice_id, management_no, insurance_year, insurance,"
                + " amount, way, slip_id, target_management_no, reason, state, proposed_by, proposed_at, decided_by,"
                + " decided_at) values (gen_random_uuid(), '" + notice + "', '" + employer.workplace.digits()
                + "', 2021, 'EI', 10, 'SLIP', '" + paidSlip + "', '" + employer.workplace.digits()
                + "', '-', 'DONE', 'one', now(), 'one', now())");
        assertEquals(
                List.of("CASH_OF_MESSAGES MONEY_SUSPENDED 10 0", "CASH_OF_MESSAGES SUSPENSE_RESOLVED -10 0"),
                differences());
    }

    @Test
    void aRefundThatTheLedgerForgotIsNamedWhenItArrivedAndWhenItCameBackAfterwards() throws SQLException {
        UUID refund = UUID.randomUUID();
        UUID transfer = UUID.randomUUID();
        String of = "', '" + employer.workplace.digits() + "', 2021, ";
        insert(
                "insert into refund (refund_id, management_no, insurance_year, debt_kind, origin_id, return_id, insurance,"
                        + " period, cause, cause_id, arisen_on, state, step) values ('" + refund + of + "'PERIOD', '"
                        + debt.originId() + "', '" + debt.originId() + "', 'EI', 0, 'SETTLEMENT', gen_random_uuid(),"
                        + " '2022-03-10', 'PAID', 5)");
        insert("insert into refund_transfer (transfer_id, management_no, insurance_year, refund_id, step,"
                + " registration_id, masked, amount, ordered_on, ordered_at) values ('" + transfer + of + "'" + refund
                + "', 4, gen_random_uuid(), '***', 10, '2022-06-30', now())");
        assertEquals(List.of(), differences());
        answer(transfer, of, "RETURNED");
        assertEquals(List.of(), differences(), "what never arrived moved no money");
        answer(transfer, of, "PAID");
        assertEquals(
                List.of("CASH_OF_MESSAGES REFUND_PAID -10 0", "CASH_OF_MESSAGES REFUND_RETURNED 10 0"), differences());
    }

    private void answer(UUID transfer, String of, String answer) throws SQLException {
        insert("insert into refund_transfer_answer (transfer_id, management_no, insurance_year, answer, answered_at)"
                + " values ('" + transfer + of + "'" + answer + "', now())");
    }

    private UUID collection(String number, String outcome, String reverses) throws SQLException {
        UUID id = UUID.randomUUID();
        insert("insert into arrears_collection (collection_id, nhis_transaction_id, outcome, collected_on, reverses,"
                + " received_at) values ('" + id + "', '" + number + "', '" + outcome + "', '2022-04-30', "
                + (reverses == null ? "null" : "'" + reverses + "'") + ", now())");
        return id;
    }

    private void shares(UUID collection) throws SQLException {
        String start = "insert into arrears_share (collection_id, management_no, insurance, line, item, fund, amount)"
                + " values ('" + collection + "', '" + employer.workplace.digits() + "', 'EI', ";
        insert(start + "0, 'PREMIUM', 'STABILITY', 10)");
        insert(start + "1, 'SUSPENSE', null, 20)");
    }

    private String notice(String outcome, String kind) throws SQLException {
        String id = UUID.randomUUID().toString();
        boolean payment = kind.equals("PAYMENT");
        insert("insert into bank_notice (notice_id, bank, bank_transaction_id, outcome, kind, institution, amount,"
                + " paid_at, e_payment_no, channel, original_transaction_id, management_no, insurance, received_at)"
                + " values ('" + id + "', 'nobody', '" + id + "', '" + outcome + "', '" + kind
                + "', 'GIRO', 10, now(), "
                + (payment ? "'0', 'GIRO', null, '" : "null, null, 'x', '") + employer.workplace.digits()
                + "', 'EI', now())");
        return id;
    }

    private void books(Posting.Kind kind, Account account) {
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.book(Posting.of(
                        kind,
                        debt,
                        UUID.randomUUID(),
                        Filings.MARCH_31,
                        new Posting.Draft().move(account, Account.SMALL_AMOUNT, Fund.STABILITY, Won.of(10)))));
    }

    private void insert(String sql) throws SQLException {
        try (Connection application = rows.asApplication();
                Statement statement = application.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> differences() {
        return employer.reads("/payment/v1/ledger/parity").<Map<String, Object>>getList("differences").stream()
                .map(each -> each.get("check") + " " + each.get("kind") + " " + each.get("expected") + " "
                        + each.get("found"))
                .toList();
    }
}
