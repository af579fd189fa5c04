package kr.gosan.platform.workplace;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.event.CloudEvent;

/**
 * The workplaces this service knows, and who may act for them. Built from coverage-service's events; there, written with
 * the filing itself. Whoever established a workplace may act for it; anybody else may not.
 */
@Singleton
public class Workplaces {

    public static final String ESTABLISHED = "kr.gosan.coverage.workplace-established.v1";
    public static final String SANDBOX_CLOCK_SET = "kr.gosan.coverage.sandbox-clock-set.v1";

    private static final String COLUMNS =
            "management_no, business_number, kind, name, employer_kind, employee_scale, established_on, owner_member_id";

    private final EntityManager entities;
    private final ObjectMapper mapper;

    public Workplaces(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** Data of {@link #SANDBOX_CLOCK_SET}: the date it is for a sandbox workplace; null is the real one. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SandboxClock(WorkplaceNumber managementNo, LocalDate today) {}

    /** Takes over what coverage-service tells; other events are none of its business. */
    public void apply(CloudEvent event) {
        switch (event.type()) {
            case ESTABLISHED -> put(event.data(mapper, KnownWorkplace.class));
            case SANDBOX_CLOCK_SET -> setClock(event.data(mapper, SandboxClock.class));
            default -> {}
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void put(KnownWorkplace workplace) {
        entities.createNativeQuery("insert into workplace (" + COLUMNS + ") values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                        + " on conflict (management_no) do update set name = excluded.name, kind = excluded.kind,"
                        + " employer_kind = excluded.employer_kind, employee_scale = excluded.employee_scale,"
                        + " established_on = excluded.established_on, owner_member_id = excluded.owner_member_id")
                .setParameter(1, workplace.managementNo().digits())
                .setParameter(2, workplace.businessNumber().digits())
                .setParameter(3, workplace.kind().name())
                .setParameter(4, workplace.name())
                .setParameter(5, workplace.employerKind().name())
                .setParameter(6, workplace.employeeScale().name())
                .setParameter(7, workplace.establishedOn())
                .setParameter(8, workplace.ownerMemberId())
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void setClock(SandboxClock clock) {
        entities.createNativeQuery("update workplace set sandbox_today = cast(?2 as date) where management_no = ?1")
                .setParameter(1, clock.managementNo().digits())
                .setParameter(2, clock.today() == null ? null : clock.today().toString())
                .executeUpdate();
    }

    public Optional<KnownWorkplace> find(WorkplaceNumber number) {
        return query("management_no = ?1", number.digits()).stream().findFirst();
    }

    /** The workplace when the member may act for it. */
    public Optional<KnownWorkplace> grantedTo(String memberId, WorkplaceNumber number) {
        return find(number).filter(workplace -> workplace.ownerMemberId().equals(memberId));
    }

    /** All workplaces the member may act for, by number. */
    public List<KnownWorkplace> grantedTo(String memberId) {
        return query("owner_member_id = ?1 order by management_no", memberId);
    }

    Optional<LocalDate> sandboxToday(WorkplaceNumber number) {
        @SuppressWarnings("unchecked")
        List<Object> rows = entities.createNativeQuery(
                        "select cast(sandbox_today as text) from workplace where management_no = ?1 and sandbox_today is not null")
                .setParameter(1, number.digits())
                .getResultList();
        return rows.stream().findFirst().map(text -> LocalDate.parse((String) text));
    }

    @SuppressWarnings("unchecked")
    private List<KnownWorkplace> query(String condition, String value) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select " + COLUMNS.replace("established_on", "cast(established_on as text)")
                                + " from workplace where " + condition)
                .setParameter(1, value)
                .getResultList();
        return rows.stream()
                .map(row -> new KnownWorkplace(
                        WorkplaceNumber.of((String) row[0]),
                        BusinessNumber.of((String) row[1]),
                        WorkplaceKind.valueOf((String) row[2]),
                        (String) row[3],
                        EmployerKind.valueOf((String) row[4]),
                        EmployeeScale.valueOf((String) row[5]),
                        LocalDate.parse((String) row[6]),
                        (String) row[7]))
                .toList();
    }
}
