package kr.gosan.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What a person sees: one line per event with the seconds since the start, and, on a terminal, one live line below. */
final class Screen {

    private final PrintStream out;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private String live = "";

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void say(String program, String what) {
        line("%6.1f s  %-16s %s".formatted(seconds(), program, what));
    }

    synchronized void line(String text) {
        clear();
        out.println(text);
        draw();
    }

    /** Replaces the live line; nothing happens where lines cannot be overwritten. */
    synchronized void live(String text) {
        if (!text.equals(live)) {
            clear();
            live = text;
            draw();
        }
    }

    /** The end of a log, for the moment something did not work. */
    void tail(Path log, int lines) {
        try {
            List<String> all = Files.readAllLines(log);
            line("--- the last lines of " + log + " ---");
            all.subList(Math.max(0, all.size() - lines), all.size()).forEach(this::line);
            line("---");
        } catch (NoSuchFileException nothingToShow) {
            return;
        } catch (IOException e) {
            line("(" + log + " cannot be read: " + e.getMessage() + ")");
        }
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    private void clear() {
        if (terminal && !live.isEmpty()) {
            out.print("\r\u001b[K");
        }
    }

    private void draw() {
        if (terminal && !live.isEmpty()) {
            out.print(live);
            out.flush();
        }
    }
}
