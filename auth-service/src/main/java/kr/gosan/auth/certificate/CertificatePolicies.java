package kr.gosan.auth.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.gosan.auth.certificate.CertificatePolicy.HolderType;
import kr.gosan.auth.certificate.CertificatePolicy.Scope;

/** The allow-list of certificate policies: {@code certificate-policies.csv} beside this class, which names its sources. */
public final class CertificatePolicies {

    private static final CertificatePolicies PUBLISHED = read("certificate-policies.csv");

    private final Map<String, CertificatePolicy> byOid;

    private CertificatePolicies(Map<String, CertificatePolicy> byOid) {
        this.byOid = byOid;
    }

    public static CertificatePolicies published() {
        return PUBLISHED;
    }

    /** The first of these policies that a login takes. */
    public Optional<CertificatePolicy> accepted(Collection<String> oids) {
        return oids.stream()
                .map(byOid::get)
                .filter(policy -> policy != null && policy.accepted())
                .findFirst();
    }

    private static CertificatePolicies read(String resource) {
        try (InputStream in = CertificatePolicies.class.getResourceAsStream(resource)) {
            return new CertificatePolicies(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("oid"))
                    .map(CertificatePolicies::policy)
                    .collect(Collectors.toUnmodifiableMap(CertificatePolicy::oid, Function.identity())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CertificatePolicy policy(String line) {
        String[] cells = line.split(",", -1);
        boolean accepted = switch (cells[5]) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalStateException("accepted is yes or no: " + line);
        };
        return new CertificatePolicy(
                cells[0], cells[1], HolderType.valueOf(cells[2]), Scope.valueOf(cells[3]), accepted);
    }
}
