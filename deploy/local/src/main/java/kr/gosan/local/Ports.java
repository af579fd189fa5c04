package kr.gosan.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The block of ten consecutive ports a stack lives in, all on the loopback address.
 *
 * @param base the first port, which is the front door; from 1024 to 65526, so that the whole block is usable by
 *     an ordinary user
 */
record Ports(int base) {

    static final String HOST = "127.0.0.1";

    Ports {
        if (base < 1024 || base > 65_526) {
            throw new Refusal("--base-port must be from 1024 to 65526, not " + base + ".");
        }
    }

    int frontDoor() {
        return base;
    }

    int premium() {
        return base + 1;
    }

    int coverage() {
        return base + 2;
    }

    int payment() {
        return base + 3;
    }

    int keycloak() {
        return base + 4;
    }

    int keycloakManagement() {
        return base + 5;
    }

    int postgres() {
        return base + 6;
    }

    int kafka() {
        return base + 7;
    }

    int kafkaController() {
        return base + 8;
    }

    int sandbox() {
        return base + 9;
    }

    static String address(int port) {
        return HOST + ":" + port;
    }

    static String url(int port) {
        return "http://" + address(port);
    }

    /** Another block than this one that is likely to be free. */
    int elsewhere() {
        return base < 50_000 ? base + 1000 : base - 1000;
    }

    /**
     * Refuses to start beside a stranger, before anything is written.
     *
     * @param user the program that wants the port
     * @param wayOut what to type instead
     * @throws Refusal when the port is taken
     */
    static void requireFree(int port, String user, String wayOut) {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
        } catch (IOException taken) {
            throw new Refusal("Port " + port + ", which " + user + " needs, is used by another program. "
                    + "Stop that program, or use other ports: " + wayOut);
        }
    }
}
