package kr.gosan.payment.debt;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * 납부서: a payment slip, issued for a {@link Debt} with something payable. When what is payable changes it is cancelled and another
 * one takes its place, under another number; a debt never has two that count.
 *
 * @param issuedOn the day of issue, by the workplace's calendar: nobody can have paid under its number before
 * @param dueDate the last day to pay in time, inclusive: the statutory day as {@link DueDates} moves it
 * @param lastDay the last day the slip may be paid: the due date, or, when it was issued after that, the next business day
 * @param replaces the slip whose place it took
 */
public record Slip(
        UUID slipId,
        EPaymentNumber ePaymentNo,
        Debt debt,
        PaymentPeriod figures,
        LocalDate issuedOn,
        LocalDate dueDate,
        LocalDate lastDay,
        SlipState state,
        Optional<UUID> replaces) {

    /** The same slip elsewhere on its way. */
    public Slip in(SlipState moved) {
        return new Slip(slipId, ePaymentNo, debt, figures, issuedOn, dueDate, lastDay, moved, replaces);
    }
}
