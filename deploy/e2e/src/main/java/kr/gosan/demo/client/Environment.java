package kr.gosan.demo.client;

import java.net.URI;

/** Where the system is, and the sandbox bank's secrets: from the environment, which {@code ./gosan} sets. */
public final class Environment {

    private Environment() {}

    public static FrontDoor frontDoor() {
        return new FrontDoor(URI.create(get("GOSAN_PUBLIC_URL")));
    }

    public static SandboxBank bank(FrontDoor door) {
        return new SandboxBank(
                door, URI.create(get("GOSAN_KEYCLOAK")), get("GOSAN_BANK_CLIENT_SECRET"), get("GOSAN_BANK_SECRET"));
    }

    public static String get(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run ./gosan demo");
        }
        return value;
    }
}
