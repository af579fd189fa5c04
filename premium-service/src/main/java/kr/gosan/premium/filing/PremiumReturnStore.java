package kr.gosan.premium.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.crypto.FieldCipher;

/** Keeps premium returns. The number of a refund account is stored encrypted, bound to its row, and nowhere else. */
@Singleton
public class PremiumReturnStore {

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final FieldCipher cipher;

    public PremiumReturnStore(EntityManager entities, ObjectMapper mapper, FieldCipher cipher) {
        this.entities = entities;
        this.mapper = mapper;
        this.cipher = cipher;
    }

    /** A new id; later ones are larger, so ids are also the order of a list. */
    public UUID newId() {
        return (UUID) entities.createNativeQuery("select uuidv7()").getSingleResult();
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

    /** The filed return of a workplace and year. */
    Optional<PremiumReturn> filedFor(WorkplaceNumber workplace, int insuranceYear) {
        return filedId(workplace, insuranceYear).flatMap(this::find);
    }

    Optional<UUID> filedId(WorkplaceNumber workplace, int insuranceYear) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = entities.createNativeQuery(
                        "select return_id from filed_year where management_no = ?1 and insurance_year = ?2")
                .setParameter(1, workplace.digits())
                .setParameter(2, insuranceYear)
                .getResultList();
        return ids.stream().findFirst();
    }

    /** Only a draft; the database keeps what is filed. */
    void delete(PremiumReturn draft) {
        entities.remove(entities.find(PremiumReturnEntity.class, draft.id()));
        entities.flush();
    }

    void put(PremiumReturn changed) {
        PremiumReturnEntity row = entities.find(PremiumReturnEntity.class, changed.id());
        if (row == null) {
            add(changed);
            return;
        }
        if (row.filedOn == null) {
            write(changed, row);
        }
        row.state = changed.state();
        row.version = changed.version();
        entities.flush();
    }

    /** Puts one that was never kept, without asking for it first. */
    void add(PremiumReturn unkept) {
        PremiumReturnEntity row = new PremiumReturnEntity();
        row.id = unkept.id();
        row.memberId = unkept.memberId();
        write(unkept, row);
        row.state = unkept.state();
        row.version = unkept.version();
        entities.persist(row);
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
