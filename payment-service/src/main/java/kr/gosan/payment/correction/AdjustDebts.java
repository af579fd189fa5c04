package kr.gosan.payment.correction;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import kr.gosan.payment.correction.plan.Adjustment;
import kr.gosan.payment.correction.plan.AdjustmentFaults;
import kr.gosan.payment.correction.plan.Plan;
import kr.gosan.payment.correction.plan.PlanAdjustment;
import kr.gosan.payment.correction.plan.Standing;
import kr.gosan.payment.correction.plan.Terms;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.refund.OpenRefunds;
import kr.gosan.payment.slip.DueDateExtensionStore;
import kr.gosan.payment.slip.FiledReturnStore;
import kr.gosan.payment.slip.ReplaceSlips;
import kr.gosan.platform.event.PoisonEvent;
import org.jboss.logging.Logger;

/** Lets slips and ledger follow a correction of a return, once. */
@Singleton
public class AdjustDebts {

    private static final Logger LOG = Logger.getLogger(AdjustDebts.class);

    private final AdjustmentStore adjustments;
    private final FiledReturnStore returns;
    private final DueDateExtensionStore extensions;
    private final Standings standings;
    private final CorrectionTerms law;
    private final ApplyPlan applyPlan;
    private final OpenRefunds refunds;

    AdjustDebts(
            AdjustmentStore adjustments,
            FiledReturnStore returns,
            DueDateExtensionStore extensions,
            Standings standings,
            CorrectionTerms law,
            ApplyPlan applyPlan,
            OpenRefunds refunds) {
        this.adjustments = adjustments;
        this.returns = returns;
        this.extensions = extensions;
        this.standings = standings;
        this.law = law;
        this.applyPlan = applyPlan;
        this.refunds = refunds;
    }

    /**
     * Throws {@link PoisonEvent} when the adjustment contradicts itself, its return or what was adjusted before. A return is told
     * before its corrections, under the same key; one that is not known here is a mistake.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void on(Adjustment it) {
        Optional<Adjustment> known = adjustments.find(it.adjustmentId());
        if (known.isPresent()) {
            if (!known.get().equals(it)) {
                throw new PoisonEvent("adjustment " + it.adjustmentId() + " was told before with other figures");
            }
            LOG.infof("adjustment %s was told again", it.adjustmentId());
            return;
        }
        FiledReturn filed = returns.find(it.returnId())
                .orElseThrow(() -> new PoisonEvent("adjustment " + it.adjustmentId() + " corrects return "
                        + it.returnId() + ", which is not known"));
        List<String> faults = AdjustmentFaults.of(it, filed, adjustments.ofReturn(it.returnId()));
        if (!faults.isEmpty()) {
            throw new PoisonEvent("adjustment " + it.adjustmentId() + " cannot be: " + String.join("; ", faults));
        }
        adjustments.add(it);
        DueDates dueDates = extensions.heldFor(it.managementNo());
        Terms terms = law.on(filed, it.decidedOn(), namesNoDay(it));
        List<Standing> all = standings.hold(it.managementNo(), dueDates);
        for (Adjustment.Part part : it.insurances()) {
            List<Standing> own = all.stream()
                    .filter(standing -> standing.debt().insurance() == part.insurance())
                    .toList();
            Plan plan = PlanAdjustment.of(it, part, filed, own, terms, dueDates);
            applyPlan.apply(
                    plan,
                    it.decidedOn(),
                    ReplaceSlips.Reason.REPLACED,
                    SlipReason.adjusted(it.adjustmentId(), it.correctionNo()));
            plan.postings()
                    .forEach(booked -> refunds.onCorrection(
                            booked, it.adjustmentId(), Optional.ofNullable(part.refundInterestFrom())));
        }
    }

    private static boolean namesNoDay(Adjustment it) {
        return it.insurances().stream()
                .filter(part -> part.dueDate() == null && !part.smallAmount())
                .flatMap(part -> part.lines().stream())
                .anyMatch(line ->
                        line.additionalDue().isPositive() || line.surcharge().isPositive());
    }
}
