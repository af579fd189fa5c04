package kr.gosan.premium.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.crypto.FieldCipher;
import kr.gosan.premium.filing.ReturnFields;

/** Keeps applications. What is masked when shown is stored encrypted, bound to its row, and nowhere else. */
@Singleton
public class ApplicationStore {

    /** The most applications one page of a list holds. */
    static final int PAGE = 50;

    private static final String COLUMNS = "id, member_id, form, state, insurance_year, content, secret,"
            + " cast(filed_on as text), assessment, cast(closed_on as text), closed_by, reason";

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final FieldCipher cipher;

    public ApplicationStore(EntityManager entities, ObjectMapper mapper, FieldCipher cipher) {
        this.entities = entities;
        this.mapper = mapper;
        this.cipher = cipher;
    }

    /**
     * Which applications to list; every condition given must hold.
     *
     * @param workplaces at least one; empty for all there are
     */
    record Wanted(
            Optional<List<WorkplaceNumber>> workplaces,
            Form form,
            ApplicationState state,
            Integer insuranceYear,
            String clientReference,
            UUID before) {}

    UUID newId() {
        return (UUID) entities.createNativeQuery("select uuidv7()").getSingleResult();
    }

    /** Adds a new application; false when another of the same form and year is still undecided. */
    boolean add(Application filed) {
        ApplicationRequest masked = filed.content().masked();
        return entities.createNativeQuery("insert into application (id, management_no, insurance_year, form,"
                                + " client_reference, member_id, state, content, secret, filed_on, assessment)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
                                + " on conflict (management_no, insurance_year, form) where state = 'FILED' do nothing")
                        .setParameter(1, filed.id())
                        .setParameter(2, filed.managementNo().digits())
                        .setParameter(3, filed.insuranceYear())
                        .setParameter(4, filed.form().name())
                        .setParameter(5, filed.content().clientReference())
                        .setParameter(6, filed.memberId())
                        .setParameter(7, filed.state().name())
                        .setParameter(8, json(masked))
                        .setParameter(9, cipher.encrypt(json(filed.content()), binding(filed.id())))
                        .setParameter(10, filed.filedOn())
                        .setParameter(11, json(filed.assessment()))
                        .executeUpdate()
                == 1;
    }

    /** Writes how it ended; of what was applied for nothing changes. */
    void close(Application closed) {
        Application.Closing how = closed.closing().orElseThrow();
        entities.createNativeQuery("update application set state = ?2, closed_on = ?3, closed_by = ?4,"
                        + " reason = cast(?5 as text), assessment = ?6 where id = ?1")
                .setParameter(1, closed.id())
                .setParameter(2, closed.state().name())
                .setParameter(3, how.on())
                .setParameter(4, how.by())
                .setParameter(5, how.reason().orElse(null))
                .setParameter(6, json(closed.assessment()))
                .executeUpdate();
    }

    /** To be shown: masked. */
    Optional<Application> find(UUID id) {
        return rows("where id = ?1", id).stream().findFirst().map(row -> read(row, false));
    }

    /** To be decided: whole, and nobody else may decide it until this transaction ends. */
    Optional<Application> lock(UUID id) {
        return rows("where id = ?1 for update", id).stream().findFirst().map(row -> read(row, true));
    }

    /** Whether an application of the form and year was approved already. */
    boolean isApproved(WorkplaceNumber workplace, Form form, int insuranceYear) {
        return !rows(
                        "where management_no = ?1 and form = ?2 and insurance_year = ?3 and state = 'APPROVED'",
                        workplace.digits(),
                        form.name(),
                        insuranceYear)
                .isEmpty();
    }

    /** Whether the latest approved wish about automatic debit of the year, by account or card, was to begin. */
    boolean isDebited(WorkplaceNumber workplace, int insuranceYear) {
        return rows(
                        "where management_no = ?1 and insurance_year = ?2 and form in (?3, ?4) and state = 'APPROVED'"
                                + " order by id desc limit 1",
                        workplace.digits(),
                        insuranceYear,
                        Form.DEBIT_ACCOUNT.name(),
                        Form.DEBIT_CARD.name())
                .stream()
                .map(row -> read(row, false).content().content())
                .anyMatch(content -> switch (content) {
                    case ApplicationFields.DebitAccount it -> it.wish() == ApplicationFields.Wish.START;
                    case ApplicationFields.DebitCard it -> it.wish() == ApplicationFields.Wish.START;
                    default -> false;
                });
    }

    /** The account overpaid premiums go to: that of the latest approved application; whole. */
    public Optional<ReturnFields.RefundAccount> refundAccount(WorkplaceNumber workplace) {
        return rows(
                        "where management_no = ?1 and form = ?2 and state = 'APPROVED' order by id desc limit 1",
                        workplace.digits(),
                        Form.REFUND_ACCOUNT.name())
                .stream()
                .findFirst()
                .map(row -> read(row, true).content().refundTo().account());
    }

    /** Newest first, one more than a page when there are more. */
    List<Application> list(Wanted wanted) {
        StringBuilder conditions = new StringBuilder("where true");
        List<Object> values = new ArrayList<>();
        wanted.workplaces()
                .ifPresent(numbers -> and(
                        conditions,
                        values,
                        "management_no = any(string_to_array(?, ','))",
                        String.join(
                                ",",
                                numbers.stream().map(WorkplaceNumber::digits).toList())));
        and(
                conditions,
                values,
                "form = ?",
                wanted.form() == null ? null : wanted.form().name());
        and(
                conditions,
                values,
                "state = ?",
                wanted.state() == null ? null : wanted.state().name());
        and(conditions, values, "insurance_year = ?", wanted.insuranceYear());
        and(conditions, values, "client_reference = ?", wanted.clientReference());
        and(conditions, values, "id < ?", wanted.before());
        conditions.append(" order by id desc limit ").append(PAGE + 1);
        return rows(conditions.toString(), values.toArray()).stream()
                .map(row -> read(row, false))
                .toList();
    }

    private static void and(StringBuilder conditions, List<Object> values, String condition, Object value) {
        if (value != null) {
            values.add(value);
            conditions.append(" and ").append(condition.replace("?", "?" + values.size()));
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String condition, Object... values) {
        Query query = entities.createNativeQuery("select " + COLUMNS + " from application " + condition);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getResultList();
    }

    private Application read(Object[] row, boolean whole) {
        UUID id = (UUID) row[0];
        String content = whole ? cipher.decrypt((byte[]) row[6], binding(id)) : (String) row[5];
        return new Application(
                id,
                (String) row[1],
                Form.valueOf((String) row[2]),
                ApplicationState.valueOf((String) row[3]),
                ((Number) row[4]).intValue(),
                read(content, ApplicationRequest.class),
                LocalDate.parse((String) row[7]),
                read((String) row[8], StoredAssessment.class),
                Optional.ofNullable((String) row[9])
                        .map(day -> new Application.Closing(
                                LocalDate.parse(day), (String) row[10], Optional.ofNullable((String) row[11]))));
    }

    private static String binding(UUID id) {
        return "application:" + id;
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
            throw new IllegalStateException("a stored application cannot be read", e);
        }
    }
}
