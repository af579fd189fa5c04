package kr.gosan.auth.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kr.gosan.auth.AuthConfig;
import kr.gosan.platform.receipt.ReceiptKeys;

/** Signed statements to Keycloak about who has just proved who they are (RFC 7523 §3). Each is good once and briefly. */
@Singleton
class Assertions {

    private static final Duration LIFETIME = Duration.ofSeconds(30);

    private final ReceiptKeys keys;
    private final ObjectMapper mapper;
    private final String issuer;
    private final String audience;

    Assertions(ReceiptKeys keys, ObjectMapper mapper, AuthConfig config) {
        this.keys = keys;
        this.mapper = mapper;
        this.issuer = config.publicUrl() + "/auth/v1";
        this.audience = config.realmUrl();
    }

    String about(UUID memberId, Instant now) {
        ObjectNode claims = mapper.createObjectNode()
                .put("iss", issuer)
                .put("sub", memberId.toString())
                .put("aud", audience)
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFETIME).getEpochSecond())
                .put("jti", UUID.randomUUID().toString());
        return keys.sign(claims.toString(), "JWT");
    }
}
