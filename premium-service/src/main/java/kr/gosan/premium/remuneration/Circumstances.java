package kr.gosan.premium.remuneration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;

/**
 * What the accounts themselves do not tell, and what the usual mistakes of the filing guide (2022, p.18 ①) turn on. Each is
 * empty when it was not asked; then nothing can be said about it.
 *
 * @param staffOnSites whether head-office staff (site managers, engineers) worked on sites
 * @param ownProducts installation of the filer's own products, treated as part of making them
 * @param approvedSubcontracts works in which the filer is the approved subcontractor
 * @param defectRepair direct labour on the repair of defects after works ended
 * @param unsoldHousing labour in the cost of housing that was not sold in the year
 * @param jointVentures shares in joint contracts (공동도급); an empty list when there are none
 * @param filedBases what is filed, or about to be, for comparison
 */
public record Circumstances(
        Optional<Boolean> staffOnSites,
        Optional<OwnProducts> ownProducts,
        Optional<Amount> approvedSubcontracts,
        Optional<Amount> defectRepair,
        Optional<Amount> unsoldHousing,
        Optional<List<JointVenture>> jointVentures,
        Optional<FiledBases> filedBases) {

    public static final Circumstances UNKNOWN = new Circumstances(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * An amount the accounts ought to contain.
     *
     * @param remuneration pay and labour parts, in won; zero when there was none
     * @param included whether the stated accounts contain it
     */
    public record Amount(Won remuneration, boolean included) {

        boolean isMissing() {
            return remuneration.isPositive() && !included;
        }
    }

    /**
     * Installation left out because it belongs to the making of the product.
     *
     * @param leftOut what is not in the accounts, in won
     * @param madeByFiler the filer makes the product
     * @param installedByFiler the filer's own workers install it, nothing is outsourced
     */
    public record OwnProducts(Won leftOut, boolean madeByFiler, boolean installedByFiler) {}

    /**
     * The filer's share in a joint contract.
     *
     * @param sharePercent 출자비율, more than 0 and at most 100
     * @param allocatedLabour pay in the cost allocation (원가배분내역서)
     * @param allocatedOutsourcing outsourcing in the cost allocation
     * @param included what of both together the stated accounts contain
     * @param secondedPay pay of the staff all partners together sent to the venture (공동이행방식)
     * @param secondedIncluded what of it the stated accounts contain
     */
    public record JointVenture(
            BigDecimal sharePercent,
            Won allocatedLabour,
            Won allocatedOutsourcing,
            Won included,
            Won secondedPay,
            Won secondedIncluded) {

        Won allocated() {
            return allocatedLabour.plus(allocatedOutsourcing);
        }

        /** The filer's share of the seconded staff's pay; the fraction of a won is dropped. */
        Won secondedShare() {
            return Rounding.TRUNCATE_BELOW_ONE_WON.apply(
                    sharePercent.movePointLeft(2).multiply(BigDecimal.valueOf(secondedPay.amount())));
        }
    }

    /** The two bases into which the head office's staff on sites is most often put by mistake. */
    public record FiledBases(Won headOfficeAccident, Won collectiveEmployment) {}

    /** What was not answered, by its name in a request. */
    public List<String> unanswered() {
        return Stream.of(
                        open("staffOnSites", staffOnSites),
                        open("ownProducts", ownProducts),
                        open("approvedSubcontracts", approvedSubcontracts),
                        open("defectRepair", defectRepair),
                        open("unsoldHousing", unsoldHousing),
                        open("jointVentures", jointVentures))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> open(String name, Optional<?> answer) {
        return answer.isPresent() ? Optional.empty() : Optional.of(name);
    }
}
