package kr.gosan.premium.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.crypto.FieldCipher;

/** Keeps premium returns. The number of a refund account is stored encrypted, bound to its row, and nowhere else. */
@Singleton
public class PremiumReturnStore {

    /** The most returns one page of a list holds. */
    static final int PAGE = 50;

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final FieldCipher cipher;

    public PremiumReturnStore(EntityManager entities, ObjectMapper mapper, FieldCipher cipher) {
        this.entities = entities;
        this.mapper = mapper;
        this.cipher = cipher;
    }

    /**
     * Which returns to list; every condition given must hold.
     *
     * @param workplaces at least one
     * @param before only returns older than this one; null from the newest on
     */
    record Query(List<WorkplaceNumber> workplaces, Integer insuranceYear, String clientReference, UUID before) {}

    /** A new id; later ones are larger, so ids are also the order of a list. */
    public UUID newId() {
        return (UUID) entities.createNativeQuery("select uuidv7()", UUID.class).getSingleResult();
    }

    /** To be shown: the number of its refund account stays masked. */
    public Optional<PremiumReturn> find(UUID id) {
        return Optional.ofNullable(entities.find(PremiumReturnEntity.class, id))
                .map(row -> read(row, read(row.content, ReturnRequest.class)));
    }

    /** To be changed: whole, and nobody else may change it until this transaction ends. */
    public Optional<PremiumReturn> lock(UUID id) {
        return Optional.ofNullable(entities.find(PremiumReturnEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(row -> read(row, whole(row)));
    }

    /** Newest first, one more than a page when there are more. */
    List<ReturnView.Summary> list(Query query) {
        StringBuilder conditions = new StringBuilder("managementNo in ?1");
        List<Object> values = new ArrayList<>();
        values.add(query.workplaces().stream().map(WorkplaceNumber::digits).toList());
        and(conditions, values, "insuranceYear =", query.insuranceYear());
        and(conditions, values, "clientReference =", query.clientReference());
        and(conditions, values, "id <", query.before());
        TypedQuery<PremiumReturnEntity> found = entities.createQuery(
                "from PremiumReturnEntity where " + conditions + " order by id desc", PremiumReturnEntity.class);
        for (int i = 0; i < values.size(); i++) {
            found.setParameter(i + 1, values.get(i));
        }
        return found.setMaxResults(PAGE + 1).getResultList().stream()
                .map(row -> new ReturnView.Summary(
                        row.id,
                        row.state,
                        WorkplaceNumber.of(row.managementNo),
                        row.insuranceYear,
                        row.clientReference,
                        row.filedOn))
                .toList();
    }

    private static void and(StringBuilder conditions, List<Object> values, String condition, Object value) {
        if (value != null) {
            values.add(value);
            conditions.append(" and ").append(condition).append(" ?").append(values.size());
        }
    }

    void put(PremiumReturn changed) {
        PremiumReturnEntity row = entities.find(PremiumReturnEntity.class, changed.id());
        boolean isNew = row == null;
        if (isNew) {
            row = new PremiumReturnEntity();
            row.id = changed.id();
            row.memberId = changed.memberId();
        }
        if (isNew || row.filedOn == null) {
            write(changed, row);
        }
        row.state = changed.state();
        row.version = changed.version();
        if (isNew) {
            entities.persist(row);
        }
        entities.flush();
    }

    /** Takes the workplace's year for this return; false when another filed return has it. */
    boolean claimYear(PremiumReturn filed) {
        return entities.createNativeQuery("insert into filed_year (management_no, insurance_year, return_id)"
                                + " values (?1, ?2, ?3) on conflict (management_no, insurance_year) do nothing")
                        .setParameter(1, filed.managementNo().digits())
                        .setParameter(2, filed.content().insuranceYear())
                        .setParameter(3, filed.id())
                        .executeUpdate()
                == 1;
    }

    private void write(PremiumReturn from, PremiumReturnEntity row) {
        ReturnRequest content = from.content();
        row.managementNo = content.managementNo().digits();
        row.insuranceYear = content.insuranceYear();
        row.clientReference = content.clientReference();
        row.content = json(content.masked());
        row.refundAccount = content.refundAccount() == null
                ? null
                : cipher.encrypt(json(content.refundAccount()), binding(from.id()));
        from.filed().ifPresent(documents -> {
            row.filedOn = documents.filedOn();
            row.calculation = documents.calculation();
            row.law = documents.law();
            row.trace = documents.trace();
        });
    }

    private ReturnRequest whole(PremiumReturnEntity row) {
        ReturnRequest content = read(row.content, ReturnRequest.class);
        return row.refundAccount == null
                ? content
                : content.with(
                        read(cipher.decrypt(row.refundAccount, binding(row.id)), ReturnFields.RefundAccount.class));
    }

    private static PremiumReturn read(PremiumReturnEntity row, ReturnRequest content) {
        return new PremiumReturn(
                row.id,
                row.memberId,
                row.state,
                row.version,
                content,
                Optional.ofNullable(row.filedOn)
                        .map(day -> new PremiumReturn.FiledDocuments(day, row.calculation, row.law, row.trace)));
    }

    private static String binding(UUID id) {
        return "premium_return:" + id;
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored return cannot be read", e);
        }
    }
}
