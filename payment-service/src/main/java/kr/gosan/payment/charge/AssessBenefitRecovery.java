package kr.gosan.payment.charge;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.payment.arrears.InsuranceLock;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.charge.rules.BenefitRecovery;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.slip.ReplaceSlips;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/** Assesses a benefit recovery (보험료징수법 §26), issues its slip, and takes it back again. */
@Singleton
public class AssessBenefitRecovery {

    private static final String DAYS = "benefit-recovery.notice-days";
    private static final String CANCELLED = "kr.gosan.payment.charge-cancelled.v1";
    private static final String ASSESSED = "kr.gosan.payment.charge-assessed.v1";

    private final ChargeStore charges;
    private final PremiumsDue premiumsDue;
    private final ReplaceSlips replaceSlips;
    private final SlipStore slips;
    private final LedgerStore ledger;
    private final InsuranceLock lock;
    private final LawBook book;
    private final Workplaces workplaces;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;

    AssessBenefitRecovery(
            ChargeStore charges,
            PremiumsDue premiumsDue,
            ReplaceSlips replaceSlips,
            SlipStore slips,
            LedgerStore ledger,
            InsuranceLock lock,
            LawBook book,
            Workplaces workplaces,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock) {
        this.charges = charges;
        this.premiumsDue = premiumsDue;
        this.replaceSlips = replaceSlips;
        this.slips = slips;
        this.ledger = ledger;
        this.lock = lock;
        this.book = book;
        this.workplaces = workplaces;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Data of {@code charge-assessed.v1}. */
    record Told(
            UUID chargeId,
            WorkplaceNumber managementNo,
            int insuranceYear,
            Insurance insurance,
            DebtKind kind,
            Won amount,
            String ground,
            LocalDate assessedOn,
            LocalDate dueDate) {}

    /** Data of {@code charge-cancelled.v1}. */
    record ToldCancelled(
            UUID chargeId,
            WorkplaceNumber managementNo,
            int insuranceYear,
            Insurance insurance,
            DebtKind kind,
            Won amount,
            LocalDate cancelledOn) {}

    @Transactional(Transactional.TxType.MANDATORY)
    ChargeOutcome assess(String operator, RecoveryRequest request) {
        WorkplaceNumber workplace = request.managementNo();
        if (workplaces.find(workplace).isEmpty()) {
            return new ChargeOutcome.UnknownWorkplace();
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
                workplace,
                request.accidentOn().getYear(),
                request.accidentNo(),
                recovery.ground().orElseThrow().name(),
                recovery.amount(),
                today,
                BusinessCalendar.korea().extended(today.plusDays(days)),
                null);
        charges.add(charge, operator, request, recovery);
        Debt debt = debt(charge);
        PaymentPeriod figures = PaymentPeriod.of(
                0,
                charge.dueDate(),
                Won.ZERO,
                List.of(FundFigures.ofCharge(Fund.INDUSTRIAL_ACCIDENT, charge.amount())));
        book(Posting.Kind.CHARGE_ASSESSED, charge, Account.BENEFIT_RECOVERY_DUE, Account.BENEFIT_RECOVERY, today);
        replaceSlips.issue(
                debt,
                figures,
                charge.dueDate(),
                today,
                SlipReason.of(SlipState.Cause.CHARGE_ASSESSED, charge.chargeId()));
        audit.record(
                operator,
                "payment.benefit-recovery.assessed",
                workplace,
                charge.chargeId().toString());
        outbox.publish(
                ASSESSED,
                workplace.digits(),
                clock.now(workplace),
                new Told(
                        charge.chargeId(),
                        workplace,
                        charge.insuranceYear(),
                        Insurance.IA,
                        DebtKind.BENEFIT_RECOVERY,
                        charge.amount(),
                        charge.ground(),
                        today,
                        charge.dueDate()));
        return new ChargeOutcome.Assessed(charge, recovery);
    }

    /** Takes an assessment back whose slip is neither paid nor closed. */
    @Transactional(Transactional.TxType.MANDATORY)
    ChargeOutcome cancel(String operator, UUID chargeId, String reason) {
        Optional<Charge> found = charges.find(chargeId);
        if (found.isEmpty()) {
            return new ChargeOutcome.NotFound();
        }
        WorkplaceNumber workplace = found.get().managementNo();
        lock.hold(workplace, Insurance.IA);
        Charge charge = charges.find(chargeId).orElseThrow();
        Optional<Slip> slip = slips.live(debt(charge)).flatMap(it -> slips.lockSlip(it.slipId()));
        if (charge.cancelledOn() != null
                || slip.filter(it -> it.state() == SlipState.ISSUED).isEmpty()) {
            return new ChargeOutcome.NotCancellable();
        }
        LocalDate today = clock.today(workplace);
        charges.cancel(charge, today, operator, reason);
        replaceSlips.cancel(slip.get(), ReplaceSlips.Reason.REPLACED);
        book(Posting.Kind.CHARGE_CANCELLED, charge, Account.BENEFIT_RECOVERY, Account.BENEFIT_RECOVERY_DUE, today);
        audit.record(operator, "payment.benefit-recovery.cancelled", workplace, chargeId.toString());
        outbox.publish(
                CANCELLED,
                workplace.digits(),
                clock.now(workplace),
                new ToldCancelled(
                        chargeId,
                        workplace,
                        charge.insuranceYear(),
                        Insurance.IA,
                        DebtKind.BENEFIT_RECOVERY,
                        charge.amount(),
                        today));
        return new ChargeOutcome.Cancelled(charges.find(chargeId).orElseThrow());
    }

    private void book(Posting.Kind kind, Charge charge, Account debit, Account credit, LocalDate on) {
        Posting.Draft draft = new Posting.Draft().move(debit, credit, Fund.INDUSTRIAL_ACCIDENT, charge.amount());
        ledger.book(Posting.of(kind, debt(charge), charge.chargeId(), on, draft));
    }

    private static Debt debt(Charge charge) {
        return Debt.ofCharge(
                DebtKind.BENEFIT_RECOVERY,
                charge.managementNo(),
                charge.insuranceYear(),
                charge.chargeId(),
                Insurance.IA);
    }
}
