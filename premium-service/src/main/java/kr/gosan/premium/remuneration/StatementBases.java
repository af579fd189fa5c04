package kr.gosan.premium.remuneration;

import kr.gosan.kernel.money.Won;

/**
 * The confirmed bases of head office and collective from the yearly accounts (보수총액 산정 계산기, COMWEL filing guide 2022,
 * p.16–17). The two insurances place the head office's own staff on sites differently: industrial-accident insurance
 * counts them at the collective, employment insurance at the head office. Workers of an equipment business are insured by
 * the prime contractor against accidents, but for employment by that business.
 *
 * <p>Where prime contracts and subcontracts cannot be told apart, what was spent on works counts with the prime-contract
 * share (원도급 공사비율) of the year's works revenue. A fraction of a won is dropped.
 */
public record StatementBases(Won accidentHq, Won accidentCollective, Won employmentHq, Won employmentCollective) {

    /**
     * @param office ① remuneration of office staff
     * @param siteStaff ② salaries of head-office staff on sites; part of {@code works}
     * @param works ③ remuneration spent on works
     * @param rental remuneration within equipment rental; part of {@code works}, with {@code siteStaff} not more than it
     * @param insured revenue from works the filer insures
     * @param all revenue from all works, more than zero
     */
    public static StatementBases of(Won office, Won siteStaff, Won works, Won rental, Won insured, Won all) {
        return new StatementBases(
                office,
                ShareOfWon.of(works, insured, all),
                office.plus(ShareOfWon.of(siteStaff, insured, all)),
                ShareOfWon.of(works.minus(siteStaff).minus(rental), insured, all));
    }
}
