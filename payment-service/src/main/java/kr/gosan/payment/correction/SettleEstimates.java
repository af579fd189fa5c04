package kr.gosan.payment.correction;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import kr.gosan.payment.correction.plan.SettleEstimate;
import kr.gosan.payment.correction.plan.Standing;
import kr.gosan.payment.correction.plan.Terms;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.refund.OpenRefunds;
import kr.gosan.payment.slip.FiledReturnStore;
import kr.gosan.payment.slip.ReplaceSlips;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/** When a return confirms a year, what of that year's estimate was not paid is owed no further than the law says. */
@Singleton
public class SettleEstimates {

    private final FiledReturnStore returns;
    private final Standings standings;
    private final CorrectionTerms law;
    private final ApplyPlan applyPlan;
    private final OpenRefunds refunds;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    SettleEstimates(
            FiledReturnStore returns,
            Standings standings,
            CorrectionTerms law,
            ApplyPlan applyPlan,
            OpenRefunds refunds,
            Outbox outbox,
            WorkplaceClock clock) {
        this.returns = returns;
        this.standings = standings;
        this.law = law;
        this.applyPlan = applyPlan;
        this.refunds = refunds;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param confirming the return that was just filed */
    @Transactional(Transactional.TxType.MANDATORY)
    public void by(FiledReturn confirming, DueDates dueDates) {
        List<FiledReturn> estimating = returns.ofWorkplace(confirming.managementNo()).stream()
                .filter(filed -> filed.insuranceYear() == confirming.insuranceYear() - 1)
                .toList();
        if (estimating.isEmpty()) {
            return;
        }
        List<Standing> all = standings.hold(confirming.managementNo(), dueDates);
        for (FiledReturn filed : estimating) {
            Terms terms = law.on(filed, confirming.filedOn(), false);
            confirming.insurances().forEach(insurance -> settle(filed, confirming, insurance, all, terms));
        }
    }

    private void settle(
            FiledReturn filed, FiledReturn confirming, FiledInsurance insurance, List<Standing> all, Terms terms) {
        List<Standing> estimating = all.stream()
                .filter(standing -> filed.returnId().equals(standing.debt().returnId())
                        && standing.debt().insurance() == insurance.insurance())
                .toList();
        SettleEstimate.Settled settled =
                SettleEstimate.of(insurance, confirming.returnId(), estimating, confirming.filedOn(), terms);
        if (settled.lines().isEmpty()) {
            return;
        }
        applyPlan.apply(
                settled.plan(),
                confirming.filedOn(),
                ReplaceSlips.Reason.SETTLED,
                SlipReason.of(SlipState.Cause.ESTIMATE_SETTLED, confirming.returnId()));
        settled.plan().postings().forEach(booked -> refunds.onReturn(booked, confirming.returnId()));
        outbox.publish(
                EstimateSettled.TYPE,
                confirming.managementNo().digits(),
                clock.now(confirming.managementNo()),
                EstimateSettled.of(filed, confirming, insurance.insurance(), settled.lines()));
    }
}
