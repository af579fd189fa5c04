package kr.gosan.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void onlyTheOwnerCanReadTheFile() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Secrets.of(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void secretsAreMadeOnce() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Secrets.of(file);
        String first = Files.readString(file);
        Secrets.of(file);
        assertEquals(first, Files.readString(file));
    }

    @Test
    void aSecretAnOlderVersionDidNotMakeIsAddedAndTheOthersStay() throws IOException {
        Path file = folder.resolve("secrets.properties");
        String kept = Secrets.of(file).get("PREMIUM_RECEIPT_KEYS");
        var lines = Files.readAllLines(file);
        lines.removeIf(line -> line.startsWith("BANK_SECRET="));
        Files.write(file, lines);
        var secrets = Secrets.of(file);
        assertEquals(kept, secrets.get("PREMIUM_RECEIPT_KEYS"));
        assertTrue(Files.readString(file).contains("BANK_SECRET=" + secrets.get("BANK_SECRET")));
    }

    @Test
    void aProgramGetsWhatItNeedsAndNoSecretOfAnother() throws IOException {
        var secrets = Secrets.of(folder.resolve("secrets.properties"));
        var environment = new Environment(new Home(folder, folder), new Ports(8080), secrets);
        var premium = environment.of(Service.PREMIUM);
        assertEquals("8081", premium.get("GOSAN_HTTP_PORT"));
        assertEquals("127.0.0.1:8086", premium.get("GOSAN_POSTGRES"));
        assertEquals("http://127.0.0.1:8084", premium.get("GOSAN_KEYCLOAK"));
        assertEquals(secrets.get("PREMIUM_PASSWORD"), premium.get("GOSAN_DATABASE_PASSWORD"));
        assertEquals(secrets.get("PREMIUM_FINGERPRINT_KEY"), premium.get("GOSAN_FINGERPRINT_KEY"));
        for (String foreign : List.of(
                "AUTH_CLIENT_SECRET",
                "OPERATIONS_CLIENT_SECRET",
                "APPROVALS_CLIENT_SECRET",
                "BANK_SECRET",
                "GIRO_SECRET",
                "PERSON_INDEX_KEY",
                "PAYMENT_PASSWORD",
                "POSTGRES_PASSWORD")) {
            assertFalse(premium.containsValue(secrets.get(foreign)), foreign);
        }
        assertTrue(environment.of(Service.AUTH).containsKey("GOSAN_AUTH_CLIENT_SECRET"));
        assertTrue(environment.of(Service.PAYMENT).containsKey("GOSAN_BANK_SECRET"));
        assertEquals(
                premium.get("GOSAN_ACCOUNT_KEYS"),
                environment.of(Service.PAYMENT).get("GOSAN_ACCOUNT_KEYS"));
        assertFalse(environment.of(Service.AUTH).containsValue(secrets.get("ACCOUNT_KEYS")));
        assertFalse(environment.of(Service.COVERAGE).containsValue(secrets.get("ACCOUNT_KEYS")));
        for (String key : List.of("BANK", "GIRO", "CARD", "NHIS")) {
            assertEquals(
                    environment.of(Service.PAYMENT).get("GOSAN_" + key + "_SECRET"),
                    environment.ofSandbox().get("GOSAN_" + key + "_SECRET"));
        }
        assertEquals("http://127.0.0.1:8089", environment.of(Service.PAYMENT).get("GOSAN_INSTITUTIONS_URL"));
        assertFalse(environment.ofSandbox().containsKey("GOSAN_POSTGRES"));
        assertEquals(
                secrets.get("OPERATIONS_CLIENT_SECRET"), environment.ofClients().get("GOSAN_OPERATIONS_CLIENT_SECRET"));
        assertEquals(
                environment.of(Service.AUTH).get("GOSAN_PERSON_INDEX_KEY"),
                environment.of(Service.COVERAGE).get("GOSAN_PERSON_INDEX_KEY"));
    }
}
