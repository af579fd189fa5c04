package kr.gosan.payment.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.event.CloudEvent;

/**
 * Events about workplaces that are not known here yet: premium-service may tell of a return before coverage-service tells whose
 * it is. Waiting in the topic instead, an event would keep those of everybody else waiting too.
 */
@Singleton
class WaitingEvents {

    private final EntityManager entities;
    private final ObjectMapper mapper;

    WaitingEvents(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** Puts in line whoever makes the workplace known and whoever finds it unknown; until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(WorkplaceNumber workplace) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "waiting notices\n" + workplace.digits())
                .getSingleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(CloudEvent event, WorkplaceNumber workplace) {
        try {
            entities.createNativeQuery("insert into waiting_notice (event_id, source, type, management_no, data)"
                            + " values (?1, ?2, ?3, ?4, cast(?5 as jsonb))")
                    .setParameter(1, event.id())
                    .setParameter(2, event.source())
                    .setParameter(3, event.type())
                    .setParameter(4, workplace.digits())
                    .setParameter(5, mapper.writeValueAsString(event.data()))
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What waits for the workplace, in the order it came; it waits no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    @SuppressWarnings("unchecked")
    List<CloudEvent> take(WorkplaceNumber workplace) {
        List<Object[]> rows = entities.createNativeQuery(
                        "with taken as (delete from waiting_notice where management_no = ?1"
                                + " returning no, event_id, source, type, data)"
                                + " select event_id, source, type, cast(data as text) from taken order by no")
                .setParameter(1, workplace.digits())
                .getResultList();
        return rows.stream().map(row -> event(workplace, row)).toList();
    }

    private CloudEvent event(WorkplaceNumber workplace, Object[] row) {
        try {
            return new CloudEvent(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    workplace.digits(),
                    null,
                    mapper.readTree((String) row[3]));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
