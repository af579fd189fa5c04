package kr.gosan.sandbox;

import java.util.Arrays;
import java.util.List;

/** The ways a payer pays, each with its address here. The first channel is meant when none is named. */
enum Way {
    DEPOSIT("/deposits", "VIRTUAL_ACCOUNT"),
    GIRO_PAYMENT("/giro-payments", "GIRO", "INTERNET_BANKING"),
    COUNTER_PAYMENT("/counter-payments", "COUNTER", "BRANCH"),
    CARD_PAYMENT("/card-payments", "CREDIT_CARD", "CHECK_CARD"),
    MOBILE_PAYMENT("/mobile-payments", "MOBILE");

    private final String path;
    private final List<String> channels;

    Way(String path, String... channels) {
        this.path = path;
        this.channels = List.of(channels);
    }

    String path() {
        return path;
    }

    static List<Way> all() {
        return Arrays.asList(values());
    }

    String channel(Fields payment) {
        String channel = payment.textIfAny("channel").orElse(channels.getFirst());
        if (!channels.contains(channel)) {
            throw Problem.field("channel");
        }
        return channel;
    }

    /** Who moves the money and sends the notice. */
    Player player(Fields payment) {
        return switch (this) {
            case DEPOSIT ->
                VirtualAccountNumber.bank(payment.digits("virtualAccountNo"))
                        .orElseThrow(() -> new Problem(404, "virtual-account-unknown"));
            case GIRO_PAYMENT -> Player.GIRO;
            case CARD_PAYMENT -> Player.CARD;
            case COUNTER_PAYMENT, MOBILE_PAYMENT -> Player.WOORI;
        };
    }
}
