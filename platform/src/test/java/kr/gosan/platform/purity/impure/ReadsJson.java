package kr.gosan.platform.purity.impure;

/** Breaks the rule. */
final class ReadsJson {
    com.fasterxml.jackson.databind.JsonNode json() {
        return com.fasterxml.jackson.databind.node.NullNode.getInstance();
    }
}
