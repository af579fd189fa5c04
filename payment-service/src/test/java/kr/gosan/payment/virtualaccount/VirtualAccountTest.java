package kr.gosan.payment.virtualaccount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.VirtualAccountAllotment;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.SandboxPlayer;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class VirtualAccountTest {

    @Inject
    RefillPool refill;

    @Inject
    PoolStore store;

    @Inject
    PoolSettings settings;

    @Inject
    VirtualAccountAllotment allotment;

    @Inject
    SlipStore slipStore;

    @Inject
    VirtualAccounts accounts;

    @Inject
    Rows rows;

    @Inject
    ObjectMapper mapper;

    private TestEmployer employer;
    private FiledReturn filed;

    @BeforeEach
    void thePoolIsFull() {
        refill.run();
        employer = TestEmployer.known();
        filed = Filings.atOnce(employer.workplace);
    }

    @Test
    void everySlipHasAnAccountOfItsOwnAtEachBank() {
        JsonPath slips = employer.files(filed, 2, mapper);
        assertEquals(List.of("우리은행", "하나은행"), slips.getList("items[0].virtualAccounts.bank"));
        List<String> numbers = slips.getList("items.virtualAccounts.accountNo.flatten()");
        assertEquals(4, Set.copyOf(numbers).size());
        VirtualAccount found = accounts.find(numbers.getFirst()).orElseThrow();
        assertEquals(slips.getString("items[0].slipId"), found.slipId().toString());
        assertEquals(Institution.BANK_WOORI, found.bank());
        assertEquals(found, accounts.find(hyphenated(numbers.getFirst())).orElseThrow());
    }

    @Test
    void aNumberThatNoSlipHasIsNobodys() throws SQLException {
        assertTrue(accounts.find("1").isEmpty());
        assertTrue(accounts.find("'; drop table slip").isEmpty());
        String inThePool = text("select account_no from virtual_account where slip_id is null limit 1");
        assertTrue(accounts.find(inThePool).isEmpty());
    }

    @Test
    void aPaidSlipShowsItsAccountsNoMore() {
        JsonPath slips = employer.files(filed, 2, mapper);
        TestBank.sends(TestBank.notice(slips.getString("items[0].ePaymentNo"), slips.getLong("items[0].payable")))
                .then()
                .statusCode(200);
        JsonPath paid = employer.slips(filed.returnId());
        assertEquals("PAID", paid.getString("items[0].state"));
        assertNull(paid.getList("items[0].virtualAccounts"));
        assertEquals(2, paid.getList("items[1].virtualAccounts").size());
    }

    @Test
    void anEmptyPoolStopsNoSlipAndItIsFilledInLater() throws SQLException {
        try (Connection owner = rows.asOwner()) {
            owner.setAutoCommit(false);
            try (var statement = owner.createStatement()) {
                // Held by somebody else, the whole pool is as good as empty.
                statement.execute("select from virtual_account where slip_id is null for update");
                JsonPath slips = employer.files(filed, 2, mapper);
                assertNull(slips.getList("items[0].virtualAccounts"));
            }
            owner.rollback();
        }
        refill.run();
        List<List<?>> both = employer.slips(filed.returnId()).getList("items.virtualAccounts");
        assertEquals(List.of(2, 2), both.stream().map(List::size).toList());
        assertEquals(
                0,
                rows.number(
                        "select count(*) from slip_without_account join slip using (slip_id) where return_id = ?",
                        filed.returnId()));
    }

    @Test
    void slipsIssuedAtTheSameInstantNeverShareAnAccount() throws Exception {
        List<Callable<List<String>>> filings = IntStream.range(0, 4)
                .<Callable<List<String>>>mapToObj(i -> () -> {
                    TestEmployer other = TestEmployer.known();
                    return other.files(Filings.inInstalments(other.workplace), 7, mapper)
                            .getList("items.virtualAccounts.accountNo.flatten()");
                })
                .toList();
        Set<String> all = new HashSet<>();
        int given = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(filings.size())) {
            for (Future<List<String>> each : threads.invokeAll(filings)) {
                given += each.get().size();
                all.addAll(each.get());
            }
        }
        assertEquals(4 * 7 * 2, given);
        assertEquals(given, all.size());
    }

    @Test
    void aBankThatDoesNotAnswerIsAskedAgainForTheSameBlock() throws SQLException {
        emptyThePool();
        SandboxPlayer.plays("/faults", "{\"institution\":\"hana\",\"kind\":\"LOSE_ANSWER\",\"times\":3}")
                .then()
                .statusCode(200);
        refill.run();
        UUID asked = UUID.fromString(text(
                "select request_id from virtual_account_block" + " where bank = 'BANK_HANA' and arrived_at is null"));
        assertEquals(0, free("BANK_HANA"));
        refill.run();
        assertEquals(
                1,
                rows.number(
                        "select count(*) from virtual_account_block where request_id = ? and arrived_at is not null",
                        asked));
        assertEquals(1_000, free("BANK_HANA"));
        refill.run();
        assertEquals(1_000, free("BANK_HANA"));
    }

    @Test
    void aBankWhoseAnswerCannotBeReadKeepsTheOtherFromNothing() throws SQLException {
        emptyThePool();
        JsonPath slips = employer.files(filed, 2, mapper);
        assertNull(slips.getList("items[0].virtualAccounts"));
        VirtualAccountAllotment wooriIsBroken = (requestId, bank, count) -> {
            if (bank == Institution.BANK_WOORI) {
                throw new IllegalStateException("an answer nobody can read");
            }
            return allotment.allot(requestId, bank, count);
        };
        new RefillPool(store, wooriIsBroken, settings).run();
        assertEquals(List.of("하나은행"), employer.slips(filed.returnId()).getList("items[0].virtualAccounts.bank"));
        refill.run();
        assertEquals(
                List.of("우리은행", "하나은행"), employer.slips(filed.returnId()).getList("items[0].virtualAccounts.bank"));
    }

    @Test
    void slipsThatWaitForOneBankKeepNobodyFromTheOthersNumbers() throws SQLException {
        emptyThePool();
        employer.files(filed, 2, mapper);
        // One slip on a page: the first goes on waiting for 하나은행, and the second has its turn all the same.
        UUID after = new UUID(0, 0);
        store.add(Institution.BANK_WOORI, ordered(Institution.BANK_WOORI), List.of(fresh(), fresh()));
        for (Optional<UUID> last = store.fillIn(after, 1); last.isPresent(); last = store.fillIn(after, 1)) {
            after = last.get();
        }
        assertEquals(
                List.of(List.of("우리은행"), List.of("우리은행")),
                employer.slips(filed.returnId()).getList("items.virtualAccounts.bank"));
    }

    @Test
    void aSlipThatOpensAgainGetsTheAccountsItNeverHad() throws SQLException {
        emptyThePool();
        JsonPath slips = employer.files(filed, 2, mapper);
        UUID slipId = UUID.fromString(slips.getString("items[0].slipId"));
        QuarkusTransaction.requiringNew()
                .run(() -> slipStore.close(slipStore.lockSlip(slipId).orElseThrow()));
        refill.run();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        slipStore.reopen(slipStore.lockSlip(slipId).orElseThrow(), SlipState.Cause.DUE_DATE_EXTENDED));
        assertEquals(
                2,
                rows.number("select count(*) from virtual_account where slip_id = ?", slipId),
                "from the pool that is full by now");
        assertEquals(0, rows.number("select count(*) from slip_without_account where slip_id = ?", slipId));
    }

    @Test
    void aNumberIsGivenOnceWhoeverWritesTheTable() throws SQLException {
        String number = employer.files(filed, 2, mapper).getString("items[0].virtualAccounts[0].accountNo");
        for (String change : List.of(
                "update virtual_account set slip_id = null, given_at = null where account_no = '%s'",
                "update virtual_account set account_no = '1234567890' where account_no = '%s'",
                "delete from virtual_account where account_no = '%s'")) {
            for (Connection somebody : List.of(rows.asApplication(), rows.asOwner())) {
                try (somebody;
                        var statement = somebody.createStatement()) {
                    assertThrows(SQLException.class, () -> statement.execute(change.formatted(number)), change);
                }
            }
        }
    }

    /** A number no other run of this test had. */
    private static String fresh() {
        return "9"
                + Long.toString(
                        Math.abs(UUID.randomUUID().getMostSignificantBits()) % 1_000_000_000_000L + 1_000_000_000_000L);
    }

    private UUID ordered(Institution bank) {
        return store.order(bank, 1, 2).orElseThrow().requestId();
    }

    private static String hyphenated(String number) {
        return number.substring(0, 3) + "-" + number.substring(3, 9) + "-" + number.substring(9);
    }

    private long free(String bank) {
        return rows.number("select count(*) from virtual_account where slip_id is null and bank = ?", bank);
    }

    private String text(String query) throws SQLException {
        try (Connection application = rows.asApplication();
                var statement = application.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** No test has slips for a whole pool: the free numbers leave the table, past everything that guards it. */
    private void emptyThePool() throws SQLException {
        try (Connection owner = rows.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("alter table virtual_account disable trigger virtual_account_kept");
            statement.execute("delete from virtual_account where slip_id is null");
            statement.execute("alter table virtual_account enable trigger virtual_account_kept");
        }
    }
}
