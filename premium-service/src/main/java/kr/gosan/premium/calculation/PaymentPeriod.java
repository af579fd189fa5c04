package kr.gosan.premium.calculation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import kr.gosan.kernel.money.Won;

/**
 * One payment slip's figures (납부서, source document p.21): payable = ① + ② − ③ − ④.
 *
 * @param period 0 for a lump sum, else the number of the instalment
 * @param statutoryDueDate before the business calendar moves it
 * @param eFilingReduction ④, one figure for the insurance
 */
public record PaymentPeriod(int period, LocalDate statutoryDueDate, List<FundShare> funds, Won eFilingReduction) {

    public PaymentPeriod {
        funds = List.copyOf(funds);
    }

    /** ① confirmed premium to be added, or, negative, the offset used. */
    public Won confirmedAdditional() {
        return sum(FundShare::confirmedAdditional);
    }

    /** ② the estimate, or this instalment of it. */
    public Won estimate() {
        return sum(FundShare::estimate);
    }

    /** ③ the lump-sum discount, truncated by fund. */
    public Won lumpSumDiscount() {
        return sum(FundShare::lumpSumDiscount);
    }

    public Won offset() {
        return sum(FundShare::offset);
    }

    /** Zero or more. */
    public Won payable() {
        return confirmedAdditional().plus(estimate()).minus(lumpSumDiscount()).minus(eFilingReduction);
    }

    /** What falls due before anything is offset: the most that can be offset. */
    Won due() {
        return sum(FundShare::due).minus(eFilingReduction);
    }

    private Won sum(Function<FundShare, Won> amount) {
        return Won.sum(funds.stream().map(amount).toList());
    }
}
