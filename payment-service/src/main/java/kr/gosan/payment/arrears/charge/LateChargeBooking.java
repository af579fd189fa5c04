package kr.gosan.payment.arrears.charge;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;

/** Brings the booked late charge of a debt to what it is by all that was paid until now. */
public final class LateChargeBooking {

    private LateChargeBooking() {}

    /** The charges up to the last day on which anything was paid. */
    public static LateCharges.Answer charges(Owing owing, LawBook book) {
        Principal principal = owing.history().principal();
        LocalDate chargedAfter = owing.terms().chargedAfter();
        LocalDate lastPaid =
                principal.paid().isEmpty() ? chargedAfter : principal.paid().lastKey();
        return LateCharges.of(owing.history().debt().insurance().name(), principal, chargedAfter, lastPaid, book);
    }

    /** What is to be booked; empty when the books have it already. */
    public static Posting.Draft of(DebtHistory history, LateCharges charges) {
        Map<Fund, Won> charged = charges.onWhatWasPaid();
        Map<Fund, Won> booked = history.lateChargeBooked();
        Map<Fund, Won> due = history.balanceOn(Account.LATE_CHARGE_DUE, LocalDate.MAX);
        Set<Fund> funds = EnumSet.noneOf(Fund.class);
        funds.addAll(charged.keySet());
        funds.addAll(booked.keySet());
        funds.addAll(due.keySet());
        Posting.Draft draft = new Posting.Draft();
        for (Fund fund : funds) {
            Won more = charged.getOrDefault(fund, Won.ZERO).minus(booked.getOrDefault(fund, Won.ZERO));
            if (more.isNegative()) {
                draft.move(Account.LATE_CHARGE, Account.LATE_CHARGE_DUE, fund, more.negate());
            } else {
                draft.move(Account.LATE_CHARGE_DUE, Account.LATE_CHARGE, fund, more);
            }
            // It was paid already, or an offset paid it by the day, before it was truncated with what else came that
            // day:
            // paid by mistake, so it is returned (보험료징수법 §23①).
            Won tooMuch =
                    due.getOrDefault(fund, Won.ZERO).plus(more).min(Won.ZERO).negate();
            draft.move(Account.LATE_CHARGE_DUE, Account.REFUND_PAYABLE, fund, tooMuch);
        }
        return draft;
    }
}
