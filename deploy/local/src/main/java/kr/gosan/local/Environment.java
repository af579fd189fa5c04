package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment variables of a stack: to a service exactly what it needs, to a client of the sandbox its addresses and
 * the secrets of bank and operations, to a test run what all services need, under names that tell the services apart.
 *
 * @param home where the stack lives
 * @param ports where the stack listens
 * @param secrets its passwords and keys
 */
record Environment(Home home, Ports ports, Secrets secrets) {

    Map<String, String> of(Service service) {
        var variables = addresses();
        variables.put("GOSAN_HTTP_PORT", String.valueOf(service.port(ports)));
        variables.put("GOSAN_DATABASE", service.id());
        variables.put("GOSAN_DATABASE_PASSWORD", secrets.get(service + "_PASSWORD"));
        variables.put("GOSAN_DATABASE_OWNER_PASSWORD", secrets.get(service + "_OWNER_PASSWORD"));
        variables.put("GOSAN_TOPICS", "gosan");
        variables.put("GOSAN_SANDBOX", "true");
        variables.put("GOSAN_RECEIPT_KEYS", secrets.get(service + "_RECEIPT_KEYS"));
        if (service.encryptsFields()) {
            variables.put("GOSAN_FIELD_KEYS", secrets.get(service + "_FIELD_KEYS"));
        }
        if (service.handlesAccounts()) {
            variables.put("GOSAN_ACCOUNT_KEYS", secrets.get("ACCOUNT_KEYS"));
        }
        if (service.holdsResidentNumbers()) {
            variables.put("GOSAN_PERSON_INDEX_KEY", secrets.get("PERSON_INDEX_KEY"));
        }
        switch (service) {
            case AUTH -> {
                variables.put("GOSAN_AUTH_CLIENT_SECRET", secrets.get("AUTH_CLIENT_SECRET"));
                variables.put("GOSAN_PREMIUM_URL", Ports.url(ports.premium()));
                variables.put("GOSAN_COVERAGE_URL", Ports.url(ports.coverage()));
                variables.put("GOSAN_PAYMENT_URL", Ports.url(ports.payment()));
            }
            case PAYMENT -> {
                variables.put("GOSAN_DOCUMENT_KEY", secrets.get("PAYMENT_DOCUMENT_KEY"));
                variables.put("GOSAN_INSTITUTIONS_URL", Ports.url(ports.sandbox()));
                variables.putAll(institutionKeys());
            }
            case PREMIUM, COVERAGE -> {
                if (service == Service.PREMIUM) {
                    variables.put("GOSAN_FINGERPRINT_KEY", secrets.get("PREMIUM_FINGERPRINT_KEY"));
                }
                String law = System.getenv("GOSAN_LAW_DIRECTORY");
                if (law != null && !law.isEmpty()) {
                    variables.put(
                            "GOSAN_LAW_DIRECTORY", Path.of(law).toAbsolutePath().toString());
                }
            }
        }
        return variables;
    }

    /** What the played institutions need: the keys they share with the agency, and the clients they are at Keycloak. */
    Map<String, String> ofSandbox() {
        var variables = institutionKeys();
        variables.put("GOSAN_HTTP_PORT", String.valueOf(ports.sandbox()));
        variables.put("GOSAN_KEYCLOAK", Ports.url(ports.keycloak()));
        variables.put("GOSAN_PUBLIC_URL", Ports.url(ports.frontDoor()));
        variables.put("GOSAN_BANK_CLIENT_SECRET", secrets.get("BANK_CLIENT_SECRET"));
        variables.put("GOSAN_NHIS_CLIENT_SECRET", secrets.get("NHIS_CLIENT_SECRET"));
        return variables;
    }

    private Map<String, String> institutionKeys() {
        var variables = new TreeMap<String, String>();
        for (String institution : new String[] {"BANK", "GIRO", "CARD", "NHIS"}) {
            variables.put("GOSAN_" + institution + "_SECRET", secrets.get(institution + "_SECRET"));
        }
        return variables;
    }

    /**
     * What the demo and the journeys need: they act as software of a company, as payers and banks through the sandbox and
     * beside it, and as operations staff.
     */
    Map<String, String> ofClients() {
        var variables = addresses();
        variables.put("GOSAN_HOME", home.directory().toString());
        variables.put("GOSAN_OPERATIONS_CLIENT_SECRET", secrets.get("OPERATIONS_CLIENT_SECRET"));
        variables.put("GOSAN_APPROVALS_CLIENT_SECRET", secrets.get("APPROVALS_CLIENT_SECRET"));
        variables.put("GOSAN_BANK_CLIENT_SECRET", secrets.get("BANK_CLIENT_SECRET"));
        variables.put("GOSAN_BANK_SECRET", secrets.get("BANK_SECRET"));
        variables.put("GOSAN_INSTITUTIONS_URL", Ports.url(ports.sandbox()));
        return variables;
    }

    /** What tests see: the secrets of all services, because one build runs the tests of all. */
    Map<String, String> ofTests() {
        var variables = ofClients();
        // The realm looks for the keys of auth-service at the front door, also while its tests stand in for it there.
        variables.put("GOSAN_TEST_AUTH_PORT", String.valueOf(ports.frontDoor()));
        variables.put("GOSAN_TEST_PLATFORM_PASSWORD", secrets.get("PLATFORM_PASSWORD"));
        variables.put("GOSAN_TEST_PLATFORM_OWNER_PASSWORD", secrets.get("PLATFORM_OWNER_PASSWORD"));
        for (Service service : Service.values()) {
            for (String secret : new String[] {"PASSWORD", "OWNER_PASSWORD", "RECEIPT_KEYS", "FIELD_KEYS"}) {
                if (!secret.equals("FIELD_KEYS") || service.encryptsFields()) {
                    variables.put("GOSAN_TEST_" + service + "_" + secret, secrets.get(service + "_" + secret));
                }
            }
        }
        variables.put("GOSAN_PERSON_INDEX_KEY", secrets.get("PERSON_INDEX_KEY"));
        variables.put("GOSAN_AUTH_CLIENT_SECRET", secrets.get("AUTH_CLIENT_SECRET"));
        variables.put("GOSAN_NHIS_CLIENT_SECRET", secrets.get("NHIS_CLIENT_SECRET"));
        variables.put("GOSAN_ACCOUNT_KEYS", secrets.get("ACCOUNT_KEYS"));
        variables.put("GOSAN_TEST_PAYMENT_DOCUMENT_KEY", secrets.get("PAYMENT_DOCUMENT_KEY"));
        variables.putAll(institutionKeys());
        return variables;
    }

    /** Writes variables as a file a shell can source; only its owner can read it. */
    static void write(Path file, Map<String, String> variables) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var lines = variables.entrySet().stream().map(e -> "export " + e.getKey() + "='" + e.getValue() + "'");
        Files.write(file, (Iterable<String>) lines::iterator);
    }

    private Map<String, String> addresses() {
        var variables = new TreeMap<String, String>();
        variables.put("GOSAN_POSTGRES", Ports.address(ports.postgres()));
        variables.put("GOSAN_KAFKA", Ports.address(ports.kafka()));
        variables.put("GOSAN_KEYCLOAK", Ports.url(ports.keycloak()));
        variables.put("GOSAN_PUBLIC_URL", Ports.url(ports.frontDoor()));
        return variables;
    }
}
