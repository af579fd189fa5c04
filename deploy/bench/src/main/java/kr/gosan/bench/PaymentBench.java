package kr.gosan.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Payments that a bank tells of over HTTP, beside {@link PaymentInserts} of the same rows, in turn; and how long it takes
 * from sending a return until its slips can be read. Both services run, with everything between them.
 */
final class PaymentBench {

    /** Payments under way at the same time, over HTTP and in the yardstick alike. */
    static final int CONNECTIONS = 8;

    /** Payments a second of one turn. */
    record Turn(double http, double bare) {}

    /** From sending a return until its slips are visible, in milliseconds. */
    record Latency(int returns, double p50, double p99, double longest) {}

    /** @param rowsOfAPayment rows that one payment leaves in the database */
    record Result(int payments, int rowsOfAPayment, List<Turn> turns, Latency latency) {}

    private record Slip(UUID slipId, String ePaymentNo, long payable) {}

    private final Service payment;
    private final Returns returns;
    private final String bank;
    private final Mac mac;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PaymentBench(Service premium, Service payment) throws Exception {
        this.payment = payment;
        this.returns = new Returns(premium, List.of(Database.PREMIUM, Database.PAYMENT), 20_000_000_000L);
        this.bank = payment.token("sandbox-bank", "BANK");
        this.mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(System.getenv("GOSAN_BANK_SECRET")), "HmacSHA256"));
    }

    Result run(int payments, int turns, int warmUp, int latencies) throws Exception {
        List<Slip> slips = issue(2 * warmUp + 2 * turns * payments);
        pay(take(slips, warmUp));
        PaymentInserts inserts;
        try (Connection connection = Database.PAYMENT.connect()) {
            inserts = PaymentInserts.of(connection, paid(connection));
        }
        bare(inserts, take(slips, warmUp));
        List<Turn> results = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            results.add(new Turn(pay(take(slips, payments)), bare(inserts, take(slips, payments))));
            System.out.printf("  turn %d: %s%n", i + 1, results.getLast());
        }
        Latency latency = latency(latencies);
        System.out.println("  " + latency);
        return new Result(payments, inserts.rows(), results, latency);
    }

    /** Files as many returns as make that many slips, and waits for the slips. */
    private List<Slip> issue(int count) throws Exception {
        returns.batch((count + 1) / 2);
        List<Slip> slips = slips();
        for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5); slips.size() < count; slips = slips()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + slips.size() + " slips of " + count + " after five minutes");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return new ArrayList<>(slips);
    }

    private static List<Slip> slips() throws SQLException {
        try (Connection connection = Database.PAYMENT.connect();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "select slip_id, e_payment_no, payable from slip where state = 'ISSUED' order by slip_id")) {
            List<Slip> slips = new ArrayList<>();
            while (row.next()) {
                slips.add(new Slip(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)));
            }
            return slips;
        }
    }

    private static UUID paid(Connection connection) throws SQLException {
        // One of employment insurance: its two funds leave the most rows.
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "select slip_id from slip where state = 'PAID' and insurance = 'EI' order by slip_id limit 1")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static List<Slip> take(List<Slip> slips, int count) {
        List<Slip> first = slips.subList(0, count);
        List<Slip> taken = List.copyOf(first);
        first.clear();
        return taken;
    }

    /** Payments a second over HTTP. */
    private double pay(List<Slip> slips) throws Exception {
        return inTurn(slips, share -> {
            for (Slip slip : share) {
                pay(slip);
            }
            return null;
        });
    }

    private void pay(Slip slip) throws IOException, InterruptedException, GeneralSecurityException {
        byte[] body =
                """
                {"bankTransactionId":"%s","ePaymentNo":"%s","amount":%d,"paidAt":"2022-03-30T14:05:09+09:00","channel":"COUNTER"}""".formatted(slip.slipId(), slip.ePaymentNo(), slip.payable()).getBytes();
        HttpRequest request = HttpRequest.newBuilder(payment.uri("/payment/v1/bank-notices"))
                .header("Authorization", "Bearer " + bank)
                .header("Content-Type", "application/json")
                .header("X-Bank-Signature", signature(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("ACCEPTED")) {
            throw new IllegalStateException("not accepted: " + answer.statusCode() + " " + answer.body());
        }
    }

    private String signature(byte[] body) {
        synchronized (mac) {
            return HexFormat.of().formatHex(mac.doFinal(body));
        }
    }

    /** Payments a second by nothing but JDBC. */
    private static double bare(PaymentInserts inserts, List<Slip> slips) throws Exception {
        return inTurn(slips, share -> {
            try (Connection connection = Database.PAYMENT.connect()) {
                inserts.write(connection, share.stream().map(Slip::slipId).toList());
            }
            return null;
        });
    }

    private interface Work {
        Void on(List<Slip> share) throws Exception;
    }

    private static double inTurn(List<Slip> slips, Work work) throws Exception {
        List<Callable<Void>> shares = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            List<Slip> share = slips.subList(i * slips.size() / CONNECTIONS, (i + 1) * slips.size() / CONNECTIONS);
            shares.add(() -> work.on(share));
        }
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Future<Void> share : threads.invokeAll(shares)) {
                share.get();
            }
        }
        return slips.size() / ((System.nanoTime() - start) / 1e9);
    }

    private Latency latency(int count) throws Exception {
        double[] millis = new double[count];
        int first = returns.prepare(count);
        for (int i = 0; i < count; i++) {
            long sent = System.nanoTime();
            UUID id = returns.file(first + i);
            awaitSlips(id);
            millis[i] = (System.nanoTime() - sent) / 1e6;
        }
        Arrays.sort(millis);
        return new Latency(count, millis[count / 2], millis[Math.ceilDiv(99 * count, 100) - 1], millis[count - 1]);
    }

    private void awaitSlips(UUID returnId) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            if (returns.ask(payment, "/payment/v1/slips?returnId=" + returnId)
                    .body()
                    .contains("ePaymentNo")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        throw new IllegalStateException("no slips for " + returnId);
    }
}
