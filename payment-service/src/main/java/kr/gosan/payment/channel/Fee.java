package kr.gosan.payment.channel;

import kr.gosan.kernel.money.Won;

/** What a payer bears on top of the premium (납부대행 수수료, 보험료징수법 §16의12). It never is money of the insurer. */
public sealed interface Fee {

    /** Whether a fee that was told is one the payer can have borne. */
    boolean admits(Won told);

    /** Known to the won. */
    record Exact(Won amount) implements Fee {

        public static final Exact NONE = new Exact(Won.ZERO);

        @Override
        public boolean admits(Won told) {
            return told.equals(amount);
        }
    }

    /** Free for customers of one bank; for others from {@code least} to {@code most}, both inclusive, by steps that are not published. */
    record FreeOrBetween(Won least, Won most) implements Fee {

        @Override
        public boolean admits(Won told) {
            return told.isZero() || told.compareTo(least) >= 0 && told.compareTo(most) <= 0;
        }
    }
}
