package kr.gosan.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from sending a return until its slips can be read, with both services and everything between them; and
 * payments of such slips that a bank tells of over HTTP, beside {@link PaymentInserts} of the same rows, in turn.
 */
final class PaymentBench {

    /** Payments under way at the same time, over HTTP and in the yardstick alike. */
    static final int CONNECTIONS = 8;

    /** Payments a second of one turn. */
    record Turn(double http, double bare) {}

    /** From sending a return until its slips are visible, in milliseconds. */
    record Latency(int returns, double p50, double p99, double longest) {}

    /** @param rowsOfAPayment rows that one payment leaves in the database, of each insurance */
    record Result(int payments, List<Integer> rowsOfAPayment, List<Turn> turns, Latency latency) {}

    private final Service premium;
    private final Service payment;
    private final Returns returns;
    private final String bank;

    PaymentBench(Service premium, Service payment) throws Exception {
        this.premium = premium;
        this.payment = payment;
        this.returns = new Returns(premium, List.of(Database.PREMIUM, Database.PAYMENT), 20_000_000_000L);
        this.bank = payment.token("sandbox-bank", "BANK");
    }

    /**
     * @param payments of each turn, over HTTP and bare
     * @param warmUp payments over HTTP that are not counted; of the bare ones one turn is not
     * @param latencies returns that are filed one after the other
     */
    Result run(int payments, int turns, int warmUp, int latencies) throws Exception {
        int count = warmUp + payments + 2 * turns * payments;
        makeVirtualAccounts(count + 2 * latencies);
        List<OpenSlip> slips = issue(count);
        Latency latency = latency(latencies);
        System.out.println("  " + latency);
        // What premium-service does about payments is done on a machine of its own; here it would take processors away.
        premium.close();
        pay(take(slips, warmUp));
        Map<String, PaymentInserts> inserts = new HashMap<>();
        try (Connection connection = Database.PAYMENT.connect()) {
            for (String insurance : List.of("EI", "IA")) {
                inserts.put(insurance, PaymentInserts.of(connection, insurance));
            }
        }
        bare(inserts, take(slips, payments));
        List<Turn> results = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            results.add(new Turn(pay(take(slips, payments)), bare(inserts, take(slips, payments))));
            System.out.printf("  turn %d: %s%n", i + 1, results.getLast());
        }
        return new Result(
                payments,
                inserts.values().stream().map(PaymentInserts::rows).sorted().toList(),
                results,
                latency);
    }

    /** Numbers that two banks allotted, so that slips get theirs as they do beside living banks. */
    private static void makeVirtualAccounts(int slips) throws SQLException {
        try (Connection connection = Database.PAYMENT.connect();
                Statement statement = connection.createStatement()) {
            for (String bank : List.of("BANK_WOORI", "BANK_HANA")) {
                String block = UUID.randomUUID().toString();
                statement.execute("insert into virtual_account_block (request_id, bank, size, arrived_at) values ('"
                        + block + "', '" + bank + "', " + slips + ", now())");
                statement.execute("insert into virtual_account (account_no, bank, request_id) select '"
                        + (bank.equals("BANK_WOORI") ? "51" : "52")
                        + "' || lpad((n + coalesce((select count(*) from virtual_account), 0))::text, 10, '0'), '"
                        + bank
                        + "', '" + block + "' from generate_series(1, " + slips + ") n");
            }
        }
    }

    /** Files as many returns as make that many slips, and waits for the slips. */
    private List<OpenSlip> issue(int count) throws Exception {
        returns.batch((count + 1) / 2);
        new Events(List.of(Database.PREMIUM, Database.PAYMENT)).awaitQuiet();
        List<OpenSlip> slips = OpenSlip.all();
        if (slips.size() < count) {
            throw new IllegalStateException("only " + slips.size() + " slips of " + count);
        }
        return slips;
    }

    private static List<OpenSlip> take(List<OpenSlip> slips, int count) {
        List<OpenSlip> first = slips.subList(0, count);
        List<OpenSlip> taken = List.copyOf(first);
        first.clear();
        return taken;
    }

    private interface Payer {
        void pay(OpenSlip slip) throws Exception;
    }

    /** Payments a second over HTTP. */
    private double pay(List<OpenSlip> slips) throws Exception {
        List<BankLine> lines = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                lines.add(new BankLine(payment, bank));
            }
            return measure(slips, lines.stream().<Payer>map(line -> line::pay).toList());
        } finally {
            for (BankLine line : lines) {
                line.close();
            }
        }
    }

    /** Payments a second by nothing but JDBC. */
    private double bare(Map<String, PaymentInserts> inserts, List<OpenSlip> slips) throws Exception {
        List<Connection> connections = new ArrayList<>();
        try {
            List<Payer> payers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection connection = Database.PAYMENT.connect();
                connections.add(connection);
                Map<String, PaymentInserts.Prepared> prepared = new HashMap<>();
                for (Map.Entry<String, PaymentInserts> each : inserts.entrySet()) {
                    prepared.put(each.getKey(), each.getValue().prepare(connection));
                }
                payers.add(slip -> prepared.get(slip.insurance()).pay(slip));
            }
            return measure(slips, payers);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** Every payer pays its share of the slips, all at the same time, once the events of the turn before are through. */
    private double measure(List<OpenSlip> slips, List<Payer> payers) throws Exception {
        new Events(List.of(Database.PAYMENT)).awaitQuiet();
        List<Callable<Void>> shares = new ArrayList<>();
        for (int i = 0; i < payers.size(); i++) {
            Payer payer = payers.get(i);
            List<OpenSlip> share =
                    slips.subList(i * slips.size() / payers.size(), (i + 1) * slips.size() / payers.size());
            shares.add(() -> {
                for (OpenSlip slip : share) {
                    payer.pay(slip);
                }
                return null;
            });
        }
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(payers.size())) {
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
