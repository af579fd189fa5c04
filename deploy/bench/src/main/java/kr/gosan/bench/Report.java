package kr.gosan.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.RunResult;

/** The page {@code docs/performance.md}: one table of all figures, then what each of them is. */
final class Report {

    private final boolean durable;
    private final boolean partial;
    private final StringBuilder summary = new StringBuilder();
    private final StringBuilder sections = new StringBuilder();

    /**
     * @param durable whether the database waited for its disk at every commit
     * @param partial whether the run was too short, or too little, to prove anything
     */
    Report(boolean durable, boolean partial) {
        this.durable = durable;
        this.partial = partial;
    }

    String page() throws IOException {
        return """
                # Performance

                Written by `./gosan bench`; run it again to compare. Each figure stands beside a yardstick that was measured in the
                same run, because only the ratio means something on another machine.

                %s, %s, %s%s.

                | what | measured | yardstick of the same run | ratio | aim |
                |---|---:|---:|---:|---:|
                %s
                Each is explained below.
                %s""".formatted(
                        LocalDate.now(),
                        machine(),
                        System.getProperty("java.vendor") + " " + Runtime.version(),
                        partial ? ", a short or partial run that proves nothing" : "",
                        summary,
                        sections);
    }

    private void row(String what, String measured, String yardstick, String ratio, String aim) {
        summary.append("| %s | %s | %s | %s | %s |\n".formatted(what, measured, yardstick, ratio, aim));
    }

    void calculation(Collection<RunResult> results) {
        double full = score(results, "fullReturnWithTrace");
        double straight = score(results, "straightLine");
        row(
                "full returns with trace, a second",
                plain(1e9 / full),
                plain(1e9 / straight) + " in straight-line `long` arithmetic",
                "1 : " + plain(full / straight),
                "–");
        sections.append("""

                ## A full return

                Checks, the law of both years, confirmed and estimated premium, settlement, payment plans and the trace of every
                step, for 1,024 different returns in turn. The yardstick is the same arithmetic as straight-line `long` code with
                the rates written into it, without checks, look-ups or trace; both give the same figures, or the run fails. JMH,
                average time, ± the half-width of the 99.9 %% confidence interval.

                | | time of a return |
                |---|---:|
                | full return with trace | %s |
                | straight-line `long` arithmetic | %s |
                | **ratio** | **%s** |

                One processor calculates %s full returns a second.
                """.formatted(
                        time(results, "fullReturnWithTrace"),
                        time(results, "straightLine"),
                        plain(full / straight) + " : 1",
                        plain(1e9 / full)));
    }

    void payments(PaymentBench.Result result) {
        double http = median(result.turns(), PaymentBench.Turn::http);
        double bare = median(result.turns(), PaymentBench.Turn::bare);
        row(
                "payments over HTTP, a second",
                plain(http),
                plain(bare) + " bare transactions",
                share(http / bare),
                "0.60");
        PaymentBench.Latency latency = result.latency();
        row(
                "return sent → slips visible",
                "p50 %s ms, p99 %s ms".formatted(plain(latency.p50()), plain(latency.p99())),
                "–",
                "–",
                "–");
        sections.append("""

                ## Payments

                `POST /payment/v1/bank-notices` over HTTP, %1$d connections that each send the next notice when the one before was
                answered. A payment is: token and signature checked, body read, repetitions and reversals looked for, the slip found,
                locked and moved to PAID, the rules of the way of payment applied, money divided over the levies, notice, payment,
                ledger, event and audit written, one commit.

                The yardstick is what one would write by hand to insert the same rows: %2$s by nothing but JDBC, with
                their slip's move to PAID, over %1$d connections with one commit for each payment; server-prepared statements, the
                ledger's entries as one batch; the same database, tables, indexes, constraints, triggers and checks at commit. It
                looks nothing up and calculates nothing: the values are those of a payment that was taken in over HTTP before.

                Each turn pays %3$s slips of filed returns each way, half of each insurance, one way after the other. Both are warmed
                up, connections are open and statements prepared before the clock runs, and a turn begins when the events of the one
                before are through. In both, payment-service relays the events to Kafka meanwhile and raises the employer's notice;
                other services are stopped. Client, service, Kafka and PostgreSQL (fsync and synchronous commit %4$s) share the
                processors named above.

                | turn | over HTTP, payments/s | bare transactions, payments/s | ratio |
                |---:|---:|---:|---:|
                """.formatted(
                        PaymentBench.CONNECTIONS,
                        rows(result.rowsOfAPayment()),
                        plain(result.payments()),
                        durable ? "on" : "**off**"));
        for (int i = 0; i < result.turns().size(); i++) {
            PaymentBench.Turn turn = result.turns().get(i);
            sections.append("| %d | %s | %s | %s |\n"
                    .formatted(i + 1, plain(turn.http()), plain(turn.bare()), share(turn.http() / turn.bare())));
        }
        sections.append("""
                | **median** | %s | %s | %s |

                ## From a return to its slips

                %s returns, one after the other: from sending `POST /premium/v1/returns?submit=true` until
                `GET /payment/v1/slips?returnId=` shows slips, asked again and again. Between them lie the filing, the outbox,
                Kafka, and the issue of the slips with their virtual accounts.

                | p50 | p99 | longest |
                |---:|---:|---:|
                | %s ms | %s ms | %s ms |
                """.formatted(
                        plain(http),
                        plain(bare),
                        share(http / bare),
                        plain(latency.returns()),
                        plain(latency.p50()),
                        plain(latency.p99()),
                        plain(latency.longest())));
    }

