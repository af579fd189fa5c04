package kr.gosan.premium.remuneration;

import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Won;

/**
 * One account of the yearly statements: its total, what is no remuneration at all, and who the rest was paid to.
 *
 * @param total 계정총액, the amount in the statement
 * @param deductions 공제액
 * @param parts who it was paid to; empty when the account says so by itself (a salary account) or was not examined
 * @param agencyLabour what of the account went to labour agencies (직업소개소) for people who worked on sites
 */
public record AccountLine(Account account, Won total, Deductions deductions, Optional<Parts> parts, Won agencyLabour) {

    /**
     * What of an account is no remuneration of the filer's workers (보험료징수법 §2, 소득세법 §12, §20).
     *
     * @param chiefExecutive pay of the chief executive
     * @param nonWorkers pay of others who are no workers, such as registered directors
     * @param nonTaxable non-taxable pay (소득세법 §12 제3호)
     * @param approvedSubcontracts works whose subcontractor is approved as the employer (보험료징수법 §9① 단서)
     * @param coveredByPrimeContractor staff on works of which another company, the prime contractor, is the insured
     */
    public record Deductions(
            Won chiefExecutive,
            Won nonWorkers,
            Won nonTaxable,
            Won approvedSubcontracts,
            Won coveredByPrimeContractor) {

        public static final Deductions NONE = new Deductions(null, null, null, null, null);

        public Deductions {
            chiefExecutive = zeroIfMissing(chiefExecutive);
            nonWorkers = zeroIfMissing(nonWorkers);
            nonTaxable = zeroIfMissing(nonTaxable);
            approvedSubcontracts = zeroIfMissing(approvedSubcontracts);
            coveredByPrimeContractor = zeroIfMissing(coveredByPrimeContractor);
        }

        public Won sum() {
            return Won.sum(
                    List.of(chiefExecutive, nonWorkers, nonTaxable, approvedSubcontracts, coveredByPrimeContractor));
        }
    }

    /**
     * Who an account was paid to. What is in none of the parts is no remuneration (materials, for example).
     *
     * @param office pay of office staff
     * @param siteStaff pay of the head office's own staff on sites
     * @param siteWorkers pay of workers hired for the sites
     * @param outsourced paid to subcontractors; the labour ratio of it counts
     * @param equipmentRental paid for machines with their operators to an equipment business; the labour ratio of it counts,
     *     in industrial-accident insurance only
     * @param overseas pay of workers dispatched to works abroad
     */
    public record Parts(Won office, Won siteStaff, Won siteWorkers, Won outsourced, Won equipmentRental, Won overseas) {

        static final Parts NONE = new Parts(null, null, null, null, null, null);

        public Parts {
            office = zeroIfMissing(office);
            siteStaff = zeroIfMissing(siteStaff);
            siteWorkers = zeroIfMissing(siteWorkers);
            outsourced = zeroIfMissing(outsourced);
            equipmentRental = zeroIfMissing(equipmentRental);
            overseas = zeroIfMissing(overseas);
        }

        public Won sum() {
            return Won.sum(List.of(office, siteStaff, siteWorkers, outsourced, equipmentRental, overseas));
        }
    }

    public AccountLine {
        deductions = deductions == null ? Deductions.NONE : deductions;
        agencyLabour = zeroIfMissing(agencyLabour);
    }

    /** What remains of the account after the deductions; negative when they are too large. */
    Won remaining() {
        return total.minus(deductions.sum());
    }

    /** The parts as stated, or as the account itself tells them; none where too much is deducted. */
    Parts counted() {
        Won all = remaining().max(Won.ZERO);
        return parts.orElseGet(() -> switch (account) {
            case SALARIES, BONUSES -> new Parts(all, null, null, null, null, null);
            case SITE_SALARIES -> new Parts(null, all, null, null, null, null);
            case DAILY_WAGES -> new Parts(null, null, all, null, null, null);
            case OUTSOURCING -> new Parts(null, null, null, all, null, null);
            case EQUIPMENT_RENTAL -> new Parts(null, null, null, null, all, null);
            case WELFARE, FEES, RESEARCH, OTHER_EXPENSES, MATERIALS, SERVICES, WORKS_FEES, OTHER_COSTS -> Parts.NONE;
        });
    }

    /** Whether it is open what of the account counts: nothing is said, and the account does not tell. */
    boolean isUnexamined() {
        return account.isMixed() && parts.isEmpty() && remaining().isPositive();
    }

    private static Won zeroIfMissing(Won amount) {
        return amount == null ? Won.ZERO : amount;
    }
}
