package kr.gosan.premium.print;

import com.fasterxml.jackson.databind.JsonNode;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.print.PrintableText;

/** How figures of stored JSON are written on the form; what is missing there is an empty box. */
final class Figures {

    private static final String NONE = "";

    private Figures() {}

    /** With thousands separators. */
    static String won(JsonNode amount) {
        return amount.isIntegralNumber() ? Won.of(amount.asLong()).toString() : NONE;
    }

    static String won(long amount) {
        return Won.of(amount).toString();
    }

    /** As a form writes a rate in per mille: {@code 37.63/1,000}. */
    static String rate(JsonNode perMille) {
        return perMille.isMissingNode() || perMille.isNull() ? NONE : perMille.asText() + "/1,000";
    }

    /** Both days inclusive: {@code 2021-01-01 ~ 2021-12-31}. */
    static String period(JsonNode of) {
        String from = of.path("from").asText();
        return from.isEmpty() ? NONE : from + " ~ " + of.path("to").asText();
    }

    static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? NONE : PrintableText.of(value.asText());
    }

    /** The sum of a member over all of them; absent ones count as nothing. */
    static long sum(Iterable<JsonNode> all, String member) {
        long sum = 0;
        for (JsonNode each : all) {
            sum = Math.addExact(sum, each.path(member).asLong());
        }
        return sum;
    }
}
