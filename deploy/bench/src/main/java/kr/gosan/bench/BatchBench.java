package kr.gosan.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A batch of returns through the service's own endpoint, beside {@link BareInserts} of the same rows: one after the other
 * in turn, after both have been warmed up, on the same database server.
 */
final class BatchBench {

    /** As many as the service files at the same time. */
    static final int CONNECTIONS = 4;

    /** Returns a second of one turn: over HTTP, and by bare inserts with one return, or many, to a commit. */
    record Turn(double batch, double committedEach, double committedTogether) {}

    /** What the service's memory came to while it took a batch. */
    record Memory(int rows, double rowsPerSecond, long heapMegabytes, long residentMegabytes) {}

    /** @param rowsOfAReturn rows that one return leaves in the database */
    record Result(int rows, int rowsOfAReturn, List<Turn> turns, List<Memory> memory) {}

    private final Service service;
    private final Returns returns;

    BatchBench(Service service) throws Exception {
        this.service = service;
        this.returns = new Returns(service, List.of(Database.PREMIUM), 10_000_000_000L);
    }

    Result run(int rows, int turns, int warmUp, int[] memoryRows) throws Exception {
        UUID sample = returns.post(warmUp);
        BareInserts inserts;
        try (Connection connection = Database.PREMIUM.connect()) {
            inserts = BareInserts.of(connection, sample);
        }
        bare(inserts, warmUp, 1);
        List<Turn> results = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            results.add(new Turn(returns.batch(rows), bare(inserts, rows, 1), bare(inserts, rows, 500)));
            System.out.printf("  turn %d: %s%n", i + 1, results.getLast());
        }
        List<Memory> memory = new ArrayList<>();
        for (int size : memoryRows) {
            service.forgetPeak();
            long from = service.collections();
            double speed = returns.batch(size);
            memory.add(new Memory(size, speed, service.peakHeapMegabytes(from), service.peakMegabytes()));
            System.out.printf("  %s%n", memory.getLast());
        }
        return new Result(rows, inserts.rowsOfAReturn(), results, memory);
    }

    private double bare(BareInserts inserts, int rows, int together) throws Exception {
        return rows / inserts.run(Database.PREMIUM::connect, rows, CONNECTIONS, together);
    }
}
