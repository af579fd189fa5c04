package kr.gosan.platform.purity.impure;

/** Breaks the rule. */
final class UsesFloatingPoint {
    double half(long won) {
        return Double.valueOf(won) / 2;
    }
}
