package kr.gosan.payment.slip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.FiledReturn;

/** The returns that slips were issued for, as they were told. */
@Singleton
public class FiledReturnStore {

    /** What was known of a return before. */
    enum Memory {
        NEW,
        /** The same return, word for word. */
        KNOWN,
        /** The same return with other figures. */
        CONTRADICTED
    }

    private final EntityManager entities;
    private final ObjectMapper mapper;

    FiledReturnStore(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Memory remember(FiledReturn filed) {
        String data = json(filed);
        int added = entities.createNativeQuery("insert into filed_return (return_id, management_no, insurance_year,"
                        + " filed_on, data) values (?1, ?2, ?3, ?4, cast(?5 as jsonb)) on conflict do nothing")
                .setParameter(1, filed.returnId())
                .setParameter(2, filed.managementNo().digits())
                .setParameter(3, filed.insuranceYear())
                .setParameter(4, filed.filedOn())
                .setParameter(5, data)
                .executeUpdate();
        if (added == 1) {
            return Memory.NEW;
        }
        // What is compared is what was told, not how: a field that came later and means nothing by itself contradicts
        // nothing.
        boolean same = find(filed.returnId()).orElseThrow().equals(filed);
        return same ? Memory.KNOWN : Memory.CONTRADICTED;
    }

    public Optional<FiledReturn> find(UUID returnId) {
        return entities
                .createNativeQuery("select cast(data as text) from filed_return where return_id = ?1", String.class)
                .setParameter(1, returnId)
                .getResultList()
                .stream()
                .findFirst()
                .map(this::read);
    }

    public List<FiledReturn> ofWorkplace(WorkplaceNumber workplace) {
        return entities
                .createNativeQuery(
                        "select cast(data as text) from filed_return where management_no = ?1 order by return_id",
                        String.class)
                .setParameter(1, workplace.digits())
                .getResultList()
                .stream()
                .map(this::read)
                .toList();
    }

    private String json(FiledReturn filed) {
        try {
            return mapper.writeValueAsString(filed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private FiledReturn read(Object data) {
        try {
            return mapper.readValue((String) data, FiledReturn.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
