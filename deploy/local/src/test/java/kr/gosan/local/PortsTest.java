package kr.gosan.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithItsUserAndTheWayOut() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            int port = taken.getLocalPort();
            var refusal = assertThrows(Refusal.class, () -> Ports.requireFree(port, "kafka", "do that"));
            for (String part : List.of("Port " + port, "kafka", "do that")) {
                assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
            }
        }
    }

    @Test
    void aFreePortIsNoObstacle() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertDoesNotThrow(() -> Ports.requireFree(port, "kafka", "do that"));
    }

    @Test
    void theWholeBlockMustBeUsableByAnOrdinaryUser() {
        assertDoesNotThrow(() -> new Ports(1024));
        assertThrows(Refusal.class, () -> new Ports(1023));
        assertDoesNotThrow(() -> new Ports(65_526));
        assertThrows(Refusal.class, () -> new Ports(65_527));
    }

    @Test
    void theWayOutOfATakenBlockIsAnotherBlock() {
        assertEquals(9080, new Ports(8080).elsewhere());
        assertEquals(64_526, new Ports(65_526).elsewhere());
    }

    @Test
    void anOptionThatCannotBeMeantIsRefused() {
        assertThrows(Refusal.class, () -> Options.of(List.of("--checkout", ".", "--home", ".", "--base-port", "x")));
        assertThrows(Refusal.class, () -> Options.of(List.of("--checkout", ".", "--home")));
        assertThrows(Refusal.class, () -> Options.of(List.of("--frsh")));
    }
}
