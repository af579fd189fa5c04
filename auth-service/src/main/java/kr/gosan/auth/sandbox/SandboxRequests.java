package kr.gosan.auth.sandbox;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import kr.gosan.auth.certificate.ClaimedHolder;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the sandbox authority can be asked. */
final class SandboxRequests {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_KEY = 2000;
    private static final int SHORTEST_RSA_KEY = 2048;
    private static final int LONGEST_RSA_KEY = 4096;
    private static final LocalDate EARLIEST = LocalDate.of(2016, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2043, 12, 31);

    private SandboxRequests() {}

    /** Asks for a certificate. */
    @Schema(name = "SandboxCertificateRequest")
    record CertificateRequest(
            @Schema(required = true) SandboxHolder kind,

            @Schema(required = true, description = "Name of the company or person")
            String commonName,

            @Schema(description = "For a corporate certificate")
            BusinessNumber businessNumber,

            @Schema(description = "For a personal certificate. Use invented numbers.")
            ResidentNumber residentNumber,

            @Schema(
                    description =
                            "RSA public key of 2,048 to 4,096 bits (DER SubjectPublicKeyInfo in base64). Without one"
                                    + " the sandbox makes a key pair.")
            String publicKey,

            @Schema(
                    description = "First of 366 days of validity; today when missing. A past one gives an expired"
                            + " certificate, a future one a certificate that is not yet valid.")
            LocalDate validFrom)
            implements RequestBody {

        @Override
        public void check(FieldErrors errors) {
            errors.required("/kind", kind);
            errors.required("/commonName", commonName);
            errors.text("/commonName", commonName, LONGEST_NAME);
            if (kind == SandboxHolder.CORPORATE) {
                errors.required("/businessNumber", businessNumber);
                if (residentNumber != null) {
                    errors.add("/residentNumber", "not-for-corporate");
                }
            }
            if (kind == SandboxHolder.PERSONAL) {
                errors.required("/residentNumber", residentNumber);
                if (businessNumber != null) {
                    errors.add("/businessNumber", "not-for-personal");
                }
            }
            if (publicKey != null && readKey().isEmpty()) {
                errors.add("/publicKey", "rsa-key-expected");
            }
            if (validFrom != null && (validFrom.isBefore(EARLIEST) || validFrom.isAfter(LATEST))) {
                errors.add("/validFrom", "date-out-of-range", EARLIEST.toString(), LATEST.toString());
            }
        }

        SandboxAuthority.Order order() {
            ClaimedHolder holder = kind == SandboxHolder.CORPORATE
                    ? new ClaimedHolder.Business(businessNumber)
                    : new ClaimedHolder.Person(residentNumber);
            return new SandboxAuthority.Order(kind, commonName, holder, readKey(), Optional.ofNullable(validFrom));
        }

        private Optional<PublicKey> readKey() {
            if (publicKey == null || publicKey.length() > LONGEST_KEY) {
                return Optional.empty();
            }
            try {
                PublicKey key = KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
                int bits = ((RSAPublicKey) key).getModulus().bitLength();
                return bits >= SHORTEST_RSA_KEY && bits <= LONGEST_RSA_KEY ? Optional.of(key) : Optional.empty();
            } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
                return Optional.empty();
            }
        }
    }

    /** Asks for another state of a certificate. */
    @Schema(name = "SandboxStatusRequest")
    record StatusRequest(@Schema(required = true) SandboxStatus status) implements RequestBody {

        @Override
        public void check(FieldErrors errors) {
            errors.required("/status", status);
        }
    }
}
