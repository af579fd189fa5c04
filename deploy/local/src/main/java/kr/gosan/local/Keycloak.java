package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The identity server, with the realm of {@code deploy/keycloak} imported when its database is empty. */
record Keycloak(Home home, Ports ports, Secrets secrets) implements Program {

    static final String NAME = "keycloak";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> listens() {
        return List.of(ports.keycloak(), ports.keycloakManagement());
    }

    @Override
    public List<String> needs() {
        return List.of(Postgres.NAME);
    }

    @Override
    public void prepare(Screen screen) throws IOException, InterruptedException {
        Software.keycloak(home, screen);
        // Keycloak reads the realm from its home; a home per stack keeps the stacks apart, the software is shared.
        Path realms = home.data(NAME).resolve("data/import");
        if (Files.notExists(realms)) {
            Files.createDirectories(realms);
            screen.say(NAME, "will make its schema and the realm (first start, about 40 s)");
        }
        Files.copy(
                home.checkout().resolve("deploy/keycloak/gosan-realm.json"),
                realms.resolve("gosan-realm.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Path library = home.data(NAME).resolve("lib");
        Files.deleteIfExists(library);
        Files.createSymbolicLink(library, Software.keycloak(home).resolve("lib"));
    }

    @Override
    public Command command() {
        var line = new ArrayList<>(java(Software.keycloak(home), home.data(NAME), 384));
        line.addAll(1, Commands.sharedClasses(home.cache().resolve("keycloak.jsa")));
        line.addAll(List.of("start", "--optimized", "--import-realm", "--cache=local"));
        var environment = new HashMap<>(Map.of(
                "KC_DB_URL",
                "jdbc:postgresql://" + Ports.address(ports.postgres()) + "/keycloak",
                "KC_DB_USERNAME",
                "keycloak",
                "KC_DB_PASSWORD",
                secrets.get("KEYCLOAK_DATABASE_PASSWORD"),
                "KC_DB_POOL_MAX_SIZE",
                "10",
                "KC_HTTP_ENABLED",
                "true",
                "KC_HTTP_HOST",
                Ports.HOST,
                "KC_HTTP_PORT",
                String.valueOf(ports.keycloak()),
                "KC_HTTP_MANAGEMENT_PORT",
                String.valueOf(ports.keycloakManagement()),
                "KC_HOSTNAME",
                Ports.url(ports.keycloak())));
        // It would write a line for every look at its health while it starts.
        environment.put("KC_LOG_LEVEL", "info,io.smallrye.health:error");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("KEYCLOAK_ADMIN_PASSWORD"));
        // The placeholders of the realm file.
        environment.put("GOSAN_PUBLIC_URL", Ports.url(ports.frontDoor()));
        environment.put("GOSAN_AUTH_CLIENT_SECRET", secrets.get("AUTH_CLIENT_SECRET"));
        environment.put("GOSAN_OPERATIONS_CLIENT_SECRET", secrets.get("OPERATIONS_CLIENT_SECRET"));
        environment.put("GOSAN_APPROVALS_CLIENT_SECRET", secrets.get("APPROVALS_CLIENT_SECRET"));
        environment.put("GOSAN_BANK_CLIENT_SECRET", secrets.get("BANK_CLIENT_SECRET"));
        environment.put("GOSAN_NHIS_CLIENT_SECRET", secrets.get("NHIS_CLIENT_SECRET"));
        return new Command(Commands.tied("TERM", line), environment, "TERM");
    }

    @Override
    public boolean ready(LogSince log) throws IOException {
        return Http.answersOk(Ports.url(ports.keycloakManagement()) + "/health/ready");
    }

    @Override
    public void furnish(Screen screen) throws IOException, InterruptedException {
        Path known = home.data("keycloak.front-door");
        String now = Ports.url(ports.frontDoor());
        String before = Files.exists(known) ? Files.readString(known) : now;
        if (!before.equals(now)) {
            screen.say(NAME, "moving the realm from " + before);
            new Realm(Ports.url(ports.keycloak()), secrets.get("KEYCLOAK_ADMIN_PASSWORD")).move(before, now);
        }
        Files.writeString(known, now);
    }

    /** What kc.sh would start: that script stays in memory as the parent, and killing it would orphan the server. */
    static List<String> java(Path software, Path keycloakHome, int heapMegabytes) {
        return Commands.java(
                heapMegabytes,
                "-XX:MaxMetaspaceSize=256m",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + keycloakHome,
                "-Djboss.server.config.dir=" + keycloakHome.resolve("conf"),
                "-cp",
                software.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }
}
