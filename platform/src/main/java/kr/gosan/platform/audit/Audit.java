package kr.gosan.platform.audit;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.correlation.Correlation;

/** Who did what to which workplace: a row in the transaction of the deed. */
@Singleton
public class Audit {

    private final EntityManager entities;

    public Audit(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param workplace null when no workplace is concerned
     * @param subjectId the filing, payment or person concerned, by id; never a personal number
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String memberId, String action, WorkplaceNumber workplace, String subjectId) {
        entities.createNativeQuery("insert into audit (member_id, action, management_no, subject_id, correlation_id)"
                        + " values (?1, ?2, cast(?3 as text), ?4, ?5)")
                .setParameter(1, memberId)
                .setParameter(2, action)
                .setParameter(3, workplace == null ? null : workplace.digits())
                .setParameter(4, subjectId)
                .setParameter(5, Correlation.current())
                // It depends on no other row: what waits to be written is written with the commit, together.
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
    }
}
