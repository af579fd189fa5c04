package kr.gosan.payment.reconciliation.rules;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.reconciliation.rules.Difference.Kind;

/**
 * Holds the daily file of an institution against what is kept here of the same day. The file is told line by line, and nothing
 * of it is kept but its numbers and what differs.
 */
public final class Comparison {

    private final Map<String, Movement> here = new LinkedHashMap<>();
    private final Map<String, Movement> refused = new LinkedHashMap<>();
    private final Set<String> anotherFee = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final List<Difference> differences = new ArrayList<>();
    private int lines;
    private Won total = Won.ZERO;
    private Won fees = Won.ZERO;

    /** Everything that differs: first what the file has, in its order, then what only we have. */
    public static List<Difference> of(List<Movement> theirs, List<Movement> ours) {
        Comparison comparison = new Comparison();
        ours.forEach(comparison::here);
        theirs.forEach(comparison::there);
        return comparison.end().differences();
    }

    /**
     * What was found.
     *
     * @param lines of the file
     * @param total their amounts, reversals and transfers too
     */
    public record Found(int lines, Won total, Won fees, List<Difference> differences) {}

    /** Something that is kept here; before anything of the file. */
    public void here(Movement ours) {
        here.put(ours.key(), ours);
    }

    /** A reversal that was told to us and refused: nothing moved here. */
    public void refusedHere(Movement ours) {
        refused.put(ours.key(), ours);
    }

    /** A payment that is kept here with another fee than is due on top of it: whatever the file tells, that is named. */
    public void anotherFeeThanDue(Movement ours) {
        anotherFee.add(ours.key());
    }

    /** The next line of the file. */
    public void there(Movement theirs) {
        lines++;
        total = total.plus(theirs.amount());
        fees = theirs.fee() == null ? fees : fees.plus(theirs.fee());
        Movement own = here.get(theirs.key());
        if (!told.add(theirs.key())) {
            differences.add(new Difference(Kind.DUPLICATE_LINE, theirs.transactionId(), theirs, own));
        } else if (own == null || own.reversal() != theirs.reversal() || own.transfer() != theirs.transfer()) {
            unknown(theirs, own);
        } else {
            compare(theirs, own);
        }
    }

    /** A line of the file that cannot be read, by its transaction or its place. */
    public void unreadableThere(String line) {
        told.add(line);
        differences.add(new Difference(Kind.UNREADABLE_LINE, line, null, here.get(line)));
    }

    private void unknown(Movement theirs, Movement own) {
        Movement turnedAway = refused.get(theirs.key());
        if (theirs.transfer()) {
            Kind kind = theirs.reversal() ? Kind.TRANSFER_RETURNED_THERE : Kind.TRANSFER_MISSING_HERE;
            differences.add(new Difference(kind, theirs.transactionId(), theirs, own));
        } else if (!theirs.reversal()) {
            differences.add(new Difference(Kind.MISSING_HERE, theirs.transactionId(), theirs, own));
        } else if (own == null && turnedAway != null) {
            differences.add(new Difference(Kind.REVERSAL_REFUSED_HERE, theirs.transactionId(), theirs, turnedAway));
        } else {
            differences.add(new Difference(Kind.REVERSED_THERE, theirs.transactionId(), theirs, own));
        }
    }

    /** Nothing more is told. */
    public Found end() {
        for (Movement movement : here.values()) {
            if (!told.contains(movement.key())) {
                differences.add(new Difference(onlyHere(movement), movement.transactionId(), null, movement));
            }
        }
        return new Found(lines, total, fees, List.copyOf(differences));
    }

    private static Kind onlyHere(Movement ours) {
        if (ours.transfer()) {
            return ours.reversal() ? Kind.TRANSFER_RETURNED_HERE : Kind.TRANSFER_MISSING_THERE;
        }
        return ours.reversal() ? Kind.REVERSED_HERE : Kind.MISSING_THERE;
    }

    private void compare(Movement theirs, Movement ours) {
        boolean amountTold = !ours.reversal() || ours.amount() != null;
        add(Kind.AMOUNT, theirs, ours, !amountTold || theirs.amount().equals(ours.amount()));
        add(Kind.NUMBER, theirs, ours, ours.transfer() ? sameTransfer(theirs, ours) : samePayment(theirs, ours));
        add(
                Kind.TIME,
                theirs,
                ours,
                theirs.at().truncatedTo(ChronoUnit.SECONDS).equals(ours.at().truncatedTo(ChronoUnit.SECONDS)));
        boolean feeAgrees = ours.fee() == null || ours.fee().equals(theirs.fee());
        add(Kind.FEE, theirs, ours, feeAgrees && !anotherFee.contains(ours.key()));
        add(
                Kind.CHANNEL,
                theirs,
                ours,
                ours.channel() == null || theirs.channel() == null || ours.channel() == theirs.channel());
    }

    /** Of one that came back only the order may be known here. */
    private static boolean sameTransfer(Movement theirs, Movement ours) {
        return ours.transactionId().equals(theirs.transactionId())
                || ours.reversal() && ours.transactionId().equals(ours.orderId().toString());
    }

    /** A side may tell the e-payment number, the virtual account or both. */
    private static boolean samePayment(Movement theirs, Movement ours) {
        return ours.reversal()
                ? Objects.equals(theirs.reverses(), ours.reverses())
                : ours.ePaymentNo() != null && ours.ePaymentNo().equals(theirs.ePaymentNo())
                        || ours.virtualAccountNo() != null
                                && ours.virtualAccountNo().equals(theirs.virtualAccountNo());
    }

    private void add(Kind kind, Movement theirs, Movement ours, boolean agrees) {
        if (!agrees) {
            differences.add(new Difference(kind, theirs.transactionId(), theirs, ours));
        }
    }
}
