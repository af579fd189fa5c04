package kr.gosan.payment.correction.plan;

import java.time.LocalDate;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;

/** What becomes of the slip of a debt. */
public sealed interface SlipChange {

    /** A debt that has no slip which counts gets one, with something payable. */
    record Issue(Debt debt, PaymentPeriod figures, LocalDate dueDate) implements SlipChange {}

    /**
     * The slip is cancelled; another takes its place unless nothing is payable any more.
     *
     * @param figures what is payable now
     * @param onlyOffset nothing but an offset changed it
     */
    record Replace(Slip slip, PaymentPeriod figures, boolean onlyOffset) implements SlipChange {}
}
