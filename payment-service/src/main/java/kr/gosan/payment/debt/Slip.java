package kr.gosan.payment.debt;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 납부서: a payment slip, issued once for a {@link Debt} with something payable.
 *
 * @param dueDate the last day to pay, inclusive: the statutory day as {@link DueDates} moves it
 */
public record Slip(
        UUID slipId, EPaymentNumber ePaymentNo, Debt debt, PaymentPeriod figures, LocalDate dueDate, SlipState state) {}
