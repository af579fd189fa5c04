package kr.gosan.payment.charge;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.payment.arrears.InsuranceLock;
import kr.gosan.payment.charge.rules.BenefitRecovery;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/** Assesses a benefit recovery (보험료징수법 §26), issues its slip, and takes it back again. */
@Singleton
public class AssessBenefitRecovery {

    private static final String DAYS = "benefit-recovery.notice-days";

    private final ChargeStore charges;
    private final PremiumsDue premiumsDue;
    private final DemandCharge demandCharge;
    private final InsuranceLock lock;
    private final LawBook book;
    private final Workplaces workplaces;
    private final WorkplaceClock clock;

    AssessBenefitRecovery(
            ChargeStore charges,
            PremiumsDue premiumsDue,
            DemandCharge demandCharge,
            InsuranceLock lock,
            LawBook book,
            Workplaces workplaces,
            WorkplaceClock clock) {
        this.charges = charges;
        this.premiumsDue = premiumsDue;
        this.demandCharge = demandCharge;
        this.lock = lock;
        this.book = book;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ChargeOutcome assess(String operator, RecoveryRequest request) {
        WorkplaceNumber workplace = request.managementNo();
        if (workplaces.find(workplace).isEmpty()) {
            return new ChargeOutcome.UnknownWorkplace();
        }
        if (request.isAheadOf(clock.today(workplace))) {
            return new ChargeOutcome.DatedAhead();
        }
        lock.hold(workplace, Insurance.IA);
        List<String> before = charges.recovered(
                workplace,
                request.benefits().stream()
                        .map(RecoveryRequest.BenefitPaid::benefitNo)
                        .toList());
        if (!before.isEmpty()) {
            return new ChargeOutcome.RecoveredBefore(before);
        }
        BenefitRecovery.Facts facts = new BenefitRecovery.Facts(
                request.accidentOn(),
                request.treatment(),
                request.counted(),
                request.neglect(),
                premiumsDue.on(workplace, request.accidentOn()),
                charges.assessedFor(workplace, request.accidentNo()));
        return switch (BenefitRecovery.of(facts, book)) {
            case BenefitRecovery.Answer.Unknown(List<LookUp.Refused> refusals) ->
                new ChargeOutcome.LawUnknown(refusals);
            case BenefitRecovery.Answer.Known(BenefitRecovery recovery) ->
                recovery.ground().isEmpty()
                        ? new ChargeOutcome.Nothing(recovery)
                        : assessed(operator, request, recovery);
        };
    }

    private ChargeOutcome assessed(String operator, RecoveryRequest request, BenefitRecovery recovery) {
        WorkplaceNumber workplace = request.managementNo();
        LocalDate today = clock.today(workplace);
        if (book.on(DAYS, today) instanceof LookUp.Refused refused) {
            return new ChargeOutcome.LawUnknown(List.of(refused));
        }
        int days = ((LookUp.Found) book.on(DAYS, today)).parameter().whole();
        Charge charge = new Charge(
                UUID.randomUUID(),
                DebtKind.BENEFIT_RECOVERY,
                workplace,
                request.accidentOn().getYear(),
                Insurance.IA,
                request.accidentNo(),
                recovery.ground().orElseThrow().name(),
                recovery.amount(),
                today,
                BusinessCalendar.korea().extended(today.plusDays(days)),
                null);
        charges.add(charge, operator, request, recovery);
        charges.restOn(
                charge,
                request.benefits().stream()
                        .map(RecoveryRequest.BenefitPaid::benefitNo)
                        .toList());
        demandCharge.demand(operator, charge);
        return new ChargeOutcome.Assessed(charge, recovery);
    }

    /** Takes an assessment back whose slip is not paid. */
    @Transactional(Transactional.TxType.MANDATORY)
    ChargeOutcome cancel(String operator, UUID chargeId, String reason) {
        if (charges.find(DebtKind.BENEFIT_RECOVERY, chargeId).isEmpty()) {
            return new ChargeOutcome.NotFound();
        }
        return demandCharge
                .takeBack(operator, DebtKind.BENEFIT_RECOVERY, chargeId, reason)
                .<ChargeOutcome>map(ChargeOutcome.Cancelled::new)
                .orElseGet(ChargeOutcome.NotCancellable::new);
    }
}
