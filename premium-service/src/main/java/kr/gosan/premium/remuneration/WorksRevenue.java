package kr.gosan.premium.remuneration;

import java.util.List;
import kr.gosan.kernel.money.Won;

/**
 * The year's revenue from works (공사수입금), by the part the filer played in them. Its prime-contract share (원도급 공사비율)
 * is used only where the costs of single sites cannot be told apart (COMWEL filing guide 2022, p.17).
 *
 * @param own own works (자기공사)
 * @param prime works as prime contractor
 * @param approvedSubcontract works as a subcontractor who is approved as the employer: they count as prime
 * @param subcontract works as any other subcontractor: the prime contractor insures them
 */
public record WorksRevenue(Won own, Won prime, Won approvedSubcontract, Won subcontract) {

    /** No works of others: every cost counts whole. */
    static final WorksRevenue PRIME_ONLY = new WorksRevenue(null, Won.of(1), null, null);

    public WorksRevenue {
        own = own == null ? Won.ZERO : own;
        prime = prime == null ? Won.ZERO : prime;
        approvedSubcontract = approvedSubcontract == null ? Won.ZERO : approvedSubcontract;
        subcontract = subcontract == null ? Won.ZERO : subcontract;
    }

    /** Revenue from works the filer insures. */
    public Won insured() {
        return Won.sum(List.of(own, prime, approvedSubcontract));
    }

    public Won all() {
        return insured().plus(subcontract);
    }
}
