package kr.gosan.payment.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Posting.Kind;
import kr.gosan.payment.debt.Debt;

/** What is booked on the way of a refund; amounts by fund, zero or more each. */
public final class RefundPostings {

    private RefundPostings() {}

    /** Interest is added to what is owed back (보험료징수법 §23④). */
    public static List<Posting> decided(Debt debt, UUID refundId, LocalDate on, Map<Fund, Won> interest) {
        return moved(
                Kind.REFUND_DECIDED, debt, refundId, on, Account.REFUND_INTEREST, Account.REFUND_PAYABLE, interest);
    }

    /** The bank was ordered to send it. */
    public static List<Posting> sent(Debt debt, UUID transferId, LocalDate on, Map<Fund, Won> amounts) {
        return moved(
                Kind.REFUND_SENT, debt, transferId, on, Account.REFUND_PAYABLE, Account.REFUND_IN_TRANSIT, amounts);
    }

    /** It arrived: the money has left. */
    public static List<Posting> paid(Debt debt, UUID transferId, LocalDate on, Map<Fund, Won> amounts) {
        return moved(Kind.REFUND_PAID, debt, transferId, on, Account.REFUND_IN_TRANSIT, Account.CASH, amounts);
    }

    /** It came back: from the way, or from the account after it had arrived there. */
    public static List<Posting> returned(
            Debt debt, UUID transferId, LocalDate on, boolean hadArrived, Map<Fund, Won> amounts) {
        return moved(
                Kind.REFUND_RETURNED,
                debt,
                transferId,
                on,
                hadArrived ? Account.CASH : Account.REFUND_IN_TRANSIT,
                Account.REFUND_PAYABLE,
                amounts);
    }

    /** Too little to be refunded (§45의2). */
    public static List<Posting> dropped(Debt debt, UUID refundId, LocalDate on, Map<Fund, Won> amounts) {
        return moved(
                Kind.SMALL_AMOUNT_DROPPED, debt, refundId, on, Account.REFUND_PAYABLE, Account.SMALL_AMOUNT, amounts);
    }

    /** Nothing when all amounts are zero. */
    private static List<Posting> moved(
            Kind kind, Debt debt, UUID causeId, LocalDate on, Account debit, Account credit, Map<Fund, Won> amounts) {
        Posting.Draft draft = new Posting.Draft();
        new ArrayList<>(amounts.keySet())
                .stream()
                        .sorted(Comparator.naturalOrder())
                        .forEach(fund -> draft.move(debit, credit, fund, amounts.get(fund)));
        return draft.isEmpty() ? List.of() : List.of(Posting.of(kind, debt, causeId, on, draft));
    }
}
