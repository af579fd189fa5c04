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

    static String of(Collection<RunResult> calculation, BatchBench.Result batch, boolean durable, boolean quick)
            throws IOException {
        double full = score(calculation, "fullReturnWithTrace");
        double straight = score(calculation, "straightLine");
        StringBuilder page = new StringBuilder();
        page.append("""
                # Performance

                Written by `./gosan bench`; run it again to compare. Each figure stands beside a yardstick that was measured in the
                same run, because only the ratio means something on another machine.

                %s, %s, %s%s.

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
                        time(calculation, "fullReturnWithTrace"),
                        time(calculation, "straightLine"),
                        plain(full / straight) + " : 1",
                        plain(1e9 / full)));
        batch(page, batch, durable);
        return page.toString();
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

    private static double median(List<BatchBench.Turn> turns, ToDoubleFunction<BatchBench.Turn> figure) {
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
