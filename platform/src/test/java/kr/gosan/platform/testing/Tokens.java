package kr.gosan.platform.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.platform.identity.MemberType;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens as Keycloak would issue them, signed with the key of {@link TestKeys}. */
public final class Tokens {

    private Tokens() {}

    public static String employer(String memberId, BusinessNumber business) {
        return sign(claims(memberId, MemberType.EMPLOYER).claim("business_number", business.digits()));
    }

    public static String worker(String memberId, String personKey) {
        return sign(claims(memberId, MemberType.WORKER).claim("person_key", personKey));
    }

    /** A 보험사무대행기관, known by its business certificate. */
    public static String agency(String memberId, BusinessNumber business) {
        return sign(claims(memberId, MemberType.AGENCY).claim("business_number", business.digits()));
    }

    /** Operations staff: a client of its own, without a certificate. */
    public static String operator() {
        return operator("gosan-operations");
    }

    /** One of several operators. */
    public static String operator(String memberId) {
        return sign(claims(memberId, MemberType.OPERATOR).claim("auth_level", "client"));
    }

    public static String bank() {
        return sign(claims("sandbox-bank", MemberType.BANK).claim("auth_level", "client"));
    }

    public static String nhis() {
        return sign(claims("sandbox-nhis", MemberType.NHIS).claim("auth_level", "client"));
    }

    /** An employer nobody knows. */
    public static String stranger() {
        return employer(UUID.randomUUID().toString(), TestNumbers.business());
    }

    public static String expired() {
        return sign(claims("late", MemberType.EMPLOYER)
                .issuedAt(Instant.now().minus(Duration.ofHours(2)))
                .expiresAt(Instant.now().minus(Duration.ofHours(1))));
    }

    public static String forAnotherAudience() {
        return sign(claims("other", MemberType.EMPLOYER).audience("somebody-else"));
    }

    private static JwtClaimsBuilder claims(String memberId, String memberType) {
        return Jwt.subject(memberId)
                .audience("gosan")
                .issuer("https://tokens.test")
                .expiresIn(Duration.ofMinutes(30))
                .claim("member_id", memberId)
                .claim("member_type", memberType)
                .claim("auth_level", "joint-certificate");
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.sign(signingKey());
    }

    private static PrivateKey signingKey() {
        byte[] key =
                Base64.getDecoder().decode(ConfigProvider.getConfig().getValue(TestKeys.SIGNING_KEY, String.class));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
