package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the four services, run as it was built.
 *
 * @param keepsClasses whether its first stop writes an archive that makes later starts faster; not worth the wait where
 *     the service was just built and will be built again
 */
record Application(Home home, Ports ports, Environment environment, Service service, boolean keepsClasses)
        implements Program {

    private static final int HEAP_MEGABYTES = 128;

    @Override
    public String name() {
        return service.program();
    }

    @Override
    public List<Integer> listens() {
        return List.of(service.port(ports));
    }

    @Override
    public List<String> needs() {
        return List.of(Postgres.NAME, Kafka.NAME, Keycloak.NAME);
    }

    /** Copies the build, so that the next build does not take classes away from a service that is running. */
    @Override
    public void prepare(Screen screen) throws IOException {
        Path built = home.checkout().resolve(name() + "/target/quarkus-app");
        if (Files.notExists(built.resolve("quarkus-run.jar"))) {
            throw new Refusal("is not built: there is no " + built + "/quarkus-run.jar.");
        }
        Folders.mirror(built, copy());
    }

    @Override
    public Command command() {
        var line = new ArrayList<>(Commands.java(HEAP_MEGABYTES));
        if (keepsClasses) {
            line.addAll(Commands.sharedClasses(home.cache().resolve(name() + ".jsa")));
        }
        line.addAll(List.of("-jar", copy().resolve("quarkus-run.jar").toString()));
        return new Command(Commands.tied("TERM", line), environment.of(service), "TERM");
    }

    @Override
    public boolean ready(LogSince log) {
        return Http.answersOk(Ports.url(service.port(ports)) + "/q/health/ready");
    }

    @Override
    public void furnish(Screen screen) {}

    private Path copy() {
        return home.directory().resolve("services").resolve(name());
    }
}
