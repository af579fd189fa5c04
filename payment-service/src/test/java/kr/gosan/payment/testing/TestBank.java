package kr.gosan.payment.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.gosan.platform.testing.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;

/** A bank that signs its notices. */
public final class TestBank {

    private TestBank() {}

    public static String notice(String transaction, String ePaymentNo, long amount, String paidAt, String channel) {
        return """
                {"bankTransactionId":"%s","ePaymentNo":"%s","amount":%d,"paidAt":"%s","channel":"%s"}""".formatted(transaction, ePaymentNo, amount, paidAt, channel);
    }

    /** A notice of a payment by giro on March 30, under a transaction number of its own. */
    public static String notice(String ePaymentNo, long amount) {
        return notice(UUID.randomUUID().toString(), ePaymentNo, amount, "2022-03-30T14:05:09+09:00", "GIRO");
    }

    public static Response sends(String body) {
        return sends(body, signature(body));
    }

    /** @param signature left out when null */
    public static Response sends(String body, String signature) {
        return posts("/payment/v1/bank-notices", body, signature);
    }

    /** Asks before it moves money. */
    public static Response inquires(String body) {
        return posts("/payment/v1/bank-inquiries", body, signature(body));
    }

    public static Response posts(String path, String body, String signature) {
        var request = given().auth().oauth2(Tokens.bank()).header("Accept-Language", "en");
        if (signature != null) {
            request.header("X-Bank-Signature", signature);
        }
        return request.contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    public static String signature(String body) {
        return signature("bank-woori", body);
    }

    /** @param institution as its settings are called: {@code card} */
    public static String signature(String institution, String body) {
        String secret = ConfigProvider.getConfig().getValue("gosan.institution." + institution + ".key", String.class);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
