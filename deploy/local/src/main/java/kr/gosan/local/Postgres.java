package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** One PostgreSQL cluster for all databases, with every durability setting left on. */
record Postgres(Home home, Ports ports, Secrets secrets, List<Databases.Database> databases) implements Program {

    static final String NAME = "postgres";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> listens() {
        return List.of(ports.postgres());
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public void prepare(Screen screen) throws IOException, InterruptedException {
        Path software = Software.postgres(home, screen);
        Path data = home.data(NAME);
        if (Files.exists(data.resolve("PG_VERSION"))) {
            forgetZombie(data.resolve("postmaster.pid"));
            return;
        }
        screen.say(NAME, "creating the database cluster (first start)");
        // Into a draft that is renamed when whole: an interrupted initdb must not look like a cluster.
        Path draft = home.data("postgres.new");
        Folders.delete(draft);
        Path password = home.run("postgres.password");
        Files.writeString(password, secrets.get("POSTGRES_PASSWORD"));
        try {
            Commands.run(
                    Commands.withoutRoot(List.of(
                            software.resolve("bin/initdb").toString(),
                            "-D",
                            draft.toString(),
                            "--username=postgres",
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8")),
                    Map.of(),
                    home.log(NAME));
        } finally {
            Files.delete(password);
        }
        Files.move(draft, data);
    }

    /** PostgreSQL takes the entry of a dead process for a living one, and would not start beside it. */
    private static void forgetZombie(Path pidFile) throws IOException {
        if (Files.exists(pidFile)
                && RunFiles.isZombie(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))) {
            Files.delete(pidFile);
        }
    }

    @Override
    public Command command() {
        var line = Commands.withoutRoot(Commands.tied(
                "INT",
                List.of(
                        Software.postgres(home).resolve("bin/postgres").toString(),
                        "-D",
                        home.data(NAME).toString(),
                        "-p",
                        String.valueOf(ports.postgres()),
                        "-c",
                        "listen_addresses=" + Ports.HOST,
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=200")));
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
        return new Command(line, Map.of(), "INT");
    }

    @Override
    public boolean ready(LogSince log) {
        try {
            Databases.connect(ports, "postgres", secrets.get("POSTGRES_PASSWORD"))
                    .close();
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void furnish(Screen screen) throws IOException {
        try {
            Databases.create(ports, secrets.get("POSTGRES_PASSWORD"), databases);
        } catch (SQLException e) {
            throw new IOException("The databases could not be created: " + e.getMessage(), e);
        }
    }
}
