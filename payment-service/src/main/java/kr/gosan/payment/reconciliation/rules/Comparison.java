package kr.gosan.payment.reconciliation.rules;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kr.gosan.payment.reconciliation.rules.Difference.Kind;

/** Holds the daily file of an institution against what is kept here of the same day. */
public final class Comparison {

    private Comparison() {}

    /** Everything that differs: first what the file has, in its order, then what only we have. */
    public static List<Difference> of(List<Movement> theirs, List<Movement> ours) {
        Map<String, Movement> here = new LinkedHashMap<>();
        ours.forEach(movement -> here.put(movement.transactionId(), movement));
        Set<String> told = new HashSet<>();
        List<Difference> differences = new ArrayList<>();
        for (Movement movement : theirs) {
            Movement own = here.get(movement.transactionId());
            if (!told.add(movement.transactionId())) {
                differences.add(new Difference(Kind.DUPLICATE_LINE, movement.transactionId(), movement, own));
            } else if (own == null || own.reversal() != movement.reversal()) {
                differences.add(new Difference(
                        movement.reversal() ? Kind.REVERSED_THERE : Kind.MISSING_HERE,
                        movement.transactionId(),
                        movement,
                        own));
            } else {
                compare(differences, movement, own);
            }
        }
        for (Movement movement : here.values()) {
            if (!told.contains(movement.transactionId())) {
                differences.add(new Difference(
                        movement.reversal() ? Kind.REVERSED_HERE : Kind.MISSING_THERE,
                        movement.transactionId(),
                        null,
                        movement));
            }
        }
        return differences;
    }

    private static void compare(List<Difference> differences, Movement theirs, Movement ours) {
        boolean amountTold = !ours.reversal() || ours.amount() != null;
        add(
                differences,
                Kind.AMOUNT,
                theirs,
                ours,
                !amountTold || theirs.amount().equals(ours.amount()));
        add(
                differences,
                Kind.NUMBER,
                theirs,
                ours,
                ours.reversal() ? Objects.equals(theirs.reverses(), ours.reverses()) : sameNumber(theirs, ours));
        add(
                differences,
                Kind.TIME,
                theirs,
                ours,
                theirs.at().truncatedTo(ChronoUnit.SECONDS).equals(ours.at().truncatedTo(ChronoUnit.SECONDS)));
        add(
                differences,
                Kind.FEE,
                theirs,
                ours,
                ours.fee() == null || ours.fee().equals(theirs.fee()));
        add(
                differences,
                Kind.CHANNEL,
                theirs,
                ours,
                ours.channel() == null || theirs.channel() == null || ours.channel() == theirs.channel());
    }

    /** A side may tell the e-payment number, the virtual account or both. */
    private static boolean sameNumber(Movement theirs, Movement ours) {
        return ours.ePaymentNo() != null && ours.ePaymentNo().equals(theirs.ePaymentNo())
                || ours.virtualAccountNo() != null && ours.virtualAccountNo().equals(theirs.virtualAccountNo());
    }

    private static void add(List<Difference> differences, Kind kind, Movement theirs, Movement ours, boolean agrees) {
        if (!agrees) {
            differences.add(new Difference(kind, theirs.transactionId(), theirs, ours));
        }
    }
}
