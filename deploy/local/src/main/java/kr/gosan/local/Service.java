package kr.gosan.local;

import java.util.Locale;

/** The four services of Gosan, in the order of their ports. */
enum Service {
    AUTH(true),
    PREMIUM(false),
    COVERAGE(true),
    PAYMENT(false);

    private final boolean residentNumbers;

    Service(boolean residentNumbers) {
        this.residentNumbers = residentNumbers;
    }

    /** Whether the service stores resident numbers, and so needs a key to look them up by. */
    boolean holdsResidentNumbers() {
        return residentNumbers;
    }

    /** Whether the service encrypts fields: resident numbers, or the accounts of employers. */
    boolean encryptsFields() {
        return residentNumbers || handlesAccounts();
    }

    /** Whether the service tells or hears of employers' accounts, and so holds the keys that seal them in events. */
    boolean handlesAccounts() {
        return this == PREMIUM || this == PAYMENT;
    }

    /** Also the name of its database, of its topic and of its path behind the front door. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String program() {
        return id() + "-service";
    }

    int port(Ports ports) {
        return ports.base() + ordinal();
    }
}