    private static String rows(List<Integer> rows) {
        return String.join(" or ", rows.stream().distinct().map(String::valueOf).toList()) + " rows";
    }

    private static String share(double share) {
        return "%.2f".formatted(share);
    }

    void batch(BatchBench.Result batch) {
        double http = median(batch.turns(), BatchBench.Turn::batch);
        double each = median(batch.turns(), BatchBench.Turn::committedEach);
        double together = median(batch.turns(), BatchBench.Turn::committedTogether);
        row("returns of a batch, a second", plain(http), plain(each) + " bare inserts", share(http / each), "–");
        sections.append("""

                ## A batch of %s returns

                `POST /premium/v1/return-batches` over HTTP: each row read, checked, calculated, signed, written and committed by
                itself, by %d workers. All returns are of one kind: a construction collective (일괄) for 2021, filed by an agency,
                paid as a lump sum, without particulars, monthly table or refund, for a workplace that files for the first time.
                A return in instalments leaves up to six rows more. The yardstick inserts the same %d rows of a return into the
                same tables by nothing but JDBC
                (prepared statements, %d connections); both in turn, warmed up, on one PostgreSQL with fsync %s, while the outbox
                is relayed to Kafka.

                | turn | batch, returns/s | bare inserts, a commit each, returns/s | share | bare inserts, 500 to a commit, returns/s | share |
                |---:|---:|---:|---:|---:|---:|
                """.formatted(
                        plain(batch.rows()),
                        BatchBench.CONNECTIONS,
                        batch.rowsOfAReturn(),
                        BatchBench.CONNECTIONS,
                        durable ? "on" : "**off**"));
        for (int i = 0; i < batch.turns().size(); i++) {
            BatchBench.Turn turn = batch.turns().get(i);
            sections.append(line(String.valueOf(i + 1), turn.batch(), turn.committedEach(), turn.committedTogether()));
        }
        sections.append(line("**median**", http, each, together));
        sections.append(
                """

                A return leaves %d rows, so the batch writes %s rows a second.

                ## Memory of a batch

                The service has a heap of %d MB. Heap is the most in use right after a collection while the batch was taken, resident
                the most memory the process had in that time (`VmHWM`); the sizes one after the other in one process, as
                NDJSON. Workbooks are not measured.

                | returns | returns/s | heap, MB | resident, MB |
                |---:|---:|---:|---:|
                """.formatted(batch.rowsOfAReturn(), plain(http * batch.rowsOfAReturn()), Service.HEAP_MEGABYTES));
        for (BatchBench.Memory memory : batch.memory()) {
            sections.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            plain(memory.rows()),
                            plain(memory.rowsPerSecond()),
                            known(memory.heapMegabytes()),
                            known(memory.residentMegabytes())));
        }
    }

    private static String line(String name, double batch, double each, double together) {
        return "| %s | %s | %s | %s %% | %s | %s %% |\n"
                .formatted(
                        name,
                        plain(batch),
                        plain(each),
                        plain(100 * batch / each),
                        plain(together),
                        plain(100 * batch / together));
    }

    private static String known(long megabytes) {
        return megabytes < 0 ? "–" : String.valueOf(megabytes);
    }

    private static <T> double median(List<T> turns, ToDoubleFunction<T> figure) {
        double[] sorted = turns.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static RunResult result(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + name))
                .findFirst()
                .orElseThrow();
    }

    private static double score(Collection<RunResult> results, String name) {
        return result(results, name).getPrimaryResult().getScore();
    }

    private static String time(Collection<RunResult> results, String name) {
        var result = result(results, name).getPrimaryResult();
        return "%s ± %s ns".formatted(plain(result.getScore()), plain(result.getScoreError()));
    }

    private static String plain(double figure) {
        return Double.isNaN(figure) ? "–" : "%,.0f".formatted(BigDecimal.valueOf(figure));
    }

    private static String machine() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        String name = Files.exists(processors)
                ? Files.readAllLines(processors).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"))
                : System.getProperty("os.arch");
        return "%d × %s, %s".formatted(Runtime.getRuntime().availableProcessors(), name, System.getProperty("os.name"));
    }
}
