package kr.gosan.premium.settlementaudit;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;

/** Keeps the figures that came from outside: one row a workplace, year and source; a later import replaces it. */
@Singleton
class ExternalFigureStore {

    private final EntityManager entities;

    ExternalFigureStore(EntityManager entities) {
        this.entities = entities;
    }

    void put(ExternalFigure row, String memberId) {
        entities.createNativeQuery("insert into external_figure (management_no, insurance_year, source, direct_pay,"
                        + " outsourcing, works_amount, contract_amount, member_id) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                        + " on conflict (insurance_year, source, management_no) do update set"
                        + " direct_pay = excluded.direct_pay, outsourcing = excluded.outsourcing,"
                        + " works_amount = excluded.works_amount, contract_amount = excluded.contract_amount,"
                        + " member_id = excluded.member_id, imported_at = now()")
                .setParameter(1, row.managementNo().digits())
                .setParameter(2, row.insuranceYear())
                .setParameter(3, row.source().name())
                .setParameter(4, amount(row.directPay()))
                .setParameter(5, amount(row.outsourcing()))
                .setParameter(6, amount(row.worksAmount()))
                .setParameter(7, amount(row.contractAmount()))
                .setParameter(8, memberId)
                .executeUpdate();
    }

    /** A page in the order of workplace numbers. */
    List<ExternalFigure> page(int insuranceYear, ExternalFigure.Source source, String after, int size) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "select management_no, direct_pay, outsourcing, works_amount, contract_amount"
                                + " from external_figure where insurance_year = ?1 and source = ?2 and management_no > ?3"
                                + " order by management_no limit ?4")
                .setParameter(1, insuranceYear)
                .setParameter(2, source.name())
                .setParameter(3, after)
                .setParameter(4, size)
                .getResultList();
        return rows.stream().map(row -> read(row, insuranceYear, source)).toList();
    }

    /** The rows of all workplaces of the same business number, this one's among them. */
    List<ExternalFigure> ofBusiness(ExternalFigure it) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "select management_no, direct_pay, outsourcing, works_amount, contract_amount"
                                + " from external_figure where insurance_year = ?1 and source = ?2 and (management_no = ?3"
                                + " or management_no in (select other.management_no from workplace own join workplace other"
                                + " on other.business_number = own.business_number where own.management_no = ?3))"
                                + " order by management_no")
                .setParameter(1, it.insuranceYear())
                .setParameter(2, it.source().name())
                .setParameter(3, it.managementNo().digits())
                .getResultList();
        return rows.stream()
                .map(row -> read(row, it.insuranceYear(), it.source()))
                .toList();
    }

    private static ExternalFigure read(Object[] row, int insuranceYear, ExternalFigure.Source source) {
        return new ExternalFigure(
                WorkplaceNumber.of((String) row[0]),
                insuranceYear,
                source,
                won(row[1]),
                won(row[2]),
                won(row[3]),
                won(row[4]));
    }

    private static long amount(Won won) {
        return won == null ? 0 : won.amount();
    }

    private static Won won(Object number) {
        return Won.of(((Number) number).longValue());
    }
}
