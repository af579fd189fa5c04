package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;

/** Puts in line whoever divides money over what a workplace owes: each of them must see what the one before has settled. */
@Singleton
public class InsuranceLock {

    private final EntityManager entities;

    InsuranceLock(EntityManager entities) {
        this.entities = entities;
    }

    /** Held until the transaction ends; to be taken before any slip is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(WorkplaceNumber workplace, Insurance insurance) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "arrears\n" + workplace.digits() + "\n" + insurance)
                .getSingleResult();
    }

    /** Of both insurances, always in the same order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(WorkplaceNumber workplace) {
        Stream.of(Insurance.values()).forEach(insurance -> hold(workplace, insurance));
    }
}
