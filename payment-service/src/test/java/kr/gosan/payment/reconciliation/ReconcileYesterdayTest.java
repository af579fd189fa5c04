package kr.gosan.payment.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.SandboxPlayer;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
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

    @Test
    void aDayIsComparedByItselfOnceAndALostNoticeIsFound() {
        LocalDate day = Stream.iterate(LocalDate.parse("2022-03-11"), it -> it.plusDays(1))
                .filter(BusinessCalendar.korea()::isBusinessDay)
                .filter(it -> !store.isCompared(Institution.GIRO, it))
                .findFirst()
                .orElseThrow();
        TestEmployer employer = TestEmployer.known();
        JsonPath slips = employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        String number = slips.getString("items[0].ePaymentNo");
        SandboxPlayer.plays("/giro-payments", """
                        {"ePaymentNo":"%s","amount":%d,"paidAt":"%sT10:00:00+09:00","hostile":{"loseNotice":true}}""".formatted(number, slips.getLong("items[0].payable"), day))
                .then()
                .statusCode(200);
        reconcileYesterday.of(day);
        assertTrue(store.isCompared(Institution.CARD, day));
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
        reconcileYesterday.of(day);
        assertEquals(1, store.list(Institution.GIRO, day, null).items().size());
    }
}
