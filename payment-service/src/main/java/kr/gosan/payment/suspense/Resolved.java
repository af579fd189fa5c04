package kr.gosan.payment.suspense;

/** What became of an operator's wish. */
sealed interface Resolved {

    record Done(Resolution resolution) implements Resolved {}

    /** There is no such notice or decision, or its money never was on suspense. */
    record NotFound() implements Resolved {}

    /** The money was given back, or another decision about it stands or waits. */
    record Gone() implements Resolved {}

    /** The slip does not take this money; the code says why. */
    record DoesNotFit(String code) implements Resolved {}

    /** Whoever proposed a return may not approve it. */
    record SameOperator() implements Resolved {}
}
