package kr.gosan.payment.refund;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** A refund from the return it arises with to the account. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class RefundTest extends RefundWorld {

    @Test
    void anExcessIsRefundedWithInterestAfterTwoOperatorsAgreed() {
        String refund = filed("1002-111-222333");
        JsonPath waiting = read(refund);
        assertEquals("WAITING", waiting.getString("state"));
        assertEquals("SETTLEMENT", waiting.getString("cause"));
        assertEquals(340_320, waiting.getInt("owed"));
        // filed on March 10: seven days, and the day after
        assertEquals("2022-03-18", waiting.getString("interestFrom"));
        // 340,320 × 1.2 % × 105/365 = 1,174.8…
        assertEquals(1_170, waiting.getInt("offer.interest"));
        assertEquals("***333", waiting.getString("offer.account.accountNo"));
        assertEquals(200, decide(ONE, refund, "proposal").statusCode());
        assertEquals(200, decide(OTHER, refund, "approval").statusCode());
        sending.run();
        sending.run();
        JsonPath paid = read(refund);
        assertEquals("PAID", paid.getString("state"));
        assertEquals(1_170, paid.getInt("interest"));
        assertEquals(List.of(341_490L), transferred(refund));
        assertEquals(0, balance("REFUND_PAYABLE"));
        assertEquals(0, balance("REFUND_IN_TRANSIT"));
        assertEquals(-341_490, balance("CASH"));
        assertEquals(1_170, balance("REFUND_INTEREST"));
        told("refund-decided", "refund-paid").forEach(PublishedEvents::assertFits);
        JsonPath history = employer.reads("/payment/v1/payments");
        assertEquals(List.of("REFUNDED"), history.getList("items.kind"));
        assertEquals(List.of(341_490), history.getList("items.amount"));
    }

    @Test
    void whoProposedDoesNotApprove() {
        String refund = filed("1002-111-222333");
        decide(ONE, refund, "proposal");
        Response answer = decide(ONE, refund, "approval");
        assertEquals(403, answer.statusCode());
        assertEquals("approver-is-proposer", answer.jsonPath().getString("code"));
        assertEquals("PROPOSED", read(refund).getString("state"));
    }

    @Test
    void nothingIsSentBeforeTheApproval() {
        String refund = filed("1002-111-222333");
        decide(ONE, refund, "proposal");
        sending.run();
        assertEquals("PROPOSED", read(refund).getString("state"));
        assertEquals(List.of(), transferred(refund));
    }

    @Test
    void ofTwoApproversAtOnceOneIsTold() throws Exception {
        String refund = filed("1002-111-222333");
        decide(ONE, refund, "proposal");
        String version = read(refund).getString("step");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> approvals = List.of(
                    () -> decide(OTHER, refund, "approval", version, false).statusCode(),
                    () -> decide("operator-three", refund, "approval", version, false)
                            .statusCode());
            List<Integer> statuses = both.invokeAll(approvals).stream()
                    .map(future -> future.resultNow())
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 409), statuses);
        }
        assertEquals(
                1,
                rows.number(
                        "select count(*) from refund_step where refund_id = ? and cause = 'APPROVAL'",
                        UUID.fromString(refund)));
    }

    @Test
    void anOldVersionChangesNothing() {
        String refund = filed("1002-111-222333");
        decide(ONE, refund, "proposal");
        Response answer = decide(OTHER, refund, "approval", "1", false);
        assertEquals(412, answer.statusCode());
        assertEquals(
                428,
                operator(OTHER)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .post("/payment/v1/refunds/" + refund + "/approval")
                        .statusCode());
    }

    @Test
    void aDryRunAnswersAndChangesNothing() {
        String refund = filed("1002-111-222333");
        Response answer = decide(ONE, refund, "proposal", "1", true);
        assertEquals("PROPOSED", answer.jsonPath().getString("state"));
        assertEquals("WAITING", read(refund).getString("state"));
    }

    @Test
    void aRejectedProposalWaitsAgainWithItsReason() {
        String refund = filed("1002-111-222333");
        decide(ONE, refund, "proposal");
        Response rejected = operator(OTHER)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"2\"")
                .contentType("application/json")
                .body(RejectionRequest.EXAMPLE)
                .post("/payment/v1/refunds/" + refund + "/rejection");
        assertEquals(200, rejected.statusCode());
        JsonPath now = read(refund);
        assertEquals("WAITING", now.getString("state"));
        assertEquals("예금주 확인이 필요합니다.", now.getString("history[-1].detail.reason"));
        assertEquals(200, decide(ONE, refund, "proposal").statusCode());
    }

    @Test
    void withoutAnAccountItWaitsAndSaysSo() {
        String refund = filed(null);
        assertEquals("refund-account-missing", read(refund).getString("waitsFor"));
        Response answer = decide(ONE, refund, "proposal");
        assertEquals(409, answer.statusCode());
        assertEquals("refund-account-missing", answer.jsonPath().getString("code"));
        register("1002-111-222333", "2022-05-01");
        assertNull(read(refund).getString("waitsFor"));
    }

    @Test
    void aCorporationIsNotRefundedToAPersonsAccount() {
        String refund = filed(null);
        tell(premium.refund(employer.workplace, "1002-111-222333", LocalDate.of(2022, 5, 1))
                .replace("\"holderKind\":\"CORPORATION\"", "\"holderKind\":\"SOLE_PROPRIETOR\""));
        await().until(() -> "refund-account-of-another".equals(read(refund).getString("waitsFor")));
    }

    @Test
    void aLostAnswerPaysOnce() {
        String refund = filed("1002-111-229907");
        approved(refund);
        Stream.of(1, 2, 3).forEach(run -> sending.run());
        assertEquals("PAID", read(refund).getString("state"));
        assertEquals(List.of(341_490L), transferred(refund));
    }

    @Test
    void aRunThatWasKilledAfterTheBankHeardOfItIsCarriedOnWithoutPayingTwice() {
        String refund = filed("1002-111-222333");
        approved(refund);
        UUID id = UUID.fromString(refund);
        // the order is committed, the bank carries it out, and the answer is never kept
        QuarkusTransaction.requiringNew().run(() -> sending.order(id));
        sending.tell(transfers.last(id).orElseThrow());
        assertEquals("SENT", read(refund).getString("state"));
        sending.run();
        assertEquals("PAID", read(refund).getString("state"));
        assertEquals(List.of(341_490L), transferred(refund));
        assertEquals(-341_490, balance("CASH"));
    }

    @Test
    void twoRunsAtOncePayOnce() throws Exception {
        String refund = filed("1002-111-222333");
        approved(refund);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<Void> run = () -> {
                sending.run();
                sending.run();
                return null;
            };
            both.invokeAll(List.of(run, run)).forEach(future -> future.resultNow());
        }
        assertEquals("PAID", read(refund).getString("state"));
        assertEquals(List.of(341_490L), transferred(refund));
        assertEquals(-341_490, balance("CASH"));
    }

    @Test
    void whatIsOverdueInTheSameInsuranceIsPaidFirst() {
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        String refund = filed("1002-111-222333", "refund-arrears-open");
        handOver();
        JsonPath waiting = read(refund);
        assertEquals(340_320, waiting.getInt("offer.offset"));
        assertEquals(0, waiting.getInt("offer.toRefund"));
        approved(refund);
        assertEquals("OFFSET", read(refund).getString("state"));
        assertEquals(0, balance("REFUND_PAYABLE"));
        assertEquals(0, balance("EXCESS"));
        // 820,000 + 50,000 + 2,340,000 − 5,000 less what was offset; the 3 % are void
        assertEquals(3_205_000 - 340_320, balance("ARREARS", "EI"));
        told("overpayment-offset").forEach(PublishedEvents::assertFits);
        JsonPath history = employer.reads("/payment/v1/payments");
        assertEquals(List.of("OFFSET"), history.getList("items.kind"));
        assertEquals(List.of(340_320), history.getList("items.amount"));
        sending.run();
        assertEquals(List.of(), transferred(refund));
    }

    @Test
    void anApprovalIsRefusedWhenSomethingFellDueSinceTheProposal() {
        today("2022-03-20");
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        String refund = filed("1002-111-222333");
        assertEquals(200, decide(ONE, refund, "proposal").statusCode());
        today("2022-06-30");
        handOver();
        Response answer = decide(OTHER, refund, "approval");
        assertEquals(409, answer.statusCode());
        assertEquals("refund-changed", answer.jsonPath().getString("code"));
        assertEquals(-340_320, balance("REFUND_PAYABLE"));
    }

    @Test
    void whatFellDueAfterTheApprovalStopsTheTransfer() {
        today("2022-03-20");
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        String refund = filed("1002-111-222333");
        approved(refund);
        today("2022-06-30");
        handOver();
        sending.run();
        assertEquals("WAITING", read(refund).getString("state"));
        assertEquals(List.of(), transferred(refund));
    }

    @Test
    void whatALatePaymentLeftOpenIsOffsetOnceItIsHandedOver() {
        FiledReturn late = Filings.filedOn(LocalDate.of(2022, 4, 11), Filings.atOnce(employer.workplace));
        JsonPath slip = employer.files(late, 2, mapper);
        TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(),
                        slip.getString("items.find { it.insurance == 'EI' }.ePaymentNo"),
                        3_134_800,
                        "2022-04-11T12:00:00+09:00",
                        "GIRO"))
                .then()
                .statusCode(200);
        assertEquals(70_200, balance("RECEIVABLE", "EI"));
        String refund = filed("1002-111-222333", "refund-arrears-open");
        assertEquals(409, decide(ONE, refund, "proposal").statusCode());
        handOver();
        assertEquals(70_200, balance("ARREARS", "EI"));
        approved(refund);
        assertEquals(0, balance("RECEIVABLE", "EI"));
        assertEquals(0, balance("ARREARS", "EI"));
        assertEquals(0, balance("LATE_CHARGE_DUE", "EI"));
    }

    @Test
    void anApprovedRefundThatIsTooSmallOnTheDayItIsSentWaitsForANewProposal() {
        today("2023-06-30");
        FiledReturn covered = Filings.coveredByExcess(employer.workplace);
        FiledInsurance employment = covered.insurances().getFirst();
        FiledReturn filed = Filings.filed(
                employer.workplace,
                Filings.insurance(Insurance.EI, employment.periods(), 1_500),
                covered.insurances().get(1));
        employer.files(filed, UUID.randomUUID().toString(), mapper);
        await().until(() ->
                employer.reads("/payment/v1/refunds").getList("items").size() == 1);
        String refund = employer.reads("/payment/v1/refunds").getString("items[0].refundId");
        tell(premium.ofReturn(employer.workplace, filed.returnId(), "1002-111-222333", Filings.FILED_ON));
        await().until(() -> read(refund).getString("waitsFor") == null);
        approved(refund);
        today("2023-07-01");
        sending.run();
        assertEquals("WAITING", read(refund).getString("state"));
        assertEquals(200, decide(ONE, refund, "proposal").statusCode());
        assertEquals(200, decide(OTHER, refund, "approval").statusCode());
        assertEquals("DROPPED", read(refund).getString("state"));
    }

    @Test
    void theRightToARefundLapsesAfterThreeYears() {
        String refund = filed("1002-111-222333");
        assertEquals("2025-03-10", read(refund).getString("payableUntil"));
        today("2025-03-10");
        assertNull(read(refund).getString("waitsFor"));
        today("2025-03-11");
        assertEquals("refund-lapsed", read(refund).getString("waitsFor"));
        assertEquals(409, decide(ONE, refund, "proposal").statusCode());
    }

    @Test
    void anApprovalOnALaterDayStillHoldsAndInterestFollowsTheDayItIsSent() {
        String refund = filed("1002-111-222333");
        decide(ONE, refund, "proposal");
        today("2022-07-01");
        assertEquals(200, decide(OTHER, refund, "approval").statusCode());
        today("2022-07-11");
        sending.run();
        // 340,320 × 1.2 % × 116/365 = 1,297.8…
        assertEquals(1_290, read(refund).getInt("interest"));
    }

    @Test
    void onlyOperatorsDecideAndEmployersReadTheirOwn() {
        String refund = filed("1002-111-222333");
        assertEquals(
                403,
                employer.asks()
                        .header("If-Match", "\"1\"")
                        .header("Idempotency-Key", "k")
                        .post("/payment/v1/refunds/" + refund + "/proposal")
                        .statusCode());
        assertEquals(1, employer.reads("/payment/v1/refunds").getList("items").size());
        assertEquals(
                403,
                given().auth()
                        .oauth2(Tokens.stranger())
                        .get("/payment/v1/refunds/" + refund)
                        .statusCode());
        assertFalse(
                employer.asks().get("/payment/v1/refunds/" + refund).asString().contains("1002"));
    }

    @Test
    void whatWasDecidedIsNotRewritten() throws Exception {
        String refund = filed("1002-111-222333");
        for (String sql : List.of(
                "update refund set owed = 1",
                "update refund set arisen_on = arisen_on - 1",
                "update refund set state = 'PAID', step = step + 1",
                "delete from refund_step",
                "delete from refund")) {
            try (var connection = rows.asApplication();
                    var statement = connection.createStatement()) {
                assertThrows(
                        SQLException.class, () -> statement.execute(sql + " where refund_id = '" + refund + "'"), sql);
            }
        }
    }
}
