package kr.gosan.platform.purity.pure;

import kr.gosan.kernel.money.Won;

/** Keeps the rule. */
record Adds(Won a, Won b) {
    Won sum() {
        return a.plus(b);
    }
}
