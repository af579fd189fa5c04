package kr.gosan.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;

/** Runs the sandbox with what the environment says; there are no defaults. */
public final class Main {

    private Main() {}

    /** Starts, and runs until the process is ended. */
    public static void main(String[] arguments) throws IOException {
        URI keycloak = URI.create(get("GOSAN_KEYCLOAK"));
        URI payment = URI.create(get("GOSAN_PUBLIC_URL"));
        Sandbox sandbox = Sandbox.start(new Settings(
                Integer.parseInt(get("GOSAN_HTTP_PORT")),
                Map.of(
                        Player.WOORI, key("GOSAN_BANK_SECRET"),
                        Player.HANA, key("GOSAN_BANK_SECRET"),
                        Player.GIRO, key("GOSAN_GIRO_SECRET"),
                        Player.CARD, key("GOSAN_CARD_SECRET"),
                        Player.NHIS, key("GOSAN_NHIS_SECRET")),
                () -> payment,
                new KeycloakToken(keycloak, "sandbox-bank", get("GOSAN_BANK_CLIENT_SECRET")),
                new KeycloakToken(keycloak, "sandbox-nhis", get("GOSAN_NHIS_CLIENT_SECRET"))));
        System.out.println("The sandbox plays banks, giro, card network and NHIS at " + sandbox.address());
    }

    private static byte[] key(String name) {
        return Base64.getDecoder().decode(get(name));
    }

    private static String get(String name) {
        String value = System.getenv(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
