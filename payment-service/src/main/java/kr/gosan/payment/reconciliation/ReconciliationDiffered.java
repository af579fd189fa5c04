package kr.gosan.payment.reconciliation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.reconciliation.ReconciliationStore.Reconciliation;
import kr.gosan.payment.reconciliation.rules.Difference;

/**
 * Data of the event {@code kr.gosan.payment.reconciliation-differed.v1}: an institution's file of a day and our books differ.
 *
 * @param lines movements in the file
 * @param total their amounts, reversals and transfers too
 * @param kinds how often each kind of difference was found
 */
record ReconciliationDiffered(
        UUID reconciliationId,
        Institution institution,
        LocalDate day,
        int lines,
        Won total,
        int differences,
        Map<Difference.Kind, Integer> kinds) {

    static final String TYPE = "kr.gosan.payment.reconciliation-differed.v1";

    static ReconciliationDiffered of(Reconciliation made, List<Difference> differences) {
        Map<Difference.Kind, Integer> kinds = new EnumMap<>(Difference.Kind.class);
        differences.forEach(difference -> kinds.merge(difference.kind(), 1, Integer::sum));
        return new ReconciliationDiffered(
                made.reconciliationId(),
                made.institution(),
                made.day(),
                made.lines(),
                made.total(),
                made.differences(),
                kinds);
    }
}
