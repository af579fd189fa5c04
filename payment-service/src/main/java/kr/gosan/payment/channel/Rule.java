package kr.gosan.payment.channel;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One thing a way to pay asks for. */
@FunctionalInterface
interface Rule extends Supplier<Optional<Refusal>> {

    /** The first refusal; later rules are not asked. */
    static Optional<Refusal> inTurn(Rule... rules) {
        return Stream.of(rules).map(Rule::get).flatMap(Optional::stream).findFirst();
    }
}
