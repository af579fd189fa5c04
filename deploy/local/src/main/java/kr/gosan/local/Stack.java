package kr.gosan.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Programs that run together: each as soon as what it needs is ready, and the other way round when they stop. */
final class Stack {

    private final Map<String, Child> children = new LinkedHashMap<>();
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final Screen screen;

    /** @param programs everything the stack may run; what each of them needs must be among them */
    Stack(Home home, Screen screen, Collection<? extends Program> programs) {
        this.screen = screen;
        for (Program program : programs) {
            children.put(program.name(), new Child(program, home, screen));
        }
    }

    void start(Collection<? extends Program> programs) {
        for (Program program : programs) {
            var needed = program.needs().stream().map(children::get).toList();
            children.get(program.name()).start(needed, failure::complete);
        }
    }

    /** The names of those that were started and are not ready. */
    List<String> pending() {
        return children.values().stream()
                .filter(child -> child.isStarted() && !child.isReady())
                .map(child -> child.program().name())
                .toList();
    }

    /** Why the stack cannot go on, as {@code program: reason}; completed once at most. */
    CompletableFuture<String> failure() {
        return failure;
    }

    /** Stops users before what they use; those that need nothing of each other at the same time. */
    void stop() throws InterruptedException {
        var left = new ArrayList<>(children.values());
        while (!left.isEmpty()) {
            var next = left.stream().filter(child -> nobodyNeeds(child, left)).toList();
            var threads = next.stream().map(this::stopping).toList();
            for (Thread thread : threads) {
                thread.join();
            }
            left.removeAll(next);
        }
    }

    private static boolean nobodyNeeds(Child child, List<Child> left) {
        String name = child.program().name();
        return left.stream().noneMatch(other -> other.program().needs().contains(name));
    }

    private Thread stopping(Child child) {
        return Thread.ofPlatform().start(() -> {
            try {
                child.stop();
            } catch (IOException | InterruptedException e) {
                screen.say(child.program().name(), "could not be stopped: " + e.getMessage());
            }
        });
    }
}
