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
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Workplaces of an agency that are made known to services, and returns that are filed for them in batches. */
final class Returns {

    private static final String CONTENT = "\"insuranceYear\":2021,"
            + "\"confirmed\":{\"industrialAccident\":{\"general\":120000000,\"equipment\":10000000},"
            + "\"employment\":{\"unemployment\":120000000,\"stability\":120000000}},"
            + "\"previousEstimate\":{\"industrialAccident\":{\"reported\":3500000,\"paid\":3000000},"
            + "\"unemployment\":{\"reported\":1100000,\"paid\":900000},\"stability\":{\"reported\":250000,\"paid\":200000}},"
            + "\"estimated\":{\"industrialAccident\":{\"general\":120000000,\"equipment\":10000000},"
            + "\"employment\":{\"unemployment\":120000000,\"stability\":120000000}},"
            + "\"payment\":{\"industrialAccident\":\"LUMP_SUM\",\"employment\":\"LUMP_SUM\"}}\n";

    private static final Pattern RETURN_ID = Pattern.compile("\"(?:returnId|id)\":\"([^\"]+)\"");

    private final Service service;
    private final List<Database> databases;
    private final String agency = UUID.randomUUID().toString();
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final long firstWorkplace;
    private int used;

    /**
     * @param service premium-service
     * @param databases of the services that are to know the workplaces, premium-service among them
     * @param firstWorkplace number of the first; apart from those of others by more than will be used
     */
    Returns(Service service, List<Database> databases, long firstWorkplace) throws Exception {
        this.service = service;
        this.databases = databases;
        this.firstWorkplace = firstWorkplace;
        this.token = service.token(agency, "AGENCY");
    }

    /** Files a batch; returns a second. */
    double batch(int rows) throws Exception {
        int first = prepare(rows);
        long start = System.nanoTime();
        send(first, rows);
        return rows / ((System.nanoTime() - start) / 1e9);
    }

    /** Files a batch and gives the id of one of its returns. */
    UUID post(int rows) throws Exception {
        return id(send(prepare(rows), rows));
    }

    private static UUID id(String answer) {
        Matcher id = RETURN_ID.matcher(answer);
        if (!id.find()) {
            throw new IllegalStateException(
                    "no return in " + answer.lines().findFirst().orElse("nothing"));
        }
        return UUID.fromString(id.group(1));
    }

    /**
     * Files one return by itself; its id.
     *
     * @param workplace of {@link #prepare}, not used before
     */
    UUID file(int workplace) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.uri("/premium/v1/returns?submit=true"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(line(workplace)))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("the return was not filed: " + answer.statusCode() + " " + answer.body());
        }
        return id(answer.body());
    }

    /** Asks a service as the agency that filed. */
    HttpResponse<String> ask(Service other, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(other.uri(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
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

    /** Makes that many workplaces known, mandated to the agency; the first of them. */
    int prepare(int rows) throws SQLException {
        int first = used;
        used += rows;
        String numbers =
                " from generate_series(" + (firstWorkplace + first) + ", " + (firstWorkplace + used - 1) + ") n";
        for (Database database : databases) {
            prepare(database, numbers);
        }
        return first;
    }

    private void prepare(Database database, String numbers) throws SQLException {
        try (Connection connection = database.connect()) {
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
    }

    private String line(int workplace) {
        return "{\"managementNo\":\"" + (firstWorkplace + workplace) + "\"," + CONTENT;
    }

    private static void execute(Connection connection, String sql, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            statement.executeUpdate();
        }
    }

    /** The file, made while it is sent. */
    private final class Rows extends InputStream {

        private final int end;
        private int next;
        private byte[] row = new byte[0];
        private int at;

        Rows(int first, int rows) {
            this.next = first;
            this.end = first + rows;
        }

        @Override
        public int read() {
            return fill() ? row[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, row.length - at);
            System.arraycopy(row, at, bytes, offset, count);
            at += count;
            return count;
        }

        private boolean fill() {
            if (at == row.length && next < end) {
                row = line(next++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at < row.length;
        }
    }
}
