package kr.gosan.demo.client;

import java.net.URI;

/** Where the system is, and the secrets of bank and operations: from the environment, which {@code ./gosan} sets. */
public final class Environment {

    private Environment() {}

    public static FrontDoor frontDoor() {
        return new FrontDoor(URI.create(get("GOSAN_PUBLIC_URL")));
    }

    public static SandboxBank bank(FrontDoor door) {
        return new SandboxBank(
                door, URI.create(get("GOSAN_KEYCLOAK")), get("GOSAN_BANK_CLIENT_SECRET"), get("GOSAN_BANK_SECRET"));
    }

    /** The institutions that the sandbox plays. */
    public static Institutions institutions() {
        return new Institutions(URI.create(get("GOSAN_INSTITUTIONS_URL")));
    }

    /** The front door as operations staff. */
    public static FrontDoor operations(FrontDoor door) {
        return door.as(ClientToken.of(
                URI.create(get("GOSAN_KEYCLOAK")), "gosan-operations", get("GOSAN_OPERATIONS_CLIENT_SECRET")));
    }

    /** The front door as the second operator, where two have to agree. */
    public static FrontDoor approvals(FrontDoor door) {
        return door.as(ClientToken.of(
                URI.create(get("GOSAN_KEYCLOAK")), "gosan-approvals", get("GOSAN_APPROVALS_CLIENT_SECRET")));
    }

    public static String get(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run ./gosan demo");
        }
        return value;
    }
}
