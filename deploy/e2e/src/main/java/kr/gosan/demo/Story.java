package kr.gosan.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the demo tells, and whether what it saw is what it should have seen. */
final class Story {

    private final List<String> differences = new ArrayList<>();
    private int chapter;

    void chapter(String title) {
        System.out.println();
        System.out.println(++chapter + ". " + title);
    }

    void tell(String text, Object... args) {
        System.out.println("   " + String.format(text, args));
    }

    /** Prints a figure and notes when it is not the expected one. */
    void figure(String label, long expected, long actual) {
        tell("%-46s %,14d won", label, actual);
        same(label, expected, actual);
    }

    /** Notes a difference; prints only then. */
    void same(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            String difference = what + ": expected " + expected + ", got " + actual;
            differences.add(difference);
            System.out.println("   ✗ " + difference);
        }
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    /** 0 when all is as it should be. */
    int exitCode() {
        return differences.isEmpty() ? 0 : 1;
    }
}
