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
 * Runs all benchmarks and writes {@code docs/performance.md}. Expects the servers of a stack of its own: {@code ./gosan
 * bench} starts them.
 */
public final class Main {

    private static final int PORT = Integer.parseInt(System.getProperty("gosan.bench.port", "20081"));

    private Main() {}

    /** @param arguments the checkout; then {@code --quick} for a short run that only shows that everything works */
    public static void main(String[] arguments) throws Exception {
        Path checkout = Path.of(arguments[0]);
        boolean quick = List.of(arguments).contains("--quick");
        System.out.println("Calculation");
        Collection<RunResult> calculation = calculation(quick);
        System.out.println("Batches");
        Path home = Path.of(System.getenv("GOSAN_HOME"));
        KeyPair tokens = Service.tokens();
        BatchBench.Result batch;
        // Topics of its own: what these returns tell would keep the other service busy during the next measurement.
        try (Service premium = Service.start(checkout, home, "premium", "test-premium", PORT, tokens)) {
            batch = quick
                    ? new BatchBench(premium).run(2_000, 1, 500, new int[] {500, 2_000})
                    : new BatchBench(premium).run(4_000, 2, 2_000, new int[] {1_000, 5_000});
        }
        System.out.println("Payments");
        PaymentBench.Result payments;
        try (Service premium = Service.start(checkout, home, "premium", "gosan", PORT, tokens);
                Service payment = Service.start(checkout, home, "payment", "gosan", PORT + 1, tokens)) {
            PaymentBench bench = new PaymentBench(premium, payment);
            payments = quick ? bench.run(500, 1, 300, 50) : bench.run(1_000, 3, 1_000, 300);
        }
        String report = Report.of(calculation, batch, payments, Database.PREMIUM.isDurable(), quick);
        Path file = checkout.resolve(quick ? ".gosan/bench/performance.md" : "docs/performance.md");
        Files.writeString(file, report);
        System.out.println(report);
        System.out.println("Written to " + file);
    }

    private static Collection<RunResult> calculation(boolean quick) throws Exception {
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
}
