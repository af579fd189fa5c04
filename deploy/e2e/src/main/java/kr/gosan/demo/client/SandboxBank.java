package kr.gosan.demo.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
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
        this.door = door.as(ClientToken.of(keycloak, "sandbox-bank", clientSecret));
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
}
