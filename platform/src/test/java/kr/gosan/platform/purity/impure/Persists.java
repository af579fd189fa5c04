package kr.gosan.platform.purity.impure;

/** Breaks the rule. */
final class Persists {
    jakarta.persistence.EntityManager entities;
}
