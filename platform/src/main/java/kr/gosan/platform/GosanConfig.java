package kr.gosan.platform;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The settings that every service has. */
@ConfigMapping(prefix = "gosan")
public interface GosanConfig {

    /** Name of the service: {@code premium}. Names its database users, its event source and its problem texts. */
    String service();

    /** Prefix of all topic names. */
    String topics();

    /** Whether the sandbox is on: movable clocks, sandbox certificates, sandbox bank. Off in production. */
    boolean sandbox();

    /** A directory of law files that replace or add to the shipped ones; none by default. */
    Optional<Path> lawDirectory();

    /** JWK set with private P-256 keys, newest first; the first one signs. */
    String receiptKeys();

    /** Tink AES-GCM keyset (JSON) for fields encrypted at rest, in services that keep any. */
    Optional<String> fieldKeys();

    /** Tink AES-GCM keyset (JSON) that seals accounts in events, in the two services that tell and hear of them. */
    Optional<String> accountKeys();

    /** RSA key (PKCS#8 in base64) that documents are signed with, in services that sign any. */
    Optional<String> documentKey();

    /** Certificates of that key (PEM, its own first). Only the sandbox does without. */
    Optional<String> documentCertificates();

    /** Where everybody reaches the front door, in services whose documents say so. */
    Optional<String> publicUrl();

    /**
     * Paths whose bodies are read as a stream, row by row, and may therefore be larger than any single document. Empty in
     * most services.
     */
    Optional<Set<String>> streamedPaths();

    /** Base64 of 32 bytes, the key of the blind index over resident numbers, in services that keep any. */
    Optional<String> personIndexKey();
}
