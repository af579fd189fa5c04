package kr.gosan.payment.banknotice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import kr.gosan.payment.institution.Institution;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

/** What is looked up for each message is found by an index, however many messages there are. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class NoticeLookUpTest {

    @Inject
    NoticeStore notices;

    @Inject
    EntityManager entities;

    private final Sender sender = new Sender("bank", Institution.GIRO);
    private final String unknown = UUID.randomUUID().toString();

    @Test
    void theFirstMessageWithATransactionNumber() {
        byIndex(() -> assertFalse(notices.first(sender, unknown).isPresent()));
    }

    @Test
    void aReversalThatCameAheadOfItsPayment() {
        byIndex(() -> assertEquals(List.of(), notices.reversalsAhead(sender, unknown)));
    }

    @Test
    void whetherMoneyWasGivenBack() {
        byIndex(() -> assertFalse(notices.reversed(UUID.randomUUID())));
    }

    @Test
    void whetherAVirtualAccountWasUsed() {
        byIndex(() -> assertFalse(notices.virtualAccountUsed(UUID.randomUUID(), "110123456789")));
    }

    /** With plans for whatever values come; reading a whole table is then the way only where no index serves. */
    private void byIndex(Runnable lookUp) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("set local enable_seqscan = off").executeUpdate();
            entities.createNativeQuery("set local plan_cache_mode = force_generic_plan")
                    .executeUpdate();
            long before = wholeReads();
            lookUp.run();
            assertEquals(before, wholeReads(), "reads of the whole table");
        });
    }

    private long wholeReads() {
        return ((Number) entities.createNativeQuery(
                                "select seq_scan from pg_stat_xact_user_tables where relname = 'bank_notice'")
                        .getSingleResult())
                .longValue();
    }
}
