package kr.gosan.sandbox;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** Numbers of virtual accounts: fourteen digits, whose first three tell the bank. Those of the sandbox lead nowhere else. */
final class VirtualAccountNumber {

    private static final String WOORI = "279";
    private static final String HANA = "329";
    private static final long REST = 100_000_000_000L;

    private VirtualAccountNumber() {}

    static String of(Player bank, RandomGenerator random) {
        String first = switch (bank) {
            case WOORI -> WOORI;
            case HANA -> HANA;
            case GIRO, CARD, NHIS -> throw new Problem(404, "not-found");
        };
        return "%s%011d".formatted(first, random.nextLong(REST));
    }

    static Optional<Player> bank(String accountNo) {
        if (accountNo.startsWith(WOORI)) {
            return Optional.of(Player.WOORI);
        }
        return accountNo.startsWith(HANA) ? Optional.of(Player.HANA) : Optional.empty();
    }
}
