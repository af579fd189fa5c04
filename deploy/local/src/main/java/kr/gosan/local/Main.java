package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The launcher: runs one stack in the foreground until it is told to stop, and takes everything down with it. */
public final class Main {

    private final Options options;
    private final Home home;
    private final Ports ports;
    private final Screen screen = new Screen(System.out, System.console() != null);

    private Main(Options options) {
        this.options = options;
        this.home = options.home();
        this.ports = options.ports();
    }

    /** @param arguments see {@link Options} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            System.exit(new Main(Options.of(List.of(arguments))).run());
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }

    private int run() throws IOException, InterruptedException {
        home.create();
        var lock = RunFiles.lock(home);
        if (lock.isEmpty()) {
            throw new Refusal("Gosan is already running in " + home.directory() + ".");
        }
        RunFiles.forget(home, List.of("ready", "services-wanted"));
        RunFiles.awaitLeftovers(home, screen);
        if (options.fresh()) {
            home.forgetData();
            home.create();
        }
        var secrets = Secrets.of(home.secrets());
        Environment.write(home.directory().resolve("environment"), new Environment(ports, secrets).ofTests());
        var servers = servers(secrets);
        requireFreePorts(servers);
        RunFiles.record(home.run("launcher.pid"), ProcessHandle.current());

        var stack = new Stack(home, screen);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack)));
        stack.start(servers);
        return follow(stack);
    }

    private List<Program> servers(Secrets secrets) {
        return List.of(
                new Postgres(
                        home,
                        ports,
                        secrets,
                        Databases.of(secrets, options.test() ? List.of("", "_test") : List.of(""))),
                new Kafka(home, ports, secrets, Kafka.topicsOf(prefixes())),
                new Keycloak(home, ports, secrets));
    }

    private String[] prefixes() {
        var prefixes = new ArrayList<>(List.of("gosan"));
        if (options.test()) {
            for (Service service : Service.values()) {
                prefixes.add("test-" + service.id());
            }
        }
        return prefixes.toArray(String[]::new);
    }

    private void requireFreePorts(List<? extends Program> programs) {
        for (Program program : programs) {
            program.listens().forEach(port -> Ports.requireFree(port, program.name(), ports.base()));
        }
    }

    /** Watches until the stack fails; being told to stop ends the JVM, and with it this loop. */
    private int follow(Stack stack) throws IOException, InterruptedException {
        boolean told = false;
        while (!stack.failure().isDone()) {
            var pending = stack.pending();
            screen.live(
                    pending.isEmpty()
                            ? ""
                            : "  %.0f s, waiting for %s".formatted(screen.seconds(), String.join(", ", pending)));
            if (pending.isEmpty() && !told) {
                told = true;
                screen.line("Gosan is up after %.1f s: %s".formatted(screen.seconds(), Ports.url(ports.frontDoor())));
                Files.writeString(home.run("ready"), ports.base() + "\n");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        screen.live("");
        String why = stack.failure().join();
        screen.tail(home.log(why.substring(0, why.indexOf(':'))), 25);
        screen.line(why);
        screen.line("Everything else is being stopped.");
        return 1;
    }

    private void stop(Stack stack) {
        try {
            screen.live("");
            Files.deleteIfExists(home.run("ready"));
            stack.stop();
            Path pid = home.run("launcher.pid");
            Files.deleteIfExists(pid);
            screen.line("Gosan has stopped.");
        } catch (IOException | InterruptedException e) {
            screen.line("Stopping failed: " + e.getMessage());
        }
    }
}
