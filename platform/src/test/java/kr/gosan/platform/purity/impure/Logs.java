package kr.gosan.platform.purity.impure;

/** Breaks the rule. */
final class Logs {
    org.jboss.logging.Logger log() {
        return org.jboss.logging.Logger.getLogger("x");
    }
}
