package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.correction.CorrectionTerms;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.slip.FiledReturnStore;
import kr.gosan.payment.slip.ReplaceSlips;
import kr.gosan.payment.slip.SlipStore;

/**
 * Puts another slip in the place of one that may be paid again and demands something else than is open: while it was closed, a
 * correction or the next return made less of its debt.
 */
@Singleton
class DemandWhatIsOpen {

    private final SlipStore slips;
    private final ReplaceSlips replaceSlips;
    private final LedgerStore ledger;
    private final FiledReturnStore returns;
    private final CorrectionTerms law;

    DemandWhatIsOpen(
            SlipStore slips,
            ReplaceSlips replaceSlips,
            LedgerStore ledger,
            FiledReturnStore returns,
            CorrectionTerms law) {
        this.slips = slips;
        this.replaceSlips = replaceSlips;
        this.ledger = ledger;
        this.returns = returns;
        this.law = law;
    }

    /** @param slip locked and to be paid; what is open on its debt stands on RECEIVABLE again */
    @Transactional(Transactional.TxType.MANDATORY)
    void with(Slip slip, LocalDate today) {
        if (slip.debt().kind() != DebtKind.PERIOD && slip.debt().kind() != DebtKind.CORRECTION) {
            return;
        }
        Map<FundAccount, Won> books = ledger.balance(slip.debt());
        if (fits(slip.figures(), books)) {
            return;
        }
        replaceSlips.replace(
                slip,
                figures(slip, books, today),
                today,
                ReplaceSlips.Reason.REPLACED,
                slips.reasons(List.of(slip)).get(slip.slipId()));
    }

    /** Whether the slip, paid in time, settles exactly what is open. */
    private static boolean fits(PaymentPeriod figures, Map<FundAccount, Won> books) {
        Map<Fund, Won> payable = figures.payableByFund();
        return figures.funds().stream().allMatch(row -> {
            Won premium = payable.get(row.fund()).minus(row.charge()).plus(row.lumpSumDiscount());
            return premium.equals(of(books, Account.RECEIVABLE, row.fund()))
                    && row.charge().equals(of(books, Account.SURCHARGE_DUE, row.fund()));
        });
    }

    /** The estimate as it is now, and as confirmed premium or offset what is between it and what is open. */
    private PaymentPeriod figures(Slip slip, Map<FundAccount, Won> books, LocalDate today) {
        List<FundFigures> rows = new ArrayList<>();
        Won reduction = Won.ZERO;
        for (FundFigures was : slip.figures().funds()) {
            Won estimate =
                    of(books, Account.ESTIMATED_PREMIUM, was.fund()).negate().max(Won.ZERO);
            Won reduced = of(books, Account.E_FILING_REDUCTION, was.fund());
            Won premium = of(books, Account.RECEIVABLE, was.fund()).plus(reduced);
            reduction = reduction.plus(reduced);
            rows.add(FundFigures.of(
                    was.fund(),
                    premium.minus(estimate),
                    estimate,
                    was.lumpSumDiscount().isZero()
                            ? Won.ZERO
                            : discountOf(slip, estimate, today)
                                    .min(of(books, Account.RECEIVABLE, was.fund())
                                            .max(Won.ZERO)),
                    of(books, Account.SURCHARGE_DUE, was.fund())));
        }
        return PaymentPeriod.of(slip.debt().period(), slip.figures().statutoryDueDate(), reduction, rows);
    }

    private Won discountOf(Slip slip, Won estimate, LocalDate today) {
        FiledReturn filed = Optional.ofNullable(slip.debt().returnId())
                .flatMap(returns::find)
                .orElseThrow();
        return law.on(filed, today, false).discountOf(estimate);
    }

    private static Won of(Map<FundAccount, Won> books, Account account, Fund fund) {
        return books.getOrDefault(new FundAccount(account, Optional.of(fund)), Won.ZERO);
    }
}
