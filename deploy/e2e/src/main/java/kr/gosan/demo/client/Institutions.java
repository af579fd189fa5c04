package kr.gosan.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** Payers and institutions, as the sandbox plays them: see {@code docs/guides/sandbox.md}. */
public final class Institutions {

    private final FrontDoor sandbox;

    public Institutions(URI address) {
        sandbox = new FrontDoor(address);
    }

    /** Does something there: {@code plays("/giro-payments", …)}. */
    public Answer plays(String path, ObjectNode body) {
        return sandbox.post(path, body);
    }

    /** Pays a slip by its e-payment number; the bank asks for the amount. */
    public Answer pays(String path, String channel, JsonNode slip, String paidAt) {
        return plays(
                path,
                FrontDoor.JSON
                        .createObjectNode()
                        .put("ePaymentNo", slip.path("ePaymentNo").asText())
                        .put("channel", channel)
                        .put("paidAt", paidAt));
    }

    /** Pays into a virtual account. */
    public Answer deposits(String accountNo, long amount, String paidAt) {
        return plays(
                "/deposits",
                FrontDoor.JSON
                        .createObjectNode()
                        .put("virtualAccountNo", accountNo)
                        .put("amount", amount)
                        .put("paidAt", paidAt));
    }

    /** The daily file of an institution. */
    public Answer statement(String institution, String day) {
        return sandbox.get("/statements/" + institution + "/" + day);
    }

    /** What the National Health Insurance Service was told to collect of a workplace. */
    public Answer handedOver(String managementNo) {
        return sandbox.get("/hand-overs/" + managementNo);
    }
}
