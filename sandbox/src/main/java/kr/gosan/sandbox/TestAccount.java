package kr.gosan.sandbox;

/**
 * What an account or a card is like: its last four digits tell. All others exist, have money, and belong to whomever the
 * order names.
 */
enum TestAccount {
    ORDINARY(""),
    /** Does not exist. */
    UNKNOWN("9901"),
    /** The account is closed; the card has expired. */
    CLOSED("9902"),
    /** No money in the account; the card's limit is used up. */
    EMPTY("9903"),
    /** The account belongs to somebody else; the card is stopped. */
    OF_ANOTHER("9904"),
    /** Takes transfers, and sends them back. */
    RETURNING("9905"),
    /** The first question for a transfer's outcome finds it on its way. */
    SLOW("9906"),
    /** The first answer to an order is lost on the way, though the order is carried out. */
    SILENT("9907");

    private final String ending;

    TestAccount(String ending) {
        this.ending = ending;
    }

    static TestAccount of(String number) {
        for (TestAccount account : values()) {
            if (account != ORDINARY && number.endsWith(account.ending)) {
                return account;
            }
        }
        return ORDINARY;
    }
}
