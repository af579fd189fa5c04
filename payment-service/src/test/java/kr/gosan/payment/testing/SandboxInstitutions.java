package kr.gosan.payment.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import kr.gosan.sandbox.Player;
import kr.gosan.sandbox.Sandbox;
import kr.gosan.sandbox.Settings;

/**
 * The institutions, played in the process of the tests: payment-service reaches them over HTTP, as it would reach real ones.
 * {@link SandboxPlayer} is how a test plays them.
 */
public final class SandboxInstitutions implements QuarkusTestResourceLifecycleManager {

    /** System properties, because a test and its resources need not share classes. */
    static final String ADDRESS = "testing.sandbox";

    static final String PAYMENT = "testing.payment";
    static final String BANK_TOKEN = "testing.bank-token";
    static final String NHIS_TOKEN = "testing.nhis-token";

    private Sandbox sandbox;

    @Override
    public Map<String, String> start() {
        Map<Player, byte[]> keys = new HashMap<>();
        for (Player player : Player.values()) {
            keys.put(player, key());
        }
        keys.put(Player.HANA, keys.get(Player.WOORI));
        try {
            sandbox = Sandbox.start(new Settings(
                    0,
                    keys,
                    () -> URI.create(System.getProperty(PAYMENT)),
                    () -> System.getProperty(BANK_TOKEN),
                    () -> System.getProperty(NHIS_TOKEN)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty(ADDRESS, sandbox.address().toString());
        Map<String, String> settings = new HashMap<>();
        add(settings, "bank-woori", Player.WOORI, keys);
        add(settings, "bank-hana", Player.HANA, keys);
        add(settings, "giro", Player.GIRO, keys);
        add(settings, "card", Player.CARD, keys);
        add(settings, "nhis", Player.NHIS, keys);
        return settings;
    }

    private void add(Map<String, String> settings, String name, Player player, Map<Player, byte[]> keys) {
        String prefix = "gosan.institution." + name;
        settings.put(prefix + ".url", sandbox.address() + "/" + player.id());
        settings.put(prefix + ".key", Base64.getEncoder().encodeToString(keys.get(player)));
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    @Override
    public void stop() {
        sandbox.close();
    }
}
