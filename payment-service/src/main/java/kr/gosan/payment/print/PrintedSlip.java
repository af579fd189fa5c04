package kr.gosan.payment.print;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Slip;

/**
 * A slip with what is known about it beside its figures.
 *
 * @param issuedOn day of issue, printed as 자료기준일: its figures are as of then
 * @param workplaceName as it is registered; empty while its event has not arrived
 * @param paidOn day of the payment that counts
 * @param replaces number of the slip whose place it took
 * @param replacedBy number of the slip that took its place
 * @param accounts virtual accounts it can be paid into, each as printed
 */
public record PrintedSlip(
        Slip slip,
        LocalDate issuedOn,
        String workplaceName,
        Optional<LocalDate> paidOn,
        Optional<EPaymentNumber> replaces,
        Optional<EPaymentNumber> replacedBy,
        List<String> accounts) {}
