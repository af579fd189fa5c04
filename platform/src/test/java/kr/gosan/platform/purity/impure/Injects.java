package kr.gosan.platform.purity.impure;

/** Breaks the rule. */
final class Injects {
    @jakarta.inject.Inject
    String something;
}
