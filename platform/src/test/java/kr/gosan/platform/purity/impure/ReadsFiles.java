package kr.gosan.platform.purity.impure;

/** Breaks the rule. */
final class ReadsFiles {
    java.nio.file.Path path() {
        return java.nio.file.Path.of("x");
    }
}
