package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Passwords and keys of one stack, made once and kept in a file only its owner can read. A line is
 * {@code NAME=value}, without escapes, so that a shell can read it too.
 */
final class Secrets {

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = values;
    }

    /** Reads the file and adds what a newer Gosan needs and an older one did not make; existing values never change. */
    static Secrets of(Path file) throws IOException {
        var values = new TreeMap<String, String>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        var before = Map.copyOf(values);
        recipes().forEach((name, recipe) -> values.computeIfAbsent(name, n -> recipe.get()));
        if (!values.equals(before)) {
            write(file, values);
        }
        return new Secrets(values);
    }

    String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No secret " + name);
        }
        return value;
    }

    private static Map<String, Supplier<String>> recipes() {
        var recipes = new TreeMap<String, Supplier<String>>();
        recipes.put("POSTGRES_PASSWORD", Keys::password);
        recipes.put("KEYCLOAK_DATABASE_PASSWORD", Keys::password);
        recipes.put("KEYCLOAK_ADMIN_PASSWORD", Keys::password);
        recipes.put("AUTH_CLIENT_SECRET", Keys::password);
        recipes.put("OPERATIONS_CLIENT_SECRET", Keys::password);
        recipes.put("APPROVALS_CLIENT_SECRET", Keys::password);
        recipes.put("BANK_CLIENT_SECRET", Keys::password);
        recipes.put("NHIS_CLIENT_SECRET", Keys::password);
        recipes.put("BANK_SECRET", Keys::bytes32);
        recipes.put("GIRO_SECRET", Keys::bytes32);
        recipes.put("CARD_SECRET", Keys::bytes32);
        recipes.put("NHIS_SECRET", Keys::bytes32);
        recipes.put("PERSON_INDEX_KEY", Keys::bytes32);
        recipes.put("PREMIUM_FINGERPRINT_KEY", Keys::bytes32);
        recipes.put("ACCOUNT_KEYS", Keys::fieldKeySet);
        recipes.put("PAYMENT_DOCUMENT_KEY", Keys::documentKey);
        recipes.put("KAFKA_CLUSTER_ID", Keys::clusterId);
        // The platform has no service, but its tests have a database.
        recipes.put("PLATFORM_PASSWORD", Keys::password);
        recipes.put("PLATFORM_OWNER_PASSWORD", Keys::password);
        for (Service service : Service.values()) {
            recipes.put(service + "_PASSWORD", Keys::password);
            recipes.put(service + "_OWNER_PASSWORD", Keys::password);
            recipes.put(service + "_RECEIPT_KEYS", Keys::signingKeySet);
            if (service.encryptsFields()) {
                recipes.put(service + "_FIELD_KEYS", Keys::fieldKeySet);
            }
        }
        return recipes;
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var lines = values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue());
        Files.write(draft, (Iterable<String>) lines::iterator);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
