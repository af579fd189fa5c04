package kr.gosan.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An institution that is played here. */
public enum Player {
    /** 우리은행. */
    WOORI,
    /** 하나은행. */
    HANA,
    /** 금융결제원. */
    GIRO,
    /** The card network. */
    CARD,
    /** 국민건강보험공단. */
    NHIS;

    /** Its name in addresses: {@code woori}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Player> of(String id) {
        return Arrays.stream(values()).filter(player -> player.id().equals(id)).findFirst();
    }
}
