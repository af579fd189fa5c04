package kr.gosan.payment.refund;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Who decided what a refund follows from: a correction, suspended money that was paid too much, a charge taken back. */
@Singleton
class RefundDeciders {

    private static final String DECIDERS = "select data ->> 'decidedBy' from adjustment where adjustment_id = ?1"
            + " union select decided_by from suspense_resolution where resolution_id = ?1"
            + " union select member_id from charge_cancellation where charge_id = ?1";

    private final EntityManager entities;

    RefundDeciders(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty where nobody decided: a return found it. */
    @SuppressWarnings("unchecked")
    Set<String> of(Refund refund) {
        return ((List<String>) entities.createNativeQuery(DECIDERS, String.class)
                        .setParameter(1, refund.causeId())
                        .getResultList())
                .stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
