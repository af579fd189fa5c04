package kr.gosan.payment.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.debt.Slip;

/** What employers were told, and ahead of which due dates. */
@Singleton
class EmployerNoticeStore {

    private static final UUID LAST = new UUID(-1L, -1L);

    private final EntityManager entities;
    private final ObjectMapper mapper;

    EmployerNoticeStore(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    UUID newId() {
        return (UUID) entities.createNativeQuery("select uuidv7()").getSingleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(NoticeRaised notice) {
        try {
            entities.createNativeQuery("insert into employer_notice (notice_id, management_no, about, data)"
                            + " values (?1, ?2, ?3, cast(?4 as jsonb))")
                    .setParameter(1, notice.noticeId())
                    .setParameter(2, notice.managementNo().digits())
                    .setParameter(3, notice.about())
                    .setParameter(4, mapper.writeValueAsString(notice))
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest first. */
    Page<NoticeRaised> ofWorkplace(WorkplaceNumber workplace, UUID before) {
        List<NoticeRaised> rows = entities
                .createNativeQuery(
                        "select cast(data as text) from employer_notice where management_no = ?1 and notice_id < ?2"
                                + " order by notice_id desc limit " + (Page.SIZE + 1),
                        String.class)
                .setParameter(1, workplace.digits())
                .setParameter(2, before == null ? LAST : before)
                .getResultList()
                .stream()
                .map(data -> read((String) data))
                .toList();
        return Page.of(rows, NoticeRaised::noticeId);
    }

    /**
     * Open slips that fall due within so many days of the day it is for their workplace, in order of their ids; a page of them.
     */
    @SuppressWarnings("unchecked")
    List<UUID> dueWithin(LocalDate systemToday, int days, UUID after, int count) {
        return entities.createNativeQuery("""
                        select s.slip_id from slip s left join workplace w using (management_no)
                         where s.state = 'ISSUED' and s.slip_id > ?1
                           and s.due_date - coalesce(w.sandbox_today, cast(?2 as date)) between 0 and ?3
                         order by s.slip_id limit ?4""")
                .setParameter(1, after)
                .setParameter(2, systemToday)
                .setParameter(3, days)
                .setParameter(4, count)
                .getResultList();
    }

    /** Notes that the mark is told for the slip's due date; false when it was before. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean mark(Slip slip, int mark, LocalDate on) {
        return entities.createNativeQuery(
                                "insert into due_notice (slip_id, due_date, business_days_ahead, management_no,"
                                        + " insurance_year, told_on) values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing")
                        .setParameter(1, slip.slipId())
                        .setParameter(2, slip.dueDate())
                        .setParameter(3, mark)
                        .setParameter(4, slip.debt().managementNo().digits())
                        .setParameter(5, slip.debt().insuranceYear())
                        .setParameter(6, on)
                        .executeUpdate()
                == 1;
    }

    private NoticeRaised read(String data) {
        try {
            return mapper.readValue(data, NoticeRaised.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
