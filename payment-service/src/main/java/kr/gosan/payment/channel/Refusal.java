package kr.gosan.payment.channel;

import java.util.Objects;

/**
 * Why a way to pay does not take a payment.
 *
 * @param source the document and the place in it that says so
 */
public record Refusal(Code code, String source) {

    /** The reasons; each has a text in the problem bundles, {@code channel-…}. */
    public enum Code {
        /** Not the slip's exact amount. */
        AMOUNT_DIFFERS,
        /** The last day to pay is over. */
        AFTER_LAST_DAY,
        /** A Saturday, a Sunday or, where only weekdays (평일) count, a public holiday. */
        NOT_A_WEEKDAY,
        /** Neither counters nor branches are open on the day. */
        NOT_A_BANKING_DAY,
        /** Before the opening or at or after the closing. */
        OUTSIDE_HOURS,
        /** Less than the way takes at all. */
        BELOW_MINIMUM,
        /** Won below ten, which a virtual account cuts off. */
        NOT_WHOLE_TENS,
        /** The virtual account had its one deposit. */
        VIRTUAL_ACCOUNT_USED,
        /** A scheduled or bulk transfer. */
        TRANSFER_NOT_IMMEDIATE,
        /** A lump sum, the first instalment, or no instalment at all. */
        INSTALMENT_NOT_COVERED,
        /** The workplace did not apply for mobile notices. */
        NO_MOBILE_NOTICE,
        /** Automatic debit is started by this service and by nobody else. */
        DEBIT_RUN_ONLY,
        /** Not the fee that is due on top. */
        FEE_DIFFERS,
        /** A fee above what the law allows. */
        FEE_ABOVE_CAP,
        /** A parameter has no value on the day; the source names it. */
        TERMS_UNKNOWN;

        /** Whether it is about what the payer bore on top, which never is money of the insurer. */
        public boolean isOfFee() {
            return this == FEE_DIFFERS || this == FEE_ABOVE_CAP;
        }

        /** Whether it refuses money that came, and not only money that somebody asks about. */
        public boolean refusesMoney() {
            return this != TERMS_UNKNOWN && !isOfFee();
        }

        /** Key of the text in the problem bundles. */
        public String textKey() {
            return "channel-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Refusal {
        Objects.requireNonNull(code);
        Objects.requireNonNull(source);
    }
}
