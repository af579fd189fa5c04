package kr.gosan.payment.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;

/**
 * Data of the event {@code kr.gosan.payment.arrears-reduced.v1}.
 *
 * @param causeId the correction (its adjustmentId), or the return that settled the estimate
 * @param reason what made the arrears less
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArrearsReduced(
        WorkplaceNumber managementNo,
        int insuranceYear,
        DebtKind debtKind,
        UUID originId,
        UUID returnId,
        Insurance insurance,
        int period,
        UUID causeId,
        Reason reason,
        LocalDate on,
        List<Line> funds) {

    static final String TYPE = "kr.gosan.payment.arrears-reduced.v1";

    enum Reason {
        /** A correction: so much was never owed. */
        CORRECTED,
        /** The return that confirmed the estimated year: so much is not owed any more (보험료징수법 §19②). */
        SETTLED,
        /** Something overpaid paid it. */
        OFFSET
    }

    /**
     * @param amount by what the premium in arrears is less
     * @param ofEstimate what of it the estimate is less; zero where it was paid
     * @param surcharge by what the surcharge is less
     */
    record Line(Fund fund, Won amount, Won ofEstimate, Won surcharge) {}

    /** Empty where the posting takes nothing off the arrears. @param posting on a debt that was handed over */
    static Optional<ArrearsReduced> of(Posting posting) {
        Optional<Reason> reason = switch (posting.kind()) {
            case PREMIUM_ADJUSTED -> Optional.of(Reason.CORRECTED);
            case ESTIMATE_SETTLED -> Optional.of(Reason.SETTLED);
            case OVERPAYMENT_OFFSET -> Optional.of(Reason.OFFSET);
            default -> Optional.empty();
        };
        if (reason.isEmpty() || posting.debt().isEmpty()) {
            return Optional.empty();
        }
        Debt debt = posting.debt().get();
        List<Line> lines = Fund.of(debt.insurance()).stream()
                .map(fund -> {
                    Won amount = fall(posting, Account.ARREARS, fund);
                    return new Line(
                            fund,
                            amount,
                            signed(posting, Account.ESTIMATED_PREMIUM, fund)
                                    .max(Won.ZERO)
                                    .min(amount),
                            fall(posting, Account.SURCHARGE_DUE, fund));
                })
                .filter(line -> line.amount().isPositive() || line.surcharge().isPositive())
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new ArrearsReduced(
                        debt.managementNo(),
                        debt.insuranceYear(),
                        debt.kind(),
                        debt.originId(),
                        debt.returnId(),
                        debt.insurance(),
                        debt.period(),
                        posting.causeId().orElseThrow(),
                        reason.get(),
                        posting.valueDate(),
                        lines));
    }

    private static Won fall(Posting posting, Account account, Fund fund) {
        return signed(posting, account, fund).min(Won.ZERO).negate();
    }

    private static Won signed(Posting posting, Account account, Fund fund) {
        return Won.sum(posting.entries().stream()
                .filter(entry -> entry.account() == account && entry.fund().equals(Optional.of(fund)))
                .map(entry -> entry.signed())
                .toList());
    }
}
