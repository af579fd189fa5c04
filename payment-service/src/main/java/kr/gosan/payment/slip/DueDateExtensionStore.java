package kr.gosan.payment.slip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.DueDateExtension;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;

/** The extensions of due dates that were declared. They are few: all are looked at. */
@Singleton
public class DueDateExtensionStore {

    /** Slips are issued under a shared lock and extensions taken in under an exclusive one: no slip is missed. */
    private static final long LOCK = 7_390_161;

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final Workplaces workplaces;

    DueDateExtensionStore(EntityManager entities, ObjectMapper mapper, Workplaces workplaces) {
        this.entities = entities;
        this.mapper = mapper;
        this.workplaces = workplaces;
    }

    /** Keeps the extension, once; until the transaction ends, nobody issues a slip. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(DueDateExtension extension) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, LOCK)
                .getSingleResult();
        entities.createNativeQuery("insert into due_date_extension (extension_id, data) values (?1, cast(?2 as jsonb))"
                        + " on conflict do nothing")
                .setParameter(1, extension.extensionId())
                .setParameter(2, json(extension))
                .executeUpdate();
    }

    /** Extensions whose slips were not all moved yet. */
    List<DueDateExtension> notDone() {
        return read(
                "select cast(data as text) from due_date_extension e where not exists"
                        + " (select from due_date_extension_done d where d.extension_id = e.extension_id) order by extension_id");
    }

    /** Notes that every slip of the extension was moved. */
    @Transactional(Transactional.TxType.MANDATORY)
    void done(DueDateExtension extension) {
        entities.createNativeQuery(
                        "insert into due_date_extension_done (extension_id) values (?1) on conflict do nothing")
                .setParameter(1, extension.extensionId())
                .executeUpdate();
    }

    /** The due dates of a workplace as extended until now; no extension is taken in until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public DueDates heldFor(WorkplaceNumber workplace) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock_shared(?1) as text)")
                .setParameter(1, LOCK)
                .getSingleResult();
        return of(workplace);
    }

    /** Whether the extension is for the workplace, wherever that lies. */
    boolean isFor(DueDateExtension extension, WorkplaceNumber workplace) {
        return extension.isFor(
                workplace, extension.scope() == DueDateExtension.Scope.DISTRICTS ? district(workplace) : null);
    }

    /** The due dates of a workplace as extended until now. */
    public DueDates of(WorkplaceNumber workplace) {
        String district = district(workplace);
        return new DueDates(all().stream()
                .filter(extension -> extension.isFor(workplace, district))
                .toList());
    }

    private String district(WorkplaceNumber workplace) {
        return workplaces.find(workplace).map(KnownWorkplace::district).orElse(null);
    }

    private List<DueDateExtension> all() {
        return read("select cast(data as text) from due_date_extension order by extension_id");
    }

    private List<DueDateExtension> read(String query) {
        return entities.createNativeQuery(query, String.class).getResultList().stream()
                .map(data -> parsed((String) data))
                .toList();
    }

    private String json(DueDateExtension extension) {
        try {
            return mapper.writeValueAsString(extension);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private DueDateExtension parsed(String data) {
        try {
            return mapper.readValue(data, DueDateExtension.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
