package kr.gosan.platform.workplace;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.event.CloudEvent;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;

/**
 * The workplaces this service knows, and who may act for them. Built from coverage-service's events; there, written with
 * the filing itself. Whoever established a workplace may act for it, and so may the agency it has mandated; no other
 * member may. Each event may be applied twice, and in any order with the others.
 */
@Singleton
public class Workplaces {

    public static final String ESTABLISHED = "kr.gosan.coverage.workplace-established.v1";
    public static final String EXTINGUISHED = "kr.gosan.coverage.workplace-extinguished.v1";
    public static final String MANDATE_GIVEN = "kr.gosan.coverage.mandate-given.v1";
    public static final String MANDATE_ENDED = "kr.gosan.coverage.mandate-ended.v1";
    public static final String SANDBOX_CLOCK_SET = "kr.gosan.coverage.sandbox-clock-set.v1";

    private static final String KNOWN = """
            select w.management_no, w.business_number, w.kind, w.name, w.employer_kind, w.employee_scale,
                   cast(w.established_on as text), w.owner_member_id, cast(w.works_end_on as text),
                   cast(x.extinct_on as text), w.district, m.agency_member_id
              from workplace w
              left join workplace_extinction x on x.management_no = w.management_no
              left join lateral (select agency_member_id from workplace_mandate
                                  where management_no = w.management_no and given_from is not null and ended_on is null
                                  order by given_from desc, mandate_id desc limit 1) m on true
             where\s""";

    private final EntityManager entities;
    private final ObjectMapper mapper;

    private final TransactionSynchronizationRegistry transaction;

    public Workplaces(EntityManager entities, ObjectMapper mapper, TransactionSynchronizationRegistry transaction) {
        this.entities = entities;
        this.mapper = mapper;
        this.transaction = transaction;
    }

    /** Under which a transaction remembers the day of a workplace. */
    private record DayOf(WorkplaceNumber workplace) {}

    /** Data of {@link #EXTINGUISHED}. @param extinctOn first day without the insurance relation */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Extinction(WorkplaceNumber managementNo, LocalDate extinctOn, String reason) {
        public Extinction {
            Objects.requireNonNull(managementNo);
            Objects.requireNonNull(extinctOn);
        }
    }

    /**
     * Data of {@link #MANDATE_GIVEN}.
     *
     * @param mandateId tells this mandate from an earlier one of the same agency
     * @param from first day of the mandate
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MandateGiven(
            UUID mandateId, WorkplaceNumber managementNo, String agencyMemberId, String agencyName, LocalDate from) {
        public MandateGiven {
            Objects.requireNonNull(mandateId);
            Objects.requireNonNull(managementNo);
            Objects.requireNonNull(agencyMemberId);
            Objects.requireNonNull(from);
        }
    }

    /** Data of {@link #MANDATE_ENDED}. @param on first day without the mandate */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MandateEnded(UUID mandateId, WorkplaceNumber managementNo, String agencyMemberId, LocalDate on) {
        public MandateEnded {
            Objects.requireNonNull(mandateId);
            Objects.requireNonNull(managementNo);
            Objects.requireNonNull(agencyMemberId);
            Objects.requireNonNull(on);
        }
    }

    /** Data of {@link #SANDBOX_CLOCK_SET}: the date it is for a sandbox workplace; null is the real one. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SandboxClock(WorkplaceNumber managementNo, LocalDate today) {}

    /** Takes over what coverage-service tells; other events are none of its business. */
    public void apply(CloudEvent event) {
        switch (event.type()) {
            case ESTABLISHED -> put(event.data(mapper, KnownWorkplace.class));
            case EXTINGUISHED -> extinguish(event.data(mapper, Extinction.class));
            case MANDATE_GIVEN -> mandate(event.data(mapper, MandateGiven.class));
            case MANDATE_ENDED -> endMandate(event.data(mapper, MandateEnded.class));
            case SANDBOX_CLOCK_SET -> setClock(event.data(mapper, SandboxClock.class));
            default -> {}
        }
    }

