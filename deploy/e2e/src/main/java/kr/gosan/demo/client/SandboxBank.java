package kr.gosan.demo.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The bank of the sandbox: tells the payment service what was paid, in signed notices. */
public final class SandboxBank {

    private final FrontDoor door;
    private final SecretKeySpec secret;

    /**
     * @param clientSecret of the bank's client at Keycloak
     * @param noticeSecret base64, the key its notices are signed with
     */
    public SandboxBank(FrontDoor door, URI keycloak, String clientSecret, String noticeSecret) {
        this.door = door.as(token(keycloak, clientSecret));
        this.secret = new SecretKeySpec(Base64.getDecoder().decode(noticeSecret), "HmacSHA256");
    }

    /** Sends a notice signed over exactly these bytes. */
    public Answer tell(ObjectNode notice) {
        String body = notice.toString();
        return door.with("X-Bank-Signature", signature(body)).send("POST", "/payment/v1/bank-notices", body);
    }

    /** A notice that a slip was paid. */
    public Answer pay(String transactionId, String ePaymentNo, long amount, String paidAt, String channel) {
        return tell(FrontDoor.JSON
                .createObjectNode()
                .put("bankTransactionId", transactionId)
                .put("ePaymentNo", ePaymentNo)
                .put("amount", amount)
                .put("paidAt", paidAt)
                .put("channel", channel));
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(URI keycloak, String clientSecret) {
        String form = "grant_type=client_credentials&client_id=sandbox-bank&client_secret="
                + URLEncoder.encode(clientSecret, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(keycloak.resolve("/realms/gosan/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return FrontDoor.JSON
                    .readTree(http.send(request, BodyHandlers.ofString()).body())
                    .required("access_token")
                    .asText();
        } catch (IOException e) {
            throw new IllegalStateException("the bank gets no token", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
