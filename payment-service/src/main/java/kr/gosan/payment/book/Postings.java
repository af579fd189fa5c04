package kr.gosan.payment.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Posting.Kind;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.FundSettlement;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;

/**
 * What is booked when something happens.
 *
 * <p>The lump-sum discount is a condition, not a fact: it is granted to whoever pays the whole estimate by the due date
 * (보험료징수법 §17④). So the return books the whole estimate as owed, and the discount is booked on the day it is earned:
 * with the payment, when that is in time, or with the return, when excess settles everything by then. Nothing has to be
 * taken back when the payment is late: the discount then simply stays owed.
 */
public final class Postings {

    private Postings() {}

    /** One posting for each payment period of the return that owes or settles anything. */
    public static List<Posting> ofReturn(FiledReturn filed, DueDates dueDates) {
        List<Posting> postings = new ArrayList<>();
        for (FiledInsurance insurance : filed.insurances()) {
            Map<Fund, Won> excess = new EnumMap<>(Fund.class);
            insurance.lines().forEach(line -> excess.put(line.fund(), line.excess()));
            for (PaymentPeriod period : insurance.periods()) {
                Posting.Draft draft = new Posting.Draft();
                if (period.equals(insurance.periods().getFirst())) {
                    insurance.lines().forEach(line -> confirm(draft, line));
                }
                period.funds().forEach(row -> owe(draft, period, row));
                offset(draft, insurance, period, excess);
                if (period.equals(insurance.periods().getLast())) {
                    excess.forEach((fund, left) -> draft.move(Account.EXCESS, Account.REFUND_PAYABLE, fund, left));
                }
                if (period.payable().isZero() && !filed.filedOn().isAfter(dueDates.of(period.statutoryDueDate()))) {
                    grantDiscount(draft, period);
                }
                if (!draft.entries().isEmpty()) {
                    Debt debt = filed.debt(insurance, period);
                    postings.add(new Posting(
                            Kind.RETURN_FILED, Optional.of(debt), Optional.empty(), filed.filedOn(), draft.entries()));
                }
            }
        }
        return postings;
    }

    /** A slip paid with its exact amount, fund by fund as its rows are. */
    public static Posting ofPayment(Slip slip, UUID noticeId, LocalDate paidOn) {
        return ofPayment(slip, Won.ZERO, noticeId, paidOn);
    }

    /**
     * As the other, where the payment is less for being debited automatically (보험료징수법 시행령 §30의4). The reduction is granted
     * with the payment, as the lump-sum discount is: taken back, both go. It comes off the estimate, the first fund first.
     */
    public static Posting ofPayment(Slip slip, Won reduction, UUID noticeId, LocalDate paidOn) {
        Posting.Draft draft = new Posting.Draft();
        Map<Fund, Won> payable = new EnumMap<>(slip.figures().payableByFund());
        Won left = reduction;
        for (FundFigures row : slip.figures().funds()) {
            Won share = left.min(row.estimate()).min(payable.get(row.fund()));
            draft.move(Account.AUTO_DEBIT_REDUCTION, Account.RECEIVABLE, row.fund(), share);
            payable.merge(row.fund(), share, Won::minus);
            left = left.minus(share);
        }
        if (!left.isZero()) {
            throw new IllegalArgumentException("a reduction of " + reduction + " is more than the slip's estimate");
        }
        for (FundFigures row : slip.figures().funds()) {
            draft.move(
                    Account.CASH,
                    Account.RECEIVABLE,
                    row.fund(),
                    payable.get(row.fund()).minus(row.charge()));
            payCharge(draft, slip.debt(), row);
        }
        if (!paidOn.isAfter(slip.dueDate())) {
            grantDiscount(draft, slip.figures());
        }
        return new Posting(
                Kind.PAYMENT_RECEIVED, Optional.of(slip.debt()), Optional.of(noticeId), paidOn, draft.entries());
    }

    /**
     * The discount of a slip that was paid late until its due date was extended; empty where nothing of it is open.
     *
     * @param open what of the discount stands on RECEIVABLE, by fund
     */
    public static Optional<Posting> ofDiscountEarnedByExtension(Slip slip, Map<Fund, Won> open, LocalDate paidOn) {
        Posting.Draft draft = new Posting.Draft();
        open.forEach((fund, amount) -> draft.move(Account.LUMP_SUM_DISCOUNT, Account.RECEIVABLE, fund, amount));
        return draft.entries().isEmpty()
                ? Optional.empty()
                : Optional.of(new Posting(
                        Kind.DUE_DATE_EXTENDED, Optional.of(slip.debt()), Optional.empty(), paidOn, draft.entries()));
    }

    /** Money that came for a slip that cannot take it, or for none. */
    public static Posting ofSuspendedMoney(Notice notice, UUID noticeId, Optional<Slip> slip) {
        Posting.Draft draft = new Posting.Draft().move(Account.CASH, Account.SUSPENSE, null, notice.amount());
        return new Posting(
                Kind.MONEY_SUSPENDED, slip.map(Slip::debt), Optional.of(noticeId), notice.paidOn(), draft.entries());
    }

    /** A charge settles the account it is owed on; a fine belongs to no fund, on either side. */
    private static void payCharge(Posting.Draft draft, Debt debt, FundFigures row) {
        switch (debt.kind()) {
            case PERIOD, CORRECTION -> draft.move(Account.CASH, Account.SURCHARGE_DUE, row.fund(), row.charge());
            case BENEFIT_RECOVERY -> draft.move(Account.CASH, Account.BENEFIT_RECOVERY_DUE, row.fund(), row.charge());
            case FINE -> draft.move(Account.CASH, null, Account.FINE_DUE, null, row.charge());
        }
    }

    private static void confirm(Posting.Draft draft, FundSettlement line) {
        draft.move(Account.RECEIVABLE, Account.CONFIRMED_PREMIUM, line.fund(), line.additional());
        draft.move(Account.CONFIRMED_PREMIUM, Account.EXCESS, line.fund(), line.excess());
    }

    private static void owe(Posting.Draft draft, PaymentPeriod period, FundFigures row) {
        Won reduction = period.reductionByFund().get(row.fund());
        draft.move(Account.RECEIVABLE, Account.ESTIMATED_PREMIUM, row.fund(), row.estimate());
        draft.move(Account.E_FILING_REDUCTION, Account.RECEIVABLE, row.fund(), reduction);
    }

    /** Uses up the excess: each fund's own first, then what is left of the insurance's other fund. */
    private static void offset(
            Posting.Draft draft, FiledInsurance insurance, PaymentPeriod period, Map<Fund, Won> excess) {
        Map<Fund, Won> open = new EnumMap<>(Fund.class);
        period.funds().forEach(row -> open.put(row.fund(), insurance.offset(period, row)));
        open.keySet().forEach(fund -> use(draft, fund, fund, excess, open));
        excess.keySet().forEach(from -> open.keySet().forEach(to -> use(draft, from, to, excess, open)));
    }

    private static void use(Posting.Draft draft, Fund from, Fund to, Map<Fund, Won> excess, Map<Fund, Won> open) {
        Won amount = excess.get(from).min(open.get(to));
        draft.move(Account.EXCESS, from, Account.RECEIVABLE, to, amount);
        excess.merge(from, amount, Won::minus);
        open.merge(to, amount, Won::minus);
    }

    private static void grantDiscount(Posting.Draft draft, PaymentPeriod period) {
        period.funds()
                .forEach(row ->
                        draft.move(Account.LUMP_SUM_DISCOUNT, Account.RECEIVABLE, row.fund(), row.lumpSumDiscount()));
    }
}
