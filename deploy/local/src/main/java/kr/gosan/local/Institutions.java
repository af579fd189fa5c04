package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Banks, giro, card network and NHIS, played by the module {@code sandbox}. */
record Institutions(Home home, Ports ports, Environment environment, boolean keepsClasses) implements Program {

    private static final String NAME = "sandbox";
    private static final int HEAP_MEGABYTES = 48;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> listens() {
        return List.of(ports.sandbox());
    }

    /** Nothing: it waits itself for whom it talks to. */
    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public void prepare(Screen screen) throws IOException {
        Path built = home.checkout().resolve("sandbox/target/app");
        if (Files.notExists(built.resolve("gosan-sandbox.jar"))) {
            throw new Refusal("is not built: there is no " + built + "/gosan-sandbox.jar.");
        }
        Folders.mirror(built, copy());
    }

    @Override
    public Command command() throws IOException {
        var line = new ArrayList<>(Commands.java(HEAP_MEGABYTES));
        if (keepsClasses) {
            line.addAll(Commands.sharedClasses(home.cache().resolve(NAME + ".jsa")));
        }
        line.addAll(List.of("-cp", classPath(), "kr.gosan.sandbox.Main"));
        return new Command(Commands.tied("TERM", line), environment.ofSandbox(), "TERM");
    }

    /** In one order always: an archive of classes fits only the path it was made with. */
    private String classPath() throws IOException {
        try (var jars = Files.list(copy())) {
            return String.join(
                    System.getProperty("path.separator"),
                    jars.map(Path::toString).sorted().toList());
        }
    }

    @Override
    public boolean ready(LogSince log) {
        return Http.answersOk(Ports.url(ports.sandbox()) + "/health");
    }

    @Override
    public void furnish(Screen screen) {}

    private Path copy() {
        return home.directory().resolve("services").resolve(NAME);
    }
}
