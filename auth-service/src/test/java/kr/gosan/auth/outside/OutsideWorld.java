package kr.gosan.auth.outside;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The servers around auth-service, in the state a test wants: one that works, one that hangs, one that is down. */
public final class OutsideWorld implements QuarkusTestProfile {

    /** Way to Keycloak that can be cut. */
    static final Cable KEYCLOAK = new Cable();

    static final EchoService PREMIUM = new EchoService();

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Servers.class));
    }

    public static final class Servers implements QuarkusTestResourceLifecycleManager {

        private ServerSocket hanging;

        @Override
        public Map<String, String> start() {
            try {
                int down;
                try (ServerSocket free = new ServerSocket(0)) {
                    down = free.getLocalPort();
                }
                hanging = new ServerSocket(0);
                URI keycloak = URI.create(System.getenv("GOSAN_KEYCLOAK"));
                return Map.of(
                        "quarkus.rest-client.keycloak.url", "http://127.0.0.1:" + KEYCLOAK.open(keycloak),
                        "gosan.front-door.services.premium", "http://127.0.0.1:" + PREMIUM.start(),
                        "gosan.front-door.services.coverage", "http://127.0.0.1:" + down,
                        "gosan.front-door.services.payment", "http://127.0.0.1:" + hanging.getLocalPort(),
                        "gosan.front-door.patience", "3S",
                        // Broken connections are part of these tests; stopping need not wait for them.
                        "quarkus.shutdown.timeout", "1S");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {
            try {
                hanging.close();
                KEYCLOAK.close();
                PREMIUM.stop();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
