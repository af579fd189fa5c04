package kr.gosan.premium.extension;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.premium.deadline.DueDay;
import kr.gosan.premium.deadline.Extension;

/** Keeps the extensions of due dates, and answers which last day they give a workplace. */
@Singleton
public class DeadlineExtensions {

    /** The most extensions one page of a list holds. */
    static final int PAGE = 50;

    private static final String SELECT =
            "select id, scope, cast(districts as text), cast(management_nos as text), due_from,"
                    + " due_to, extended_to, reason, legal_basis, stops_late_charge from deadline_extension ";

    private final EntityManager entities;
    private final ObjectMapper mapper;

    public DeadlineExtensions(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** The last day, by calendar and extensions, where the law names {@code statutory}. */
    public LocalDate extended(KnownWorkplace workplace, LocalDate statutory) {
        return lastDays(workplace).apply(statutory);
    }

    /** The same for several days of one workplace. */
    public UnaryOperator<LocalDate> lastDays(KnownWorkplace workplace) {
        List<Extension> extensions = of(workplace);
        return statutory -> DueDay.of(statutory, extensions).due();
    }

    /** Every extension that is for the workplace: the query finds those that may be, the rule decides. */
    public List<Extension> of(KnownWorkplace workplace) {
        return candidates(workplace).stream()
                .filter(extension -> extension.isFor(workplace.managementNo(), workplace.district()))
                .toList();
    }

    private List<Extension> candidates(KnownWorkplace workplace) {
        return read(entities.createNativeQuery(SELECT
                        + "where scope = 'ALL' or districts @> cast(?1 as jsonb) or management_nos @> cast(?2 as jsonb)"
                        + " order by id")
                .setParameter(1, json(workplace.district() == null ? List.of("") : List.of(workplace.district())))
                .setParameter(2, json(List.of(workplace.managementNo().digits()))));
    }

    UUID newId() {
        return (UUID) entities.createNativeQuery("select uuidv7()").getSingleResult();
    }

    /** @param application the application that was granted; empty where the office declared it by itself */
    void add(Extension extension, Optional<UUID> application, String declaredBy, Instant declaredAt) {
        entities.createNativeQuery(
                        "insert into deadline_extension (id, scope, districts, management_nos, due_from, due_to,"
                                + " extended_to, reason, legal_basis, stops_late_charge, application_id, declared_by, declared_at)"
                                + " values (?1, ?2, cast(?3 as jsonb), cast(?4 as jsonb), ?5, ?6, ?7, ?8, ?9, ?10,"
                                + " cast(?11 as uuid), ?12, ?13)")
                .setParameter(1, extension.id())
                .setParameter(2, extension.scope().name())
                .setParameter(3, json(extension.districts()))
                .setParameter(
                        4,
                        json(extension.managementNos().stream()
                                .map(WorkplaceNumber::digits)
                                .toList()))
                .setParameter(5, extension.from())
                .setParameter(6, extension.to())
                .setParameter(7, extension.extendedTo())
                .setParameter(8, extension.reason())
                .setParameter(9, extension.legalBasis())
                .setParameter(10, extension.stopsLateCharge())
                .setParameter(11, application.map(UUID::toString).orElse(null))
                .setParameter(12, declaredBy)
                .setParameter(13, declaredAt.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Newest first, one more than a page when there are more; those for single workplaces are left out. */
    List<Extension> declaredPublicly(UUID before) {
        return read(entities.createNativeQuery(SELECT
                        + "where scope <> 'WORKPLACES' and (cast(?1 as uuid) is null or id < cast(?1 as uuid))"
                        + " order by id desc limit " + (PAGE + 1))
                .setParameter(1, before == null ? null : before.toString()));
    }

    @SuppressWarnings("unchecked")
    private List<Extension> read(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Extension(
                        (UUID) row[0],
                        Extension.Scope.valueOf((String) row[1]),
                        texts((String) row[2]),
                        texts((String) row[3]).stream().map(WorkplaceNumber::of).toList(),
                        LocalDate.parse(row[4].toString()),
                        LocalDate.parse(row[5].toString()),
                        LocalDate.parse(row[6].toString()),
                        (String) row[7],
                        (String) row[8],
                        (Boolean) row[9]))
                .toList();
    }

    private List<String> texts(String json) {
        try {
            return mapper.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String json(List<String> texts) {
        try {
            return mapper.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
