package kr.gosan.payment.institution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankClientTest {

    /** A movement taken in from a file, one that was debited and its late notice meet only under one client. */
    @Test
    void theClientOfTheInstitutionsIsNamedOnce() {
        assertEquals(
                List.of("gosan.institution.client=${GOSAN_BANK_CLIENT:sandbox-bank}"),
                settings().lines().filter(line -> line.contains("sandbox-bank")).toList());
    }

    private static String settings() {
        try (var in = BankClientTest.class.getResourceAsStream("/application.properties")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
