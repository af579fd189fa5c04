package kr.gosan.payment.charge;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.payment.arrears.InsuranceLock;
import kr.gosan.payment.charge.rules.FineAmount;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/** Assesses a fine (과태료, 보험료징수법 §50; 질서위반행위규제법 §16, §17), issues its slip, and takes it back again. */
@Singleton
public class AssessFine {

    private static final String OPINION_DAYS = "fine.opinion-days";
    private static final String PAYMENT_DAYS = "fine.payment-days";

    private final ChargeStore charges;
    private final DemandCharge demandCharge;
    private final InsuranceLock lock;
    private final LawBook book;
    private final Workplaces workplaces;
    private final WorkplaceClock clock;

    AssessFine(
            ChargeStore charges,
            DemandCharge demandCharge,
            InsuranceLock lock,
            LawBook book,
            Workplaces workplaces,
            WorkplaceClock clock) {
        this.charges = charges;
        this.demandCharge = demandCharge;
        this.lock = lock;
        this.book = book;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    FineOutcome assess(String operator, FineRequest request) {
        WorkplaceNumber workplace = request.managementNo();
        if (workplaces.find(workplace).isEmpty()) {
            return new FineOutcome.UnknownWorkplace();
        }
        // Fines of both insurances count towards which time it is.
        lock.hold(workplace);
        LocalDate today = clock.today(workplace);
        if (request.noticedOn().isAfter(today)) {
            return new FineOutcome.DatedAhead();
        }
        Terms law = Terms.from(book).on(request.noticedOn(), OPINION_DAYS).on(today, PAYMENT_DAYS);
        if (!law.areKnown()) {
            return new FineOutcome.LawUnknown(law.refusals());
        }
        LocalDate lastDay = request.noticedOn().plusDays(law.the(OPINION_DAYS).whole());
        if (request.opinion() == FineRequest.Opinion.NONE && !today.isAfter(lastDay)) {
            return new FineOutcome.OpinionOpen(lastDay);
        }
        List<Charge> earlier = charges.fines(workplace, request.violation());
        if (earlier.stream().anyMatch(fine -> fine.caseNo().equals(request.caseNo()))) {
            return new FineOutcome.FinedBefore();
        }
        return switch (FineAmount.of(request.violation(), request.violatedOn(), earlier.size(), book)) {
            case FineAmount.Answer.Unknown it -> new FineOutcome.LawUnknown(it.refusals());
            case FineAmount.Answer.Known it -> {
                LocalDate dueDate = BusinessCalendar.korea()
                        .extended(today.plusDays(law.the(PAYMENT_DAYS).whole()));
                yield assessed(operator, request, it.fine(), today, dueDate);
            }
        };
    }

    private FineOutcome assessed(
            String operator, FineRequest request, FineAmount fine, LocalDate today, LocalDate dueDate) {
        Charge charge = new Charge(
                UUID.randomUUID(),
                DebtKind.FINE,
                request.managementNo(),
                request.violatedOn().getYear(),
                request.insurance(),
                request.caseNo(),
                request.violation().name(),
                fine.amount(),
                today,
                dueDate,
                null);
        charges.add(charge, operator, request, fine);
        demandCharge.demand(operator, charge);
        return new FineOutcome.Assessed(charge, fine);
    }

    /** Takes a fine back whose slip is not paid. */
    @Transactional(Transactional.TxType.MANDATORY)
    FineOutcome cancel(String operator, UUID chargeId, String reason) {
        if (charges.find(DebtKind.FINE, chargeId).isEmpty()) {
            return new FineOutcome.NotFound();
        }
        return demandCharge
                .takeBack(operator, DebtKind.FINE, chargeId, reason)
                .<FineOutcome>map(FineOutcome.Cancelled::new)
                .orElseGet(FineOutcome.NotCancellable::new);
    }
}