    /** Keeps what the establishment tells. Extinction and mandate are kept by their own events. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(KnownWorkplace workplace) {
        write(
                "insert into workplace (management_no, business_number, kind, name, employer_kind, employee_scale,"
                        + " established_on, owner_member_id, works_end_on, district)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as date), cast(?10 as text))"
                        + " on conflict (management_no) do update set name = excluded.name, kind = excluded.kind,"
                        + " employer_kind = excluded.employer_kind, employee_scale = excluded.employee_scale,"
                        + " established_on = excluded.established_on, owner_member_id = excluded.owner_member_id,"
                        + " works_end_on = excluded.works_end_on, district = excluded.district",
                workplace.managementNo().digits(),
                workplace.businessNumber().digits(),
                workplace.kind().name(),
                workplace.name(),
                workplace.employerKind().name(),
                workplace.employeeScale().name(),
                workplace.establishedOn(),
                workplace.ownerMemberId(),
                text(workplace.worksEndOn()),
                workplace.district());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void extinguish(Extinction extinction) {
        write(
                "insert into workplace_extinction (management_no, extinct_on) values (?1, ?2)"
                        + " on conflict (management_no) do update set extinct_on = excluded.extinct_on",
                extinction.managementNo().digits(),
                extinction.extinctOn());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void mandate(MandateGiven given) {
        write(
                "insert into workplace_mandate (mandate_id, management_no, agency_member_id, given_from)"
                        + " values (?1, ?2, ?3, ?4)"
                        + " on conflict (mandate_id) do update set given_from = excluded.given_from",
                given.mandateId(),
                given.managementNo().digits(),
                given.agencyMemberId(),
                given.from());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void endMandate(MandateEnded ended) {
        write(
                "insert into workplace_mandate (mandate_id, management_no, agency_member_id, ended_on)"
                        + " values (?1, ?2, ?3, ?4)"
                        + " on conflict (mandate_id) do update set ended_on = excluded.ended_on",
                ended.mandateId(),
                ended.managementNo().digits(),
                ended.agencyMemberId(),
                ended.on());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void setClock(SandboxClock clock) {
        write(
                "update workplace set sandbox_today = cast(?2 as date) where management_no = ?1",
                clock.managementNo().digits(),
                text(clock.today()));
        transaction.putResource(new DayOf(clock.managementNo()), null);
    }

    /** The workplace, whoever asks: for operators, and for rules that have asked who may act before. */
    public Optional<KnownWorkplace> find(WorkplaceNumber number) {
        return query("w.management_no = ?1", number.digits()).stream().findFirst();
    }

    /** The workplace when the member may act for it: its employer, or the agency that holds its mandate. */
    public Optional<KnownWorkplace> grantedTo(String memberId, WorkplaceNumber number) {
        return find(number).filter(workplace -> workplace.isGrantedTo(memberId));
    }

    /** The workplace when the caller may act for it: as a member it is granted to, or as an operator. */
    public Optional<KnownWorkplace> openTo(Caller caller, WorkplaceNumber number) {
        return MemberType.OPERATOR.equals(caller.memberType()) ? find(number) : grantedTo(caller.memberId(), number);
    }

    /** All workplaces the member may act for, by number. */
    public List<KnownWorkplace> grantedTo(String memberId) {
        return grantedTo(memberId, null, Integer.MAX_VALUE);
    }

    /**
     * A page of the workplaces the member may act for, by number: an agency may have thousands.
     *
     * @param after the last number of the page before; null for the first page
     */
    public List<KnownWorkplace> grantedTo(String memberId, WorkplaceNumber after, int count) {
        return query(
                "w.management_no in (select management_no from workplace where owner_member_id = ?1 union"
                        + " select management_no from workplace_mandate where agency_member_id = ?1 and ended_on is null)"
                        + " and (w.owner_member_id = ?1 or m.agency_member_id = ?1)"
                        + " and w.management_no > ?2 order by w.management_no limit ?3",
                memberId,
                after == null ? "" : after.digits(),
                count);
    }

    /** The day a sandbox workplace lives on. It is one day for all of a transaction, and asked of the database once. */
    @SuppressWarnings("unchecked")
    Optional<LocalDate> sandboxToday(WorkplaceNumber number) {
        if (transaction.getTransactionKey() == null) {
            return readSandboxToday(number);
        }
        DayOf key = new DayOf(number);
        Optional<LocalDate> known = (Optional<LocalDate>) transaction.getResource(key);
        if (known == null) {
            known = readSandboxToday(number);
            transaction.putResource(key, known);
        }
        return known;
    }

    private Optional<LocalDate> readSandboxToday(WorkplaceNumber number) {
        @SuppressWarnings("unchecked")
        List<Object> rows = entities.createNativeQuery(
                        "select cast(sandbox_today as text) from workplace where management_no = ?1 and sandbox_today is not null")
                .setParameter(1, number.digits())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream().findFirst().map(text -> LocalDate.parse((String) text));
    }

    private void write(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<KnownWorkplace> query(String condition, Object... values) {
        Query query = entities.createNativeQuery(KNOWN + condition);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new KnownWorkplace(
                        WorkplaceNumber.of((String) row[0]),
                        BusinessNumber.of((String) row[1]),
                        WorkplaceKind.valueOf((String) row[2]),
                        (String) row[3],
                        EmployerKind.valueOf((String) row[4]),
                        EmployeeScale.valueOf((String) row[5]),
                        date(row[6]),
                        (String) row[7],
                        date(row[8]),
                        date(row[9]),
                        (String) row[10],
                        (String) row[11]))
                .toList();
    }

    private static LocalDate date(Object text) {
        return text == null ? null : LocalDate.parse((String) text);
    }

    private static String text(LocalDate date) {
        return date == null ? null : date.toString();
    }
}
