package kr.gosan.platform.purity.impure;

/** Breaks the rule. */
final class RollsDice {
    java.util.UUID roll() {
        return java.util.UUID.randomUUID();
    }
}
