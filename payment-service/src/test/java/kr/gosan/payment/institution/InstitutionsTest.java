package kr.gosan.payment.institution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.institution.Statement.Kind;
import kr.gosan.payment.institution.Statement.Movement;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.SandboxPlayer;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

/** What is asked of institutions, over HTTP against the sandbox. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class InstitutionsTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2022-05-16T10:00:00+09:00");
    private static final LocalDate DAY = LocalDate.of(2022, 5, 16);

    @Inject
    DirectDebit debits;

    @Inject
    CardCharge charges;

    @Inject
    Transfer transfers;

    @Inject
    Statement statements;

    @Inject
    VirtualAccountAllotment allotment;

    private final UUID requestId = UUID.randomUUID();

    @Test
    void anAccountIsDebitedOnceHoweverOftenItIsAsked() {
        DirectDebit.Order order = debit("1002-111-222333");
        DirectDebit.Answer first = debits.debit(order);
        assertInstanceOf(DirectDebit.Answer.Debited.class, first);
        assertEquals(first, debits.debit(order));
        assertEquals(1, told(Institution.GIRO, Kind.DEBIT));
    }

    @Test
    void aLostAnswerIsAskedForAgainAndTheDebitCountsOnce() {
        DirectDebit.Answer answer = debits.debit(debit("1002-111-229907"));
        assertInstanceOf(DirectDebit.Answer.Debited.class, answer);
        assertEquals(1, told(Institution.GIRO, Kind.DEBIT));
    }

    @Test
    void answersThatAreLostAgainAndAgainLeaveTheOrderOpenAndALaterQuestionEndsIt() {
        goesWrong("giro", "LOSE_ANSWER", 3);
        assertInstanceOf(DirectDebit.Answer.Unanswered.class, debits.debit(debit("1002-111-222333")));
        assertInstanceOf(DirectDebit.Answer.Debited.class, debits.debit(debit("1002-111-222333")));
        assertEquals(1, told(Institution.GIRO, Kind.DEBIT));
    }

    @Test
    void anAnswerSignedByNobodyIsNoAnswer() {
        goesWrong("giro", "BAD_SIGNATURE", 3);
        assertInstanceOf(DirectDebit.Answer.Unanswered.class, debits.debit(debit("1002-111-222333")));
    }

    @Test
    void anInstitutionThatIsAwayForAMomentIsAskedAgain() {
        goesWrong("giro", "UNAVAILABLE", 2);
        assertInstanceOf(DirectDebit.Answer.Debited.class, debits.debit(debit("1002-111-222333")));
    }

    @Test
    void aRequestIdIsNotUsedForAnotherOrder() {
        debits.debit(debit("1002-111-222333"));
        assertThrows(InstitutionFault.class, () -> debits.debit(debit("1002-111-222334")));
    }

    @Test
    void everyRefusalOfADebitHasItsReason() {
        assertEquals(
                List.of(
                        DirectDebit.Refusal.NO_SUCH_ACCOUNT,
                        DirectDebit.Refusal.ACCOUNT_CLOSED,
                        DirectDebit.Refusal.INSUFFICIENT_FUNDS,
                        DirectDebit.Refusal.HOLDER_DIFFERS),
                Stream.of("9901", "9902", "9903", "9904")
                        .map(ending -> debits.debit(new DirectDebit.Order(
                                UUID.randomUUID(), account("1002-11-" + ending), Won.of(10), "memo", AT)))
                        .map(answer -> assertInstanceOf(DirectDebit.Answer.Refused.class, answer)
                                .reason())
                        .toList());
    }

    @Test
    void aCardIsChargedWithItsFeeOrDeclined() {
        CardCharge.Answer answer = charges.charge(charge("5409-2600-1234-5678"));
        assertEquals(
                AT, assertInstanceOf(CardCharge.Answer.Approved.class, answer).at());
        Movement movement = told(Institution.CARD).getFirst();
        assertEquals(Kind.CHARGE, movement.kind());
        assertEquals(Won.of(565_220), movement.amount());
        assertEquals(Won.of(4_521), movement.fee());
        assertEquals(
                List.of(
                        CardCharge.Refusal.NO_SUCH_CARD,
                        CardCharge.Refusal.CARD_EXPIRED,
                        CardCharge.Refusal.LIMIT_EXCEEDED,
                        CardCharge.Refusal.CARD_STOPPED),
                Stream.of("9901", "9902", "9903", "9904")
                        .map(ending -> charges.charge(new CardCharge.Order(
                                UUID.randomUUID(), "540926001234" + ending, Won.of(10), Won.ZERO, "memo", AT)))
                        .map(declined -> assertInstanceOf(CardCharge.Answer.Declined.class, declined)
                                .reason())
                        .toList());
    }

    @Test
    void aHolderIsTheOneNamedOrNot() {
        assertEquals(
                List.of(
                        Transfer.Holder.SAME,
                        Transfer.Holder.NO_SUCH_ACCOUNT,
                        Transfer.Holder.ACCOUNT_CLOSED,
                        Transfer.Holder.DIFFERS),
                Stream.of("1234", "9901", "9902", "9904")
                        .map(ending -> transfers.holder(account("110-22-" + ending)))
                        .toList());
    }

    @Test
    void aTransferArrives() {
        assertInstanceOf(Transfer.Outcome.Unknown.class, transfers.outcome(requestId));
        Transfer.Answer sent = transfers.send(transfer("110-22-1234"));
        assertInstanceOf(Transfer.Answer.Sent.class, sent);
        assertEquals(sent, transfers.send(transfer("110-22-1234")));
        assertInstanceOf(Transfer.Outcome.Paid.class, transfers.outcome(requestId));
        assertEquals(1, told(Institution.BANK_WOORI, Kind.TRANSFER));
    }

    @Test
    void aTransferMayTakeItsTime() {
        transfers.send(transfer("110-22-9906"));
        assertInstanceOf(Transfer.Outcome.Pending.class, transfers.outcome(requestId));
        assertInstanceOf(Transfer.Outcome.Paid.class, transfers.outcome(requestId));
    }

    @Test
    void aTransferMayComeBackAndTheFileSaysSoOnce() {
        transfers.send(transfer("110-22-9905"));
        Transfer.Outcome outcome = transfers.outcome(requestId);
        assertEquals(
                Transfer.Refusal.ACCOUNT_CLOSED,
                assertInstanceOf(Transfer.Outcome.Returned.class, outcome).reason());
        assertEquals(outcome, transfers.outcome(requestId));
        assertEquals(1, told(Institution.BANK_WOORI, Kind.TRANSFER_RETURNED));
    }

    @Test
    void aBlockOfVirtualAccountsIsAllottedOnce() {
        List<String> woori =
                allotment.allot(requestId, Institution.BANK_WOORI, 1_000).orElseThrow();
        assertEquals(1_000, new HashSet<>(woori).size());
        assertEquals(
                woori, allotment.allot(requestId, Institution.BANK_WOORI, 1_000).orElseThrow());
        List<String> hana =
                allotment.allot(UUID.randomUUID(), Institution.BANK_HANA, 10).orElseThrow();
        assertTrue(hana.stream().noneMatch(woori::contains));
        UUID tooMany = UUID.randomUUID();
        assertThrows(InstitutionFault.class, () -> allotment.allot(tooMany, Institution.BANK_HANA, 1_001));
    }

    @Test
    void anInstitutionThatIsAwayHasNoFile() {
        goesWrong("hana", "UNAVAILABLE", 3);
        assertTrue(statements.of(Institution.BANK_HANA, DAY).isEmpty());
        assertEquals(
                List.of(),
                statements
                        .of(Institution.BANK_HANA, LocalDate.of(1999, 1, 1))
                        .orElseThrow()
                        .movements());
    }

    private static void goesWrong(String institution, String kind, int times) {
        String body = "{\"institution\":\"%s\",\"kind\":\"%s\",\"times\":%d}".formatted(institution, kind, times);
        SandboxPlayer.plays("/faults", body).then().statusCode(200);
    }

    private DirectDebit.Order debit(String number) {
        return new DirectDebit.Order(requestId, account(number), Won.of(565_220), "0000-0000-00-0-0-000000", AT);
    }

    private CardCharge.Order charge(String card) {
        return new CardCharge.Order(requestId, card, Won.of(565_220), Won.of(4_521), "0000-0000-00-0-0-000000", AT);
    }

    private Transfer.Order transfer(String number) {
        return new Transfer.Order(requestId, account(number), Won.of(205_020), "고용보험 반환금", AT);
    }

    private static BankAccount account(String number) {
        return new BankAccount("신한은행", number, "고산건설");
    }

    private long told(Institution institution, Kind kind) {
        return told(institution).stream()
                .filter(movement -> movement.kind() == kind)
                .count();
    }

    /** What the file of the day says of this test's order. */
    private List<Movement> told(Institution institution) {
        return statements.of(institution, DAY).orElseThrow().movements().stream()
                .filter(movement ->
                        movement.requestId().filter(requestId::equals).isPresent())
                .toList();
    }
}
