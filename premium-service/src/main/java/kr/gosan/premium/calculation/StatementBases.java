package kr.gosan.premium.calculation;

import java.math.BigInteger;
import kr.gosan.kernel.money.Won;

/**
 * The confirmed bases of head office and collective from the yearly accounts (보수총액 산정 계산기, source document p.17).
 * The two insurances place the head office's own staff on sites differently: industrial-accident insurance counts them at
 * the collective, employment insurance at the head office.
 *
 * <p>Where prime contracts and subcontracts cannot be told apart, what was spent on works counts with the prime-contract
 * share (원도급 공사비율) of the year's works revenue. A fraction of a won is dropped.
 */
public record StatementBases(Won accidentHq, Won accidentCollective, Won employmentHq, Won employmentCollective) {

    /**
     * @param office ① remuneration in the profit-and-loss statement
     * @param siteStaff ② salaries of head-office staff on sites; part of {@code works}
     * @param works ③ remuneration in the works-cost statement
     * @param primeRevenue revenue from prime contracts
     * @param allRevenue revenue from all works, more than zero
     */
    public static StatementBases of(Won office, Won siteStaff, Won works, Won primeRevenue, Won allRevenue) {
        return new StatementBases(
                office,
                share(works, primeRevenue, allRevenue),
                office.plus(share(siteStaff, primeRevenue, allRevenue)),
                share(works.minus(siteStaff), primeRevenue, allRevenue));
    }

    private static Won share(Won amount, Won part, Won whole) {
        return Won.of(BigInteger.valueOf(amount.amount())
                .multiply(BigInteger.valueOf(part.amount()))
                .divide(BigInteger.valueOf(whole.amount()))
                .longValueExact());
    }
}
