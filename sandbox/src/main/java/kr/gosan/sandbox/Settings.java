package kr.gosan.sandbox;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the sandbox must know.
 *
 * @param port where it listens on the loopback address; 0 for any free port
 * @param keys of every player, 32 bytes each: both sides sign with them
 * @param payment address of payment-service or of the front door; asked before every message, so that it may move
 * @param bankToken an access token of the client that speaks for banks, giro and card network
 * @param nhisToken an access token of the client that speaks for 국민건강보험공단
 */
public record Settings(
        int port,
        Map<Player, byte[]> keys,
        Supplier<URI> payment,
        Supplier<String> bankToken,
        Supplier<String> nhisToken) {

    private static final int KEY_BYTES = 32;

    public Settings {
        keys = Map.copyOf(keys);
        for (Player player : Player.values()) {
            byte[] key = keys.get(player);
            if (key == null || key.length != KEY_BYTES) {
                throw new IllegalArgumentException("the key of " + player.id() + " is not " + KEY_BYTES + " bytes");
            }
        }
    }
}
