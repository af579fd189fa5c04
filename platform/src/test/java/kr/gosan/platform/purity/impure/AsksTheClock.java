package kr.gosan.platform.purity.impure;

/** Breaks the rule. */
final class AsksTheClock {
    java.time.LocalDate now() {
        return java.time.LocalDate.now();
    }
}
