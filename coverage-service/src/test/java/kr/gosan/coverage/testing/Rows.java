package kr.gosan.coverage.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Looks at the tables behind the service. */
@Singleton
public class Rows {

    private final EntityManager entities;

    public Rows(EntityManager entities) {
        this.entities = entities;
    }

    /** How many rows of any table tell of the workplace. */
    public long about(String managementNo) {
        return count("establishment", "management_no", managementNo)
                + count("workplace", "management_no", managementNo)
                + count("insured_period", "management_no", managementNo)
                + count("filing", "management_no", managementNo)
                + count("receipt", "management_no", managementNo)
                + count("audit", "management_no", managementNo)
                + count("outbox", "key", managementNo);
    }

    public long count(String table, String column, String value) {
        return ((Number) one("select count(*) from " + table + " where " + column + " = ?1", value)).longValue();
    }

    public Object one(String sql, Object... values) {
        return all(sql, values).getFirst();
    }

    public List<?> all(String sql, Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = entities.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.getResultList();
        });
    }
}
