package kr.gosan.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Programs that run together: each as soon as what it needs is ready, and the other way round when they stop. */
final class Stack {

    private final Map<String, Child> children = new LinkedHashMap<>();
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final Home home;
    private final Screen screen;

    Stack(Home home, Screen screen) {
        this.home = home;
        this.screen = screen;
    }

    /** @param programs in such an order that nothing comes before what it needs */
    void start(List<? extends Program> programs) {
        var added = new ArrayList<Child>();
        for (Program program : programs) {
            var child = new Child(program, home, screen);
            children.put(program.name(), child);
            added.add(child);
        }
        for (Child child : added) {
            child.start(child.program().needs().stream().map(children::get).toList(), failure::complete);
        }
    }

    /** The names of those that are not ready. */
    List<String> pending() {
        return children.values().stream()
                .filter(child -> !child.isReady())
                .map(child -> child.program().name())
                .collect(Collectors.toList());
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
