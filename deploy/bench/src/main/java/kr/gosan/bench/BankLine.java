package kr.gosan.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A bank's connection to payment-service: HTTP/1.1 on one socket that stays open, one notice after the other. No library
 * lies between, because what the sender costs would count as what the service costs: both share the machine.
 */
final class BankLine implements AutoCloseable {

    private static final String PATH = "/payment/v1/bank-notices";

    private final Socket socket;
    private final InputStream in;
    private final String head;
    private final Mac mac;

    BankLine(Service payment, String token) throws IOException, GeneralSecurityException {
        URI uri = payment.uri(PATH);
        this.socket = new Socket(uri.getHost(), uri.getPort());
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.head = "POST " + PATH + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\n";
        this.mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(System.getenv("GOSAN_BANK_SECRET")), "HmacSHA256"));
    }

    /** Tells that the slip was paid at a counter, in time and with its exact amount; throws unless that was accepted. */
    void pay(OpenSlip slip) throws IOException {
        byte[] body =
                """
                {"bankTransactionId":"%s","ePaymentNo":"%s","amount":%d,"paidAt":"2022-03-30T14:05:09+09:00","channel":"COUNTER"}""".formatted(slip.slipId(), slip.ePaymentNo(), slip.payable()).getBytes(StandardCharsets.UTF_8);
        byte[] before = (head + "X-Bank-Signature: " + HexFormat.of().formatHex(mac.doFinal(body))
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[before.length + body.length];
        System.arraycopy(before, 0, request, 0, before.length);
        System.arraycopy(body, 0, request, before.length, body.length);
        socket.getOutputStream().write(request);
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        String answer = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.equals("HTTP/1.1 200 OK") || !answer.contains("ACCEPTED")) {
            throw new IllegalStateException("not accepted: " + status + " " + answer);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the service hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
