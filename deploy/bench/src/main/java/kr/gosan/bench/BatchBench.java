package kr.gosan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static final String CONTENT = "\"insuranceYear\":2021,"
            + "\"confirmed\":{\"industrialAccident\":{\"general\":120000000,\"equipment\":10000000},"
            + "\"employment\":{\"unemployment\":120000000,\"stability\":120000000}},"
            + "\"previousEstimate\":{\"industrialAccident\":{\"reported\":3500000,\"paid\":3000000},"
            + "\"unemployment\":{\"reported\":1100000,\"paid\":900000},\"stability\":{\"reported\":250000,\"paid\":200000}},"
            + "\"estimated\":{\"industrialAccident\":{\"general\":120000000,\"equipment\":10000000},"
            + "\"employment\":{\"unemployment\":120000000,\"stability\":120000000}},"
            + "\"payment\":{\"industrialAccident\":\"LUMP_SUM\",\"employment\":\"LUMP_SUM\"}}\n";

    private static final long FIRST_WORKPLACE = 10_000_000_000L;

    /** Returns a second of one turn: over HTTP, and by bare inserts with one return, or many, to a commit. */
    record Turn(double batch, double committedEach, double committedTogether) {}

    /** What the service's memory came to while it took a batch. */
    record Memory(int rows, double rowsPerSecond, long heapMegabytes, long residentMegabytes) {}

    /** @param rowsOfAReturn rows that one return leaves in the database */
    record Result(int rows, int rowsOfAReturn, List<Turn> turns, List<Memory> memory) {}

    private final Service service;
    private final String agency = UUID.randomUUID().toString();
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int used;

    BatchBench(Service service) throws Exception {
        this.service = service;
        this.token = service.token(agency);
    }

    Result run(int rows, int turns, int warmUp, int[] memoryRows) throws Exception {
        UUID sample = post(warmUp);
        BareInserts inserts;
        try (Connection connection = connect()) {
            inserts = BareInserts.of(connection, sample);
        }
        bare(inserts, warmUp, 1);
        List<Turn> results = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            results.add(new Turn(batch(rows), bare(inserts, rows, 1), bare(inserts, rows, 500)));
            System.out.printf("  turn %d: %s%n", i + 1, results.getLast());
        }
        List<Memory> memory = new ArrayList<>();
        for (int size : memoryRows) {
            service.forgetPeak();
            long from = service.collections();
            double speed = batch(size);
            memory.add(new Memory(size, speed, service.peakHeapMegabytes(from), service.peakMegabytes()));
            System.out.printf("  %s%n", memory.getLast());
        }
        return new Result(rows, inserts.rowsOfAReturn(), results, memory);
    }

    private double bare(BareInserts inserts, int rows, int together) throws Exception {
        return rows / inserts.run(BatchBench::connect, rows, CONNECTIONS, together);
    }

    private double batch(int rows) throws Exception {
        int first = prepare(rows);
        long start = System.nanoTime();
        send(first, rows);
        return rows / ((System.nanoTime() - start) / 1e9);
    }

    /** Posts a batch and gives the id of one of its returns. */
    private UUID post(int rows) throws Exception {
        return UUID.fromString(send(prepare(rows), rows).replaceAll(".*\"returnId\":\"([^\"]+)\".*", "$1"));
    }

    /** The first line of the answer; throws unless every row was filed. */
    private String send(int first, int rows) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.uri("/premium/v1/return-batches"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Rows(first, rows)))
                .build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            String firstLine = line;
            String last = line;
            for (; line != null; line = lines.readLine()) {
                last = line;
            }
            if (answer.statusCode() != 200 || !last.contains("\"filed\":" + rows + ",")) {
                throw new IllegalStateException("not every row was filed: " + firstLine + " … " + last);
            }
            return firstLine;
        }
    }

    /** Makes that many workplaces known, mandated to the agency; the number of the first. */
    private int prepare(int rows) throws SQLException {
        int first = used;
        used += rows;
        String numbers =
                " from generate_series(" + (FIRST_WORKPLACE + first) + ", " + (FIRST_WORKPLACE + used - 1) + ") n";
        try (Connection connection = connect()) {
            execute(
                    connection,
                    "insert into workplace (management_no, business_number, kind, name, employer_kind, employee_scale,"
                            + " established_on, owner_member_id, sandbox_today) select n, '1234567891',"
                            + " 'CONSTRUCTION_COLLECTIVE', 'bench', 'CORPORATION', 'UNDER_150', '2015-05-01', ?, '2022-03-10'"
                            + numbers,
                    UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into workplace_mandate (mandate_id, management_no, agency_member_id, given_from)"
                            + " select uuidv7(), n, ?, '2022-01-03'" + numbers,
                    agency);
            connection.createStatement().execute("analyze workplace, workplace_mandate");
        }
        return first;
    }

    private static void execute(Connection connection, String sql, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            statement.executeUpdate();
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + System.getenv("GOSAN_POSTGRES") + "/premium_test",
                "premium_app",
                System.getenv("GOSAN_TEST_PREMIUM_PASSWORD"));
    }

    /** Whether the server waits for its disk at every commit. */
    static boolean durable() throws SQLException {
        try (Connection connection = connect();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select current_setting('fsync') || current_setting('synchronous_commit')")) {
            row.next();
            return row.getString(1).equals("onon");
        }
    }

    /** The file, made while it is sent. */
    private static final class Rows extends InputStream {

        private final int end;
        private int next;
        private byte[] line = new byte[0];
        private int at;

        Rows(int first, int rows) {
            this.next = first;
            this.end = first + rows;
        }

        @Override
        public int read() {
            return fill() ? line[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, bytes, offset, count);
            at += count;
            return count;
        }

        private boolean fill() {
            if (at == line.length && next < end) {
                line = ("{\"managementNo\":\"" + (FIRST_WORKPLACE + next++) + "\"," + CONTENT)
                        .getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at < line.length;
        }
    }
}
