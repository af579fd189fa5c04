package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The launcher: runs one stack until it is told to stop, and takes everything down with it. */
public final class Main {

    private static final int LOG_LINES = 25;

    private final Options options;
    private final Home home;
    private final Ports ports;
    private final Screen screen;

    private Main(Options options) {
        this.options = options;
        this.home = options.home();
        this.ports = options.ports();
        this.screen = new Screen(System.out, options.live());
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
        var environment = new Environment(home, ports, secrets);
        var servers = servers(secrets);
        var services = new ArrayList<Program>();
        for (Service service : Service.values()) {
            services.add(new Application(home, ports, environment, service, !options.test()));
        }
        services.add(new Institutions(home, ports, environment, !options.test()));
        requireFreePorts(servers);
        requireFreePorts(services);
        Environment.write(home.environment(), options.test() ? environment.ofTests() : environment.ofClients());
        RunFiles.record(home.run("launcher.pid"), ProcessHandle.current());

        var all = new ArrayList<Program>(servers);
        all.addAll(services);
        var stack = new Stack(home, screen, all);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack)));
        stack.start(servers);
        return follow(stack, services);
    }

    private List<Program> servers(Secrets secrets) {
        return List.of(
                new Postgres(home, ports, secrets, Databases.of(secrets, options.test())),
                new Kafka(home, ports, secrets, Kafka.topics(options.test())),
                new Keycloak(home, ports, secrets));
    }

    private void requireFreePorts(List<? extends Program> programs) {
        String wayOut = options.test()
                ? "GOSAN_TEST_BASE_PORT=" + ports.elsewhere() + " ./gosan test"
                : "./gosan up --base-port " + ports.elsewhere();
        for (Program program : programs) {
            program.listens().forEach(port -> Ports.requireFree(port, program.name(), wayOut));
        }
    }

    /** Watches until the stack fails; being told to stop ends the JVM, and with it this loop. */
    private int follow(Stack stack, List<? extends Program> services) throws IOException, InterruptedException {
        boolean servicesWanted = options.services();
        boolean servicesStarted = false;
        boolean announced = false;
        while (!stack.failure().isDone()) {
            servicesWanted = servicesWanted || Files.exists(home.run("services-wanted"));
            if (servicesWanted && !servicesStarted) {
                Files.deleteIfExists(home.run("ready"));
                stack.start(services);
                servicesStarted = true;
                announced = false;
            }
            var pending = stack.pending();
            if (pending.isEmpty() && !announced) {
                announced = true;
                announce(servicesStarted);
            }
            screen.live(pending.isEmpty() ? "Running; Ctrl-C stops it." : waiting(pending));
            TimeUnit.MILLISECONDS.sleep(100);
        }
        screen.live("");
        String why = stack.failure().join();
        screen.tail(home.log(why.substring(0, why.indexOf(':'))), LOG_LINES);
        screen.line(why);
        screen.line("Everything else is being stopped.");
        return 1;
    }

    private String waiting(List<String> pending) {
        String names = String.join(", ", pending.subList(0, Math.min(3, pending.size())));
        String more = pending.size() > 3 ? " and " + (pending.size() - 3) + " more" : "";
        return "%6.0f s  waiting for %s".formatted(screen.seconds(), names + more);
    }

    private void announce(boolean services) throws IOException {
        Files.writeString(home.run("ready"), services ? "services\n" : "servers\n");
        String door = Ports.url(ports.frontDoor());
        screen.line(
                services
                        ? "Gosan is up after %.1f s: %s (API reference: %s/docs)"
                                .formatted(screen.seconds(), door, door)
                        : "The servers are up after %.1f s.".formatted(screen.seconds()));
    }

    private void stop(Stack stack) {
        try {
            screen.live("");
            RunFiles.forget(home, List.of("ready"));
            stack.stop();
            RunFiles.forgetProcesses(home);
            screen.line("Gosan has stopped.");
        } catch (IOException | InterruptedException e) {
            screen.line("Stopping failed: " + e.getMessage());
        }
    }
}
