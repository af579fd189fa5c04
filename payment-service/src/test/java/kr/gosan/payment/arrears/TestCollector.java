package kr.gosan.payment.arrears;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.testing.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;

/** The National Health Insurance Service, signing what it says it collected. */
public final class TestCollector {

    private static final String PATH = "/payment/v1/arrears-collections";

    private TestCollector() {}

    public static String number() {
        return "NHIS-" + UUID.randomUUID();
    }

    /** @param insurance null for money for both */
    public static String notice(
            String number, WorkplaceNumber workplace, String insurance, long amount, long cost, String on) {
        return "{\"nhisTransactionId\":\"%s\",\"managementNo\":\"%s\",%s\"amount\":%d,\"collectionCost\":%d,\"collectedOn\":\"%s\"}"
                .formatted(
                        number,
                        workplace.digits(),
                        insurance == null ? "" : "\"insurance\":\"" + insurance + "\",",
                        amount,
                        cost,
                        on);
    }

    public static Response tells(String body) {
        return post(PATH, body, signature(body));
    }

    public static Response takesBack(String number, String reverses, String on) {
        String body = "{\"nhisTransactionId\":\"%s\",\"reverses\":\"%s\",\"reversedOn\":\"%s\"}"
                .formatted(number, reverses, on);
        return post(PATH + "/reversals", body, signature(body));
    }

    static Response tells(String body, String signature) {
        return post(PATH, body, signature);
    }

    private static Response post(String path, String body, String signature) {
        return given().auth()
                .oauth2(Tokens.nhis())
                .header("Accept-Language", "en")
                .header("X-Bank-Signature", signature)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    private static String signature(String body) {
        String key = ConfigProvider.getConfig().getValue("gosan.institution.nhis.key", String.class);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
