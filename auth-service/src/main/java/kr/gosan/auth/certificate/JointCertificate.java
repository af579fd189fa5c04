package kr.gosan.auth.certificate;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A joint certificate (공동인증서) that a verification has found good.
 *
 * @param issuer distinguished name in RFC 2253 form, UTF-8; with {@code serialNumber} it is the certificate's key
 * @param subject distinguished name in RFC 2253 form, UTF-8
 * @param validUntil last instant of validity, inclusive
 */
public record JointCertificate(
        String issuer,
        BigInteger serialNumber,
        String subject,
        CertificatePolicy policy,
        Instant validFrom,
        Instant validUntil) {}
