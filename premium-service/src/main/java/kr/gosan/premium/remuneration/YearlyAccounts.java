package kr.gosan.premium.remuneration;

import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Won;

/**
 * What the calculator is asked (form 10714).
 *
 * @param revenue empty when the accounts hold the costs of insured works only
 * @param subcontracts the subcontracts that are not approved, when the actual remuneration of their sites is known
 * @param outsourcingBy empty: the actual remuneration when it is known of all subcontracts, otherwise the labour ratio
 * @param operators service of construction-equipment operators
 */
public record YearlyAccounts(
        int insuranceYear,
        List<AccountLine> lines,
        Optional<WorksRevenue> revenue,
        List<Subcontract> subcontracts,
        Optional<OutsourcingBy> outsourcingBy,
        List<EquipmentService> operators,
        HiredAt65OrLater hiredAt65OrLater) {

    /** How outsourced works become remuneration; never both in one year (COMWEL filing guide 2022, p.18 ③). */
    public enum OutsourcingBy {
        /** All of it by the labour ratio of subcontracted works (하도급 노무비율). */
        LABOUR_RATIO,
        /** All of it by what was really paid on the sites. */
        ACTUAL_REMUNERATION
    }

    /** @param remuneration what was really paid to the workers of the site; empty when that is not known */
    public record Subcontract(Won amount, Optional<Won> remuneration) {}

    /**
     * Pay of workers hired at 65 or later, by where it stands: no unemployment insurance (고용보험법 §10②).
     *
     * @param siteStaff head-office staff on sites
     */
    public record HiredAt65OrLater(Won office, Won siteStaff, Won siteWorkers) {

        public static final HiredAt65OrLater NONE = new HiredAt65OrLater(null, null, null);

        public HiredAt65OrLater {
            office = office == null ? Won.ZERO : office;
            siteStaff = siteStaff == null ? Won.ZERO : siteStaff;
            siteWorkers = siteWorkers == null ? Won.ZERO : siteWorkers;
        }
    }

    public YearlyAccounts {
        lines = List.copyOf(lines);
        subcontracts = List.copyOf(subcontracts);
        operators = List.copyOf(operators);
        hiredAt65OrLater = hiredAt65OrLater == null ? HiredAt65OrLater.NONE : hiredAt65OrLater;
    }

    boolean actualRemunerationIsKnownOfAll() {
        return !subcontracts.isEmpty()
                && subcontracts.stream().allMatch(each -> each.remuneration().isPresent());
    }

    boolean actualRemunerationIsKnownOfSome() {
        return !actualRemunerationIsKnownOfAll()
                && subcontracts.stream().anyMatch(each -> each.remuneration().isPresent());
    }

    OutsourcingBy howOutsourcingCounts() {
        return outsourcingBy.orElse(
                actualRemunerationIsKnownOfAll() ? OutsourcingBy.ACTUAL_REMUNERATION : OutsourcingBy.LABOUR_RATIO);
    }
}
