package kr.gosan.sandbox;

import java.util.Optional;

/**
 * How the notice of a payment goes wrong on purpose.
 *
 * @param skipInquiry the payer is let through without asking the agency first
 * @param copies how often the notice is sent, 1 to 10
 * @param delayMillis how long the notice waits before it is sent, up to 10,000
 * @param noticeAmount what the notice says instead of what was paid
 * @param lose the notice is never sent; the daily file has the payment
 * @param hold the notice waits until {@code /held-notices} sends it
 */
record Hostility(
        boolean skipInquiry, int copies, long delayMillis, Optional<Long> noticeAmount, boolean lose, boolean hold) {

    static final Hostility NONE = new Hostility(false, 1, 0, Optional.empty(), false, false);

    private static final int MOST_COPIES = 10;
    private static final long LONGEST_DELAY = 10_000;

    static Hostility of(Fields payment) {
        return payment.objectIfAny(
                        "hostile", "skipInquiry", "copies", "delayMillis", "noticeAmount", "loseNotice", "holdNotice")
                .map(fields -> new Hostility(
                        fields.flag("skipInquiry"),
                        (int) atMost(fields, "copies", 1, MOST_COPIES, 1),
                        atMost(fields, "delayMillis", 0, LONGEST_DELAY, 0),
                        fields.numberIfAny("noticeAmount", 1),
                        fields.flag("loseNotice"),
                        fields.flag("holdNotice")))
                .orElse(NONE);
    }

    private static long atMost(Fields fields, String name, long lowest, long highest, long otherwise) {
        long value = fields.numberIfAny(name, lowest).orElse(otherwise);
        if (value > highest) {
            throw Problem.field(name);
        }
        return value;
    }
}
