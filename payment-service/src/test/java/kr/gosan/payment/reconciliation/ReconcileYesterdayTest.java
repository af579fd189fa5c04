package kr.gosan.payment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.Statement;
import kr.gosan.payment.reconciliation.rules.Difference;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.SandboxPlayer;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class ReconcileYesterdayTest {

    @Inject
    ObjectMapper mapper;

    @Inject
    ReconcileYesterday reconcileYesterday;

    @Inject
    ReconciliationStore store;

    @Inject
    ReconcileDay reconcileDay;

    @Test
    void aLineOfAFetchedFileThatCannotBeReadIsADifferenceThatCannotBeTakenIn() {
        DailyFile file = DailyFile.of(
                Institution.CARD, LocalDate.parse("2000-01-03"), new Statement.Told(List.of(), List.of("line 1")));
        ReconciliationStore.Reconciliation kept =
                QuarkusTransaction.requiringNew().call(() -> reconcileDay.compare(file, "test"));
        assertEquals(1, kept.differences());
        assertEquals(
                List.of(new ReconciliationStore.Found(0, Difference.Kind.UNREADABLE_LINE, "line 1", null, null)),
                store.differences(kept.reconciliationId(), -1));
        assertTrue(QuarkusTransaction.requiringNew()
                .call(() -> reconcileDay.takeIn(kept.reconciliationId(), 0, "test"))
                .isEmpty());
    }

    @Test
    void aDayIsComparedByItselfOnceAndALostNoticeIsFound() {
        LocalDate day = Stream.iterate(LocalDate.parse("2022-03-11"), it -> it.plusDays(1))
                .filter(BusinessCalendar.korea()::isBusinessDay)
                .filter(it -> !isCompared(Institution.GIRO, it))
                .findFirst()
                .orElseThrow();
        TestEmployer employer = TestEmployer.known();
        JsonPath slips = employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        String number = slips.getString("items[0].ePaymentNo");
        SandboxPlayer.plays("/giro-payments", """
                        {"ePaymentNo":"%s","amount":%d,"paidAt":"%sT10:00:00+09:00","hostile":{"loseNotice":true}}""".formatted(number, slips.getLong("items[0].payable"), day))
                .then()
                .statusCode(200);
        reconcileYesterday.upTo(day);
        assertTrue(isCompared(Institution.CARD, day));
        List<ReconciliationStore.Reconciliation> compared =
                store.list(Institution.GIRO, day, null).items();
        assertEquals(1, compared.size());
        List<ReconciliationStore.Found> found =
                store.differences(compared.getFirst().reconciliationId(), -1);
        assertEquals(
                1,
                found.stream()
                        .filter(it -> it.kind().name().equals("MISSING_HERE")
                                && number.replace("-", "")
                                        .equals(it.theirs().ePaymentNo().replace("-", "")))
                        .count(),
                found.toString());
        reconcileYesterday.upTo(day);
        assertEquals(1, store.list(Institution.GIRO, day, null).items().size());
    }

    @Test
    void daysThatWereLeftOutAreComparedLater() {
        LocalDate first = LocalDate.parse("2019-03-04");
        reconcileYesterday.upTo(first);
        reconcileYesterday.upTo(first.plusDays(3));
        assertTrue(
                first.datesUntil(first.plusDays(4)).allMatch(day -> isCompared(Institution.BANK_HANA, day)),
                "the second and the third day too");
        assertFalse(isCompared(Institution.BANK_HANA, first.minusDays(1)), "no day before the first comparison");
    }

    @Test
    void aComparisonOfADayThatIsNotOverDoesNotCountAsTheDays() {
        LocalDate today = KoreanTime.dateOf(Instant.now());
        JsonPath early = given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"institution\":\"GIRO\",\"day\":\"%s\"}".formatted(today))
                .post("/payment/v1/reconciliations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertEquals(today.toString(), early.getString("day"));
        assertFalse(isCompared(Institution.GIRO, today));
    }

    private boolean isCompared(Institution institution, LocalDate day) {
        return !QuarkusTransaction.requiringNew()
                .call(() -> store.compared(institution, day, day))
                .isEmpty();
    }
}
