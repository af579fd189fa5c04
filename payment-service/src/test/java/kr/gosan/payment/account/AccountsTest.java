package kr.gosan.payment.account;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.payment.testing.DeadLetters;
import kr.gosan.payment.testing.TestAccounts;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class AccountsTest {

    private static final String REGISTERED = "kr.gosan.premium.account-registered.v1";
    private static final LocalDate APRIL_20 = LocalDate.of(2022, 4, 20);

    @Inject
    Accounts accounts;

    @Inject
    MobileNotices mobile;

    @Inject
    TestAccounts premium;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper mapper;

    private final TestEmployer employer = new TestEmployer();

    @Test
    void theLatestRefundAccountHoldsAndItsNumberIsThereWhole() {
        tell(premium.refund(employer.workplace, "110-222-333444", APRIL_20), 1);
        tell(premium.refund(employer.workplace, "110-222-333555", APRIL_20.plusDays(1)), 2);
        // of two, the one filed later, in whichever order they were decided
        tell(premium.refund(employer.workplace, "110-222-333666", APRIL_20.minusDays(1)), 3);
        RegisteredAccount found = QuarkusTransaction.requiringNew()
                .call(() -> accounts.refundAccount(employer.workplace).orElseThrow());
        assertEquals("***555", found.masked());
        AccountNumber number = QuarkusTransaction.requiringNew().call(() -> accounts.number(found));
        assertEquals(new AccountNumber("근로은행", "110-222-333555", "고산건설(주)"), number);
        assertFalse(number.toString().contains("333555"));
    }

    @Test
    void aReturnsOwnAccountIsForItsRefundAndOtherRefundsGoToTheOneAppliedFor() {
        UUID returnId = UUID.randomUUID();
        tell(premium.ofReturn(employer.workplace, returnId, "110-222-333777", APRIL_20), 1);
        assertEquals("***777", refundAccount(Optional.empty()), "the only one known");
        tell(premium.refund(employer.workplace, "110-222-333444", APRIL_20.minusDays(5)), 2);
        assertEquals("***777", refundAccount(Optional.of(returnId)));
        assertEquals("***444", refundAccount(Optional.of(UUID.randomUUID())));
        assertEquals("***444", refundAccount(Optional.empty()));
    }

    @Test
    void instalmentsAreDebitedFromTheStartToTheStopAndNeverTheFirst() {
        tell(premium.wish(employer.workplace, "DEBIT_ACCOUNT", "START", 2, "110-222-333444", APRIL_20), 1);
        tell(premium.wish(employer.workplace, "DEBIT_ACCOUNT", "STOP", 3, "110-222-333444", APRIL_20.plusDays(60)), 2);
        tell(
                premium.wish(
                        employer.workplace, "DEBIT_CARD", "START", 4, "4111-1111-1111-1111", APRIL_20.plusDays(90)),
                3);
        assertEquals(
                List.of("", "", "***444", "", "***111"),
                List.of(debit(0), debit(1), debit(2), debit(3), debit(4)),
                "a lump sum and a first instalment are paid by hand");
        assertEquals(
                Optional.empty(),
                QuarkusTransaction.requiringNew().call(() -> accounts.debit(employer.workplace, 2023, 2)));
    }

    @Test
    void aPhoneIsRegisteredForItsYearFromItsInstalmentOn() {
        tell(premium.wish(employer.workplace, "MOBILE_NOTICE", "START", 3, "010-1234-5678", APRIL_20), 1);
        assertFalse(isMobile(2022, 2));
        assertTrue(isMobile(2022, 3));
        assertFalse(isMobile(2023, 3));
        tell(premium.wish(employer.workplace, "MOBILE_NOTICE", "STOP", 4, "010-1234-5678", APRIL_20.plusDays(1)), 2);
        assertTrue(isMobile(2022, 3));
        assertFalse(isMobile(2022, 4));
    }

    @Test
    void aNumberThatWasSealedForSomebodyElseGoesToTheDeadLettersWithoutBeingQuoted() {
        UUID id = UUID.randomUUID();
        TestEmployer thief = new TestEmployer();
        String stolen = premium.sealed(employer.workplace, id, "REFUND", "110-222-333444");
        thief.tell(
                "premium",
                REGISTERED,
                UUID.randomUUID().toString(),
                premium.data(thief.workplace, id, "REFUND", "", stolen, "110-222-333444", APRIL_20));
        String reason = DeadLetters.reason("premium", thief.workplace.digits());
        assertTrue(reason.contains("does not open"), reason);
        assertFalse(reason.contains("333444"));
        assertEquals(0, count(thief));
    }

    @Test
    void anAccountToldTwiceIsKeptOnceAndNothingIsStoredInTheClearOrChanged() {
        String data = premium.refund(employer.workplace, "110-222-333444", APRIL_20);
        tell(data, 1);
        employer.tell("premium", REGISTERED, UUID.randomUUID().toString(), data);
        tell(premium.refund(employer.workplace, "110-222-333555", APRIL_20), 2);
        String stored = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select string_agg(cast(a as text) || encode(secret, 'escape'), ' ')"
                                        + " from registered_account a where management_no = ?1")
                        .setParameter(1, employer.workplace.digits())
                        .getSingleResult()
                        .toString());
        assertFalse(stored.contains("222-333"), stored);
        for (String change : List.of("update registered_account set masked = 'x'", "delete from registered_account")) {
            assertThrows(
                    RuntimeException.class,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(change).executeUpdate()));
        }
    }

    @Test
    void thePublishedExampleIsUnderstood() throws Exception {
        AccountRegistered example =
                mapper.treeToValue(PublishedEvents.exampleTree(REGISTERED).path("data"), AccountRegistered.class);
        assertEquals(Purpose.DEBIT_ACCOUNT, example.purpose());
        assertEquals(AccountRegistered.Wish.START, example.wish());
        assertEquals("12345678916 DEBIT_ACCOUNT 0198c0de-1060-7000-8000-0000000000b1", example.boundTo());
    }

    private void tell(String data, int known) {
        employer.tell("premium", REGISTERED, UUID.randomUUID().toString(), data);
        await().until(() -> count(employer) == known);
    }

    private int count(TestEmployer whose) {
        return QuarkusTransaction.requiringNew()
                .call(() -> accounts.page(whose.workplace, null).items().size());
    }

    private String refundAccount(Optional<UUID> origin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> origin.map(id -> accounts.refundAccount(employer.workplace, id))
                        .orElseGet(() -> accounts.refundAccount(employer.workplace))
                        .orElseThrow()
                        .masked());
    }

    private String debit(int period) {
        return QuarkusTransaction.requiringNew()
                .call(() -> accounts.debit(employer.workplace, 2022, period)
                        .map(RegisteredAccount::masked)
                        .orElse(""));
    }

    private boolean isMobile(int year, int period) {
        return QuarkusTransaction.requiringNew().call(() -> mobile.isRegistered(employer.workplace, year, period));
    }
}
