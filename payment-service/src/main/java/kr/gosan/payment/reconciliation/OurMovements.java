package kr.gosan.payment.reconciliation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.reconciliation.rules.Movement;

/** What is kept here of an institution's day, a row at a time: a due date has a hundred thousand. */
@Singleton
class OurMovements {

    private static final int AT_ONCE = 1_000;

    private static final String NOTICES = "select bank_transaction_id, kind, e_payment_no, virtual_account_no,"
            + " original_transaction_id, amount, fee, " + instant("paid_at") + ", channel from bank_notice told"
            + " where institution = ?1 and paid_at >= ?2 and paid_at < ?3 and %s"
            // One that came ahead of its payment, and was refused when that came, counts no more.
            + " and not (outcome = 'REVERSAL_AHEAD' and exists (select from bank_notice since where since.kind = 'REVERSAL'"
            + " and since.bank = told.bank and since.original_transaction_id = told.original_transaction_id"
            + " and since.bank_transaction_id = told.bank_transaction_id and since.institution = told.institution"
            + " and since.outcome = 'REVERSAL_REFUSED')) order by notice_id";

    /** Refunds, and suspended money that went back: both were ordered by us and answered by the bank. */
    private static final String TRANSFERS = "select transaction_id, answer, order_id, amount, " + instant("answered_at")
            + " from (select a.transaction_id, a.answer, a.transfer_id as order_id, t.amount, a.answered_at"
            + " from refund_transfer_answer a join refund_transfer t using (transfer_id)"
            + " union all select a.transaction_id, a.answer, a.resolution_id, r.amount, a.answered_at"
            + " from suspense_transfer_answer a join suspense_resolution r using (resolution_id)) as told"
            + " where answer in ('SENT', 'RETURNED') and answered_at >= ?1 and answered_at < ?2 order by answered_at";

    private final EntityManager entities;

    OurMovements(EntityManager entities) {
        this.entities = entities;
    }

    /** Payments and reversals that count, without repetitions and refusals; and what was sent by our order. */
    void of(Institution institution, LocalDate day, Consumer<Movement> to) {
        each(notices(institution, day, "outcome in (" + names() + ")"), row -> to.accept(ofNotice(row)));
        if (institution == Institution.OF_TRANSFERS) {
            Query transfers = entities.createNativeQuery(TRANSFERS)
                    .setParameter(1, start(day))
                    .setParameter(2, start(day.plusDays(1)));
            each(transfers, row -> to.accept(ofTransfer(row)));
        }
    }

    /** Reversals that were told and refused. */
    void refused(Institution institution, LocalDate day, Consumer<Movement> to) {
        each(
                notices(institution, day, "outcome = '" + NoticeOutcome.REVERSAL_REFUSED + "'"),
                row -> to.accept(ofNotice(row)));
    }

    /** Payments that were accepted with another fee than is due on top of them. */
    void withAnotherFee(Institution institution, LocalDate day, Consumer<Movement> to) {
        each(
                notices(institution, day, "outcome = '" + NoticeOutcome.ACCEPTED + "' and detail is not null"),
                row -> to.accept(ofNotice(row)));
    }

    private Query notices(Institution institution, LocalDate day, String which) {
        return entities.createNativeQuery(NOTICES.formatted(which))
                .setParameter(1, institution.name())
                .setParameter(2, start(day))
                .setParameter(3, start(day.plusDays(1)));
    }

    @SuppressWarnings("unchecked")
    private static void each(Query query, Consumer<Object[]> to) {
        try (Stream<Object[]> rows =
                query.setHint("org.hibernate.fetchSize", AT_ONCE).getResultStream()) {
            rows.forEach(to);
        }
    }

    private static Movement ofNotice(Object[] row) {
        return new Movement(
                (String) row[0],
                row[1].equals("REVERSAL"),
                digits((String) row[2]),
                digits((String) row[3]),
                (String) row[4],
                won(row[5]),
                won(row[6]),
                Instant.parse(row[7] + "Z"),
                row[8] == null ? null : Channel.valueOf((String) row[8]));
    }

    private static Movement ofTransfer(Object[] row) {
        boolean returned = row[1].equals("RETURNED");
        UUID orderId = (UUID) row[2];
        return Movement.ofTransfer(
                row[0] == null ? orderId.toString() : (String) row[0],
                returned,
                null,
                orderId,
                won(row[3]),
                Instant.parse(row[4] + "Z"));
    }

    private static String names() {
        return Stream.of(NoticeOutcome.values())
                .filter(outcome -> outcome.counts())
                .map(outcome -> "'" + outcome + "'")
                .collect(Collectors.joining(", "));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(KoreanTime.SEOUL).toInstant().atOffset(ZoneOffset.UTC);
    }

    /** As text in UTC, so that it means the same whatever the session's time zone is. */
    private static String instant(String column) {
        return "to_char(" + column + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')";
    }

    private static String digits(String number) {
        return number == null ? null : number.replace("-", "");
    }

    private static Won won(Object number) {
        return number == null ? null : Won.of(((Number) number).longValue());
    }
}
