package kr.gosan.premium.arrears;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.deadline.DueDay;
import kr.gosan.premium.deadline.Extension;

/**
 * What of a slip is unpaid on a day and the late charges on it: of each payment that came late up to the day it came, and
 * of what is still unpaid up to the day itself.
 *
 * @param due the last day in time, by the business calendar and every extension
 * @param chargedAfter the last day without a charge: only extensions that stop late charges move it
 * @param lostDiscount the lump-sum discount, once the slip was not paid in full in time
 * @param paid what was paid up to the day
 * @param unpaid zero or more
 */
public record Arrears(DueDay due, LocalDate chargedAfter, Won lostDiscount, Won paid, Won unpaid, List<Part> parts) {

    /** @param paidOn empty for what is still unpaid */
    public record Part(Won amount, Optional<LocalDate> paidOn, LateCharge charge) {}

    public Arrears {
        parts = List.copyOf(parts);
    }

    /** Either the arrears or every look-up that had no answer. */
    public sealed interface Answer {

        record Known(Arrears arrears) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    /** @param extensions those that are for the workplace */
    public static Answer of(SlipDebt debt, List<Extension> extensions, LocalDate on, LawBook book) {
        DueDay due = DueDay.of(debt.statutoryDueDate(), extensions);
        LocalDate chargedAfter = DueDay.of(
                        debt.statutoryDueDate(),
                        extensions.stream().filter(Extension::stopsLateCharge).toList())
                .due();
        Won lost = debt.lostDiscount(due.due(), on);
        Won left = debt.payable().plus(lost);
        List<Part> parts = new ArrayList<>();
        List<LookUp.Refused> refusals = new ArrayList<>();
        for (SlipDebt.Payment payment : debt.payments()) {
            Won settles = payment.amount().min(left);
            if (!payment.paidOn().isAfter(on) && settles.isPositive()) {
                left = left.minus(settles);
                if (payment.paidOn().isAfter(chargedAfter)) {
                    add(
                            debt,
                            settles,
                            Optional.of(payment.paidOn()),
                            chargedAfter,
                            payment.paidOn(),
                            book,
                            parts,
                            refusals);
                }
            }
        }
        if (left.isPositive()) {
            add(debt, left, Optional.empty(), chargedAfter, on, book, parts, refusals);
        }
        return refusals.isEmpty()
                ? new Answer.Known(new Arrears(due, chargedAfter, lost, debt.paidBy(on), left, parts))
                : new Answer.Unknown(refusals.stream().distinct().toList());
    }

    private static void add(
            SlipDebt debt,
            Won amount,
            Optional<LocalDate> paidOn,
            LocalDate chargedAfter,
            LocalDate until,
            LawBook book,
            List<Part> parts,
            List<LookUp.Refused> refusals) {
        String step = debt.name() + (paidOn.isPresent() ? ".late-charge.paid-" + until : ".late-charge.unpaid");
        switch (LateCharge.of(step, amount, chargedAfter, until, book)) {
            case LateCharge.Answer.Known it -> parts.add(new Part(amount, paidOn, it.charge()));
            case LateCharge.Answer.Unknown it -> refusals.addAll(it.refusals());
        }
    }

    /** The late charges of all parts. */
    public Won lateCharge() {
        return Won.sum(parts.stream().map(part -> part.charge().amount()).toList());
    }
}
