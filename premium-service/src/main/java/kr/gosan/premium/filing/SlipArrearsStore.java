package kr.gosan.premium.filing;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;

/** What was told of the arrears of slips; a cause counts once. */
@Singleton
class SlipArrearsStore {

    private final EntityManager entities;

    SlipArrearsStore(EntityManager entities) {
        this.entities = entities;
    }

    void add(SlipKey key, WorkplaceNumber workplace, String causeId, SlipArrears.Movement movement) {
        entities.createNativeQuery("""
                        insert into slip_arrears (origin_id, insurance, period, management_no, cause_id, kind, item, fund,
                                                  amount, of_estimate, moved_on)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) on conflict do nothing""")
                .setParameter(1, key.originId())
                .setParameter(2, key.insurance().name())
                .setParameter(3, key.period())
                .setParameter(4, workplace.digits())
                .setParameter(5, causeId)
                .setParameter(6, movement.kind().name())
                .setParameter(7, movement.item().name())
                .setParameter(8, movement.fund().name())
                .setParameter(9, movement.amount().amount())
                .setParameter(10, movement.ofEstimate().amount())
                .setParameter(11, movement.on())
                .executeUpdate();
    }

    /** Of the slips of a return; those that nothing was told of are missing. */
    @SuppressWarnings("unchecked")
    Map<SlipKey, SlipArrears> of(UUID returnId) {
        List<Object[]> rows =
                entities.createNativeQuery("""
                        select a.origin_id, a.insurance, a.period, a.kind, a.item, a.fund, a.amount, a.of_estimate,
                               cast(a.moved_on as text)
                          from slip_arrears a join slip s using (origin_id, insurance, period)
                         where s.return_id = ?1 order by a.no""").setParameter(1, returnId).getResultList();
        Map<SlipKey, List<SlipArrears.Movement>> told = new HashMap<>();
        for (Object[] row : rows) {
            SlipKey key = new SlipKey((UUID) row[0], Insurance.valueOf((String) row[1]), ((Number) row[2]).intValue());
            told.computeIfAbsent(key, first -> new ArrayList<>())
                    .add(new SlipArrears.Movement(
                            SlipArrears.Kind.valueOf((String) row[3]),
                            SlipArrears.Item.valueOf((String) row[4]),
                            Fund.valueOf((String) row[5]),
                            Won.of(((Number) row[6]).longValue()),
                            Won.of(((Number) row[7]).longValue()),
                            LocalDate.parse((String) row[8])));
        }
        Map<SlipKey, SlipArrears> found = new HashMap<>();
        told.forEach((key, movements) -> found.put(key, SlipArrears.of(movements)));
        return found;
    }
}
