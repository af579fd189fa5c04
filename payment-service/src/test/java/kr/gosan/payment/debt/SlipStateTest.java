package kr.gosan.payment.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.gosan.payment.debt.SlipState.Cause;
import kr.gosan.payment.debt.SlipState.Edge;
import org.junit.jupiter.api.Test;

class SlipStateTest {

    @Test
    void everyStateIsReached() {
        assertEquals(
                Set.of(SlipState.values()),
                SlipState.TABLE.stream().map(Edge::to).collect(Collectors.toSet()));
    }

    @Test
    void everyCauseMovesSomething() {
        assertEquals(
                Set.of(Cause.values()),
                SlipState.TABLE.stream().map(Edge::cause).collect(Collectors.toSet()));
    }

    @Test
    void onlyACancelledSlipStandsStill() {
        Set<SlipState> moving =
                SlipState.TABLE.stream().flatMap(edge -> edge.from().stream()).collect(Collectors.toSet());
        Set<SlipState> resting = new HashSet<>(Arrays.asList(SlipState.values()));
        resting.removeAll(moving);
        assertEquals(Set.of(SlipState.CANCELLED), resting);
    }

    @Test
    void aPaidSlipIsNotPaidAgainAndAnIssuedOneNotIssuedAgain() {
        assertEquals(Optional.empty(), SlipState.edge(Optional.of(SlipState.PAID), Cause.EXACT_PAYMENT));
        assertEquals(Optional.empty(), SlipState.edge(Optional.of(SlipState.ISSUED), Cause.RETURN_FILED));
        assertEquals(
                Optional.of(SlipState.PAID),
                SlipState.edge(Optional.of(SlipState.ISSUED), Cause.EXACT_PAYMENT)
                        .map(Edge::to));
    }

    /** Cause by cause and state by state: what is not listed here does not happen. */
    @Test
    void theTableIsWhatIsWrittenDown() {
        Set<String> edges = SlipState.TABLE.stream()
                .map(edge -> edge.from().map(Enum::name).orElse("-") + " " + edge.cause() + " " + edge.to())
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "- RETURN_FILED ISSUED",
                        "- PREMIUM_ADJUSTED ISSUED",
                        "- ESTIMATE_SETTLED ISSUED",
                        "- OVERPAYMENT_OFFSET ISSUED",
                        "- CHARGE_ASSESSED ISSUED",
                        "ISSUED EXACT_PAYMENT PAID",
                        "CLOSED EXACT_PAYMENT PAID",
                        "ISSUED REPLACED CANCELLED",
                        "ISSUED DUE_DATE_PASSED CLOSED",
                        "PAID PAYMENT_REVERSED ISSUED",
                        "CLOSED DUE_DATE_EXTENDED ISSUED"),
                edges);
        assertEquals(edges.size(), SlipState.TABLE.size());
    }
}
