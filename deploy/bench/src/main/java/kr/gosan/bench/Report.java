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

/** The page {@code docs/performance.md}. */
final class Report {

    private Report() {}

    static String of(
            Collection<RunResult> calculation,
            BatchBench.Result batch,
            PaymentBench.Result payments,
            boolean durable,
            boolean quick)
            throws IOException {
        double full = score(calculation, "fullReturnWithTrace");
        double straight = score(calculation, "straightLine");
        StringBuilder page = new StringBuilder();
        page.append("""
                # Performance

                Written by `./gosan bench`; run it again to compare. Each figure stands beside a yardstick that was measured in the
                same run, because only the ratio means something on another machine.

                %s, %s, %s%s.

                | what | measured | yardstick | share of the yardstick | aim |
                |---|---:|---:|---:|---:|
                %s
                Each is explained below.

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
                        LocalDate.now(),
                        machine(),
                        System.getProperty("java.vendor") + " " + Runtime.version(),
                        quick ? ", a quick run that proves nothing" : "",
                        summary(full, straight, batch, payments),
                        time(calculation, "fullReturnWithTrace"),
                        time(calculation, "straightLine"),
                        plain(full / straight) + " : 1",
                        plain(1e9 / full)));
        batch(page, batch, durable);
        payments(page, payments, durable);
        return page.toString();
    }

    private static String summary(double full, double straight, BatchBench.Result batch, PaymentBench.Result payments) {
        double filed = median(batch.turns(), BatchBench.Turn::batch);
        double inserted = median(batch.turns(), BatchBench.Turn::committedEach);
        double paid = median(payments.turns(), PaymentBench.Turn::http);
        double bare = median(payments.turns(), PaymentBench.Turn::bare);
        PaymentBench.Latency latency = payments.latency();
        return """
                | full return with trace, a second | %s | straight-line arithmetic, %s | %s | – |
                | returns of a batch, a second | %s | bare inserts, %s | %s | – |
                | payments over HTTP, a second | %s | bare transactions, %s | %s | 0.60 |
                | return sent → slips visible | p50 %s ms, p99 %s ms | – | – | – |
                """.formatted(
                        plain(1e9 / full),
                        plain(1e9 / straight),
                        "1 : " + plain(full / straight),
                        plain(filed),
                        plain(inserted),
                        share(filed / inserted),
                        plain(paid),
                        plain(bare),
                        share(paid / bare),
                        plain(latency.p50()),
                        plain(latency.p99()));
    }

    private static void payments(StringBuilder page, PaymentBench.Result result, boolean durable) {
        PaymentBench.Latency latency = result.latency();
        page.append("""

                ## Payments

                `POST /payment/v1/bank-notices` over HTTP, %d at a time: token and signature checked, duplicates looked for, the
                slip locked and settled, the ledger booked, the event written, one commit each. In each turn %s slips of filed
                returns, half of each insurance. The yardstick writes the same %d rows of such a payment (and the slip's own
                move) for other slips by nothing but JDBC: prepared statements, %d connections, one transaction each, through
                the same triggers and checks. In turn, warmed up, fsync %s, while the outbox is relayed to Kafka.

                | turn | over HTTP, payments/s | bare transactions, payments/s | share |
                |---:|---:|---:|---:|
                """.formatted(
                        PaymentBench.CONNECTIONS,
                        plain(result.payments()),
                        result.rowsOfAPayment(),
                        PaymentBench.CONNECTIONS,
                        durable ? "on" : "**off**"));
        for (int i = 0; i < result.turns().size(); i++) {
            PaymentBench.Turn turn = result.turns().get(i);
            page.append("| %d | %s | %s | %s |\n"
                    .formatted(i + 1, plain(turn.http()), plain(turn.bare()), share(turn.http() / turn.bare())));
        }
        double http = median(result.turns(), PaymentBench.Turn::http);
        double bare = median(result.turns(), PaymentBench.Turn::bare);
        page.append("""
                | **median** | %s | %s | %s |

                ## From a return to its slips

                %s returns, one after the other: from sending `POST /premium/v1/returns` until
                `GET /payment/v1/slips?returnId=` shows slips, asked again and again. Between them lie the filing, the outbox,
                Kafka, and the issue of the slips.

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

    private static String share(double share) {
        return "%.2f".formatted(share);
    }

    private static void batch(StringBuilder page, BatchBench.Result batch, boolean durable) {
        double http = median(batch.turns(), BatchBench.Turn::batch);
        double each = median(batch.turns(), BatchBench.Turn::committedEach);
        double together = median(batch.turns(), BatchBench.Turn::committedTogether);
        page.append("""
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
            page.append(line(String.valueOf(i + 1), turn.batch(), turn.committedEach(), turn.committedTogether()));
        }
        page.append(line("**median**", http, each, together));
        page.append("""

                A return leaves %d rows, so the batch writes %s rows a second.

                ## Memory of a batch

                The service has a heap of %d MB. Heap is the most in use right after a collection while the batch was taken, resident
                the most memory the process had in that time (`VmHWM`); the sizes one after the other in one process, as
                NDJSON. Workbooks are not measured.

                | returns | returns/s | heap, MB | resident, MB |
                |---:|---:|---:|---:|
                """.formatted(batch.rowsOfAReturn(), plain(http * batch.rowsOfAReturn()), Service.HEAP_MEGABYTES));
        for (BatchBench.Memory memory : batch.memory()) {
            page.append("| %s | %s | %s | %s |\n"
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
