package kr.gosan.payment.suspense;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.order.CollectionOrder;
import kr.gosan.payment.book.BankPostings;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.refund.OpenRefunds;

/**
 * Makes suspended money a refund of the slip it was paid for (보험료징수법 §23): what is overdue is paid first, interest runs from
 * the day after it was paid, and two operators send the rest to the registered account.
 */
@Singleton
class RefundOverpayment {

    private final LedgerStore ledger;
    private final OpenRefunds refunds;

    RefundOverpayment(LedgerStore ledger, OpenRefunds refunds) {
        this.ledger = ledger;
        this.refunds = refunds;
    }

    /**
     * @param slip of a debt with funds
     * @param amount paid twice, it is the slip's own; otherwise it is divided as the slip is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void of(Slip slip, Won amount, UUID resolutionId, LocalDate paidOn, LocalDate today) {
        Posting booked = BankPostings.ofOverpayment(slip.debt(), byFund(slip, amount), resolutionId, today);
        ledger.book(booked);
        refunds.onMistakenPayment(booked, resolutionId, paidOn);
    }

    private static Map<Fund, Won> byFund(Slip slip, Won amount) {
        Map<Fund, Won> payable = new EnumMap<>(slip.figures().payableByFund());
        payable.replaceAll((fund, won) -> won.max(Won.ZERO));
        List<Fund> funds = new ArrayList<>(payable.keySet());
        List<Won> parts = CollectionOrder.inProportion(
                amount, funds.stream().map(payable::get).toList());
        Map<Fund, Won> divided = new EnumMap<>(Fund.class);
        for (int i = 0; i < funds.size(); i++) {
            divided.put(funds.get(i), parts.get(i));
        }
        return divided;
    }
}
