package kr.gosan.payment.charge;

import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.payment.charge.rules.FineAmount;

/** What came of an attempt to assess or cancel a fine. */
public sealed interface FineOutcome {

    record Assessed(Charge charge, FineAmount fine) implements FineOutcome {}

    record Cancelled(Charge charge) implements FineOutcome {}

    /** The employer may still state an opinion. @param lastDay on which it may */
    record OpinionOpen(LocalDate lastDay) implements FineOutcome {}

    /** The employer is told of it, or the violation happens, only after today. */
    record DatedAhead() implements FineOutcome {}

    /** A fine for this violation stands already. */
    record FinedBefore() implements FineOutcome {}

    record UnknownWorkplace() implements FineOutcome {}

    record NotFound() implements FineOutcome {}

    /** It was cancelled before, or its slip is paid. */
    record NotCancellable() implements FineOutcome {}

    record LawUnknown(List<LookUp.Refused> refusals) implements FineOutcome {}
}
