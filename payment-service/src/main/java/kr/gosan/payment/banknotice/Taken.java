package kr.gosan.payment.banknotice;

import kr.gosan.payment.debt.ReversalDecision;

/** Whether a message was taken. Either way it is kept. */
public sealed interface Taken {

    /** Do not send it again. */
    record Answered(NoticeAnswer answer) implements Taken {}

    /** It contradicts an earlier one with its transaction number. */
    record Conflicting() implements Taken {}

    /** It is dated on a day that has not come. */
    record DatedAhead() implements Taken {}

    /** The payment it takes back cannot be taken back. */
    record ReversalRefused(ReversalDecision.Fault fault) implements Taken {}
}
