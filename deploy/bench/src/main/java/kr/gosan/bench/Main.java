package kr.gosan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and writes {@code docs/performance.md}. Expects the servers of a stack of its own: {@code ./gosan
 * bench} starts them.
 */
public final class Main {

    private static final int PORT = Integer.parseInt(System.getProperty("gosan.bench.port", "20081"));
    private static final List<String> PARTS = List.of("calculation", "batches", "payments");

    private final Path checkout;
    private final Path home = Path.of(System.getenv("GOSAN_HOME"));
    private final KeyPair tokens;
    private final boolean quick;

    private Main(Path checkout, boolean quick) throws Exception {
        this.checkout = checkout;
        this.tokens = Service.tokens();
        this.quick = quick;
    }

    /**
     * @param arguments the checkout; then {@code --quick} for a short run that only shows that everything works, and the
     *     parts to run, all when none is named
     */
    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments).subList(1, arguments.length);
        List<String> unknown = options.stream()
                .filter(option -> !option.equals("--quick") && !PARTS.contains(option))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("Unknown: " + unknown + "; there are --quick and the parts " + PARTS);
            System.exit(2);
        }
        List<String> parts = options.stream().anyMatch(PARTS::contains) ? options : PARTS;
        new Main(Path.of(arguments[0]), options.contains("--quick")).run(parts);
    }

    private void run(List<String> parts) throws Exception {
        boolean all = parts.containsAll(PARTS);
        Report report = new Report(Database.PREMIUM.isDurable(), quick || !all);
        if (parts.contains("calculation")) {
            System.out.println("Calculation");
            report.calculation(calculation());
        }
        if (parts.contains("batches")) {
            System.out.println("Batches");
            report.batch(batches());
        }
        if (parts.contains("payments")) {
            System.out.println("Payments");
            report.payments(payments());
        }
        Path file = checkout.resolve(quick || !all ? ".gosan/bench/performance.md" : "docs/performance.md");
        Files.writeString(file, report.page());
        System.out.println(report.page());
        System.out.println("Written to " + file);
    }

    private Collection<RunResult> calculation() throws Exception {
        return new Runner(new OptionsBuilder()
                        .include(ReturnCalculationBench.class.getSimpleName())
                        .forks(quick ? 1 : 2)
                        .warmupIterations(quick ? 2 : 4)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(quick ? 2 : 4)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
    }

    private BatchBench.Result batches() throws Exception {
        // Topics of its own: what these returns tell would keep the other service busy during the next measurement.
        try (Service premium = Service.start(checkout, home, "premium", "test-premium", PORT, tokens)) {
            return quick
                    ? new BatchBench(premium).run(2_000, 1, 500, new int[] {500, 2_000})
                    : new BatchBench(premium).run(4_000, 2, 2_000, new int[] {1_000, 5_000});
        }
    }

    private PaymentBench.Result payments() throws Exception {
        try (Service premium = Service.start(checkout, home, "premium", "gosan", PORT, tokens);
                Service payment = Service.start(checkout, home, "payment", "gosan", PORT + 1, tokens)) {
            PaymentBench bench = new PaymentBench(premium, payment);
            return quick ? bench.run(400, 2, 800, 50) : bench.run(800, 4, 4_000, 300);
        }
    }
}
