package kr.gosan.coverage.insured;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gosan.coverage.code.LossReason;
import kr.gosan.coverage.code.Occupation;
import kr.gosan.coverage.filing.FilingEntity;
import kr.gosan.coverage.rule.InsuredHistory;
import kr.gosan.coverage.rule.InsuredPeriod;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;

/** Keeps and reads insured periods. */
@Singleton
class InsuredPeriodStore implements PanacheRepositoryBase<InsuredPeriodEntity, UUID> {

    private static final String WITH_REPORTS = "from InsuredPeriodEntity p join fetch p.person"
            + " join fetch p.acquisition left join fetch p.loss where ";

    private static final String REFERRED_TO = "(select f.id from FilingEntity f"
            + " where f.managementNo = :workplace and f.clientReference = :reference)";

    private final PersonStore persons;
    private final Workplaces workplaces;

    InsuredPeriodStore(PersonStore persons, Workplaces workplaces) {
        this.persons = persons;
        this.workplaces = workplaces;
    }

    /** What decisions about the person need. Lock the person first. */
    InsuredHistory historyOf(UUID personId) {
        return new InsuredHistory(list("person.id", personId).stream()
                .map(row -> new InsuredPeriod(
                        WorkplaceNumber.of(row.managementNo), row.acquiredOn, Optional.ofNullable(row.lossDate)))
                .toList());
    }

    /** Opens a period by a filing that is already kept. */
    void open(AcquisitionFiling filing) {
        InsuredPeriodEntity row = new InsuredPeriodEntity();
        row.id = filing.filingId();
        row.managementNo = filing.managementNo().digits();
        row.person = getEntityManager().getReference(PersonEntity.class, filing.personId());
        row.name = filing.name();
        row.acquiredOn = filing.acquiredOn();
        row.occupationCode = filing.occupationCode();
        row.monthlyRemuneration = filing.monthlyRemuneration().amount();
        row.weeklyHours = filing.weeklyHours();
        row.contractEndsOn = filing.contractEndsOn();
        row.unemploymentInsured = filing.unemploymentInsured();
        row.acquisition = getEntityManager().getReference(FilingEntity.class, filing.filingId());
        persist(row);
    }

    /** Closes the open period by a filing that is already kept. */
    void close(LossFiling filing) {
        InsuredPeriodEntity row = find(
                        "managementNo = ?1 and person.id = ?2 and lossDate is null",
                        filing.managementNo().digits(),
                        filing.personId())
                .singleResult();
        row.separationDate = filing.separationDate();
        row.lossDate = filing.lossDate();
        row.lossReasonCode = filing.lossReasonCode();
        row.lossReasonDetail = filing.lossReasonDetail();
        row.loss = getEntityManager().getReference(FilingEntity.class, filing.filingId());
    }

    Optional<InsuredPerson> person(WorkplaceNumber workplace, UUID personId) {
        return persons(workplace, List.of(personId)).stream().findFirst();
    }

    /**
     * Persons with a period at the workplace, in the order in which the first report about them came.
     *
     * @param after the person that the page before ended with; null for the first page
     * @param clientReference only persons with a report of that name; null for all
     */
    List<InsuredPerson> persons(WorkplaceNumber workplace, UUID after, String clientReference, int count) {
        String narrowed = (after == null ? "" : " and p.person.id > :after")
                + (clientReference == null
                        ? ""
                        : " and (p.acquisition.id in " + REFERRED_TO + " or p.loss.id in " + REFERRED_TO + ")");
        var query = getEntityManager()
                .createQuery(
                        "select distinct p.person.id from InsuredPeriodEntity p where p.managementNo = :workplace"
                                + narrowed + " order by p.person.id",
                        UUID.class)
                .setParameter("workplace", workplace.digits())
                .setMaxResults(count);
        if (after != null) {
            query.setParameter("after", after);
        }
        if (clientReference != null) {
            query.setParameter("reference", clientReference);
        }
        return persons(workplace, query.getResultList());
    }

    /** All periods of a person at all workplaces, in order of acquisition. */
    List<Employment> employments(UUID personId) {
        List<InsuredPeriodEntity> rows = list(WITH_REPORTS + "p.person.id = ?1 order by p.acquiredOn, p.id", personId);
        Map<String, String> names = rows.stream()
                .map(row -> row.managementNo)
                .distinct()
                .collect(Collectors.toMap(number -> number, this::workplaceName));
        return rows.stream()
                .map(row -> employment(row, names.get(row.managementNo)))
                .toList();
    }

    private List<InsuredPerson> persons(WorkplaceNumber workplace, Collection<UUID> personIds) {
        String workplaceName = workplaceName(workplace.digits());
        Map<UUID, List<InsuredPeriodEntity>> byPerson = list(
                        WITH_REPORTS + "p.managementNo = :workplace and p.person.id in :persons"
                                + " order by p.person.id, p.acquiredOn",
                        Parameters.with("workplace", workplace.digits()).and("persons", personIds))
                .stream()
                .collect(Collectors.groupingBy(row -> row.person.id, LinkedHashMap::new, Collectors.toList()));
        return byPerson.values().stream()
                .map(rows -> person(rows, workplaceName))
                .toList();
    }

    private InsuredPerson person(List<InsuredPeriodEntity> rows, String workplaceName) {
        InsuredPeriodEntity last = rows.getLast();
        return new InsuredPerson(
                last.person.id,
                last.name,
                persons.residentNumber(last.person),
                last.lossDate == null,
                rows.stream().map(row -> employment(row, workplaceName)).toList());
    }

    private static Employment employment(InsuredPeriodEntity row, String workplaceName) {
        return new Employment(
                WorkplaceNumber.of(row.managementNo),
                workplaceName,
                row.acquiredOn,
                Occupation.of(row.occupationCode).orElseThrow(),
                Won.of(row.monthlyRemuneration),
                row.weeklyHours,
                row.contractEndsOn,
                row.unemploymentInsured,
                row.acquisition.report(),
                row.separationDate,
                row.lossDate,
                row.lossReasonCode == null
                        ? null
                        : LossReason.of(row.lossReasonCode).orElseThrow(),
                row.lossReasonDetail,
                row.loss == null ? null : row.loss.report());
    }

    private String workplaceName(String number) {
        return workplaces
                .find(WorkplaceNumber.of(number))
                .map(KnownWorkplace::name)
                .orElseThrow();
    }
}
