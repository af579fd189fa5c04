package kr.gosan.premium.calculator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.premium.remuneration.Circumstances;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The questions behind the warnings. A question left out is listed as unanswered in the result; an amount of 0, or an empty
 * list, answers that there was nothing.
 */
@Schema(name = "CalculationCircumstances")
public record CircumstancesFields(
        Boolean staffOnSites,
        OwnProducts ownProducts,
        Amount approvedSubcontracts,
        Amount defectRepair,
        Amount unsoldHousing,
        List<JointVenture> jointVentures,
        FiledBases filedBases) {

    private static final int MOST_VENTURES = 100;

    /** An amount the accounts ought to contain, and whether they do. */
    @Schema(
            name = "CircumstanceAmount",
            requiredProperties = {"remuneration", "included"})
    public record Amount(Won remuneration, Boolean included) {

        private void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/remuneration", remuneration);
            errors.required(pointer + "/included", included);
        }

        private Circumstances.Amount amount() {
            return new Circumstances.Amount(remuneration, included);
        }
    }

    /** Installation of own products that was left out of the accounts. */
    @Schema(
            name = "OwnProductInstallation",
            requiredProperties = {"leftOut", "madeByFiler", "installedByFiler"})
    public record OwnProducts(Won leftOut, Boolean madeByFiler, Boolean installedByFiler) {

        private void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/leftOut", leftOut);
            errors.required(pointer + "/madeByFiler", madeByFiler);
            errors.required(pointer + "/installedByFiler", installedByFiler);
        }
    }

    /** @param sharePercent decimal text such as {@code "40"} or {@code "33.5"} */
    @Schema(
            name = "JointVentureShare",
            requiredProperties = {
                "sharePercent",
                "allocatedLabour",
                "allocatedOutsourcing",
                "included",
                "secondedPay",
                "secondedIncluded"
            })
    public record JointVenture(
            String sharePercent,
            Won allocatedLabour,
            Won allocatedOutsourcing,
            Won included,
            Won secondedPay,
            Won secondedIncluded) {

        private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,4})?");

        private void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/sharePercent", sharePercent);
            if (sharePercent != null && !isShare(sharePercent)) {
                errors.add(pointer + "/sharePercent", "share-expected");
            }
            errors.required(pointer + "/allocatedLabour", allocatedLabour);
            errors.required(pointer + "/allocatedOutsourcing", allocatedOutsourcing);
            errors.required(pointer + "/included", included);
            errors.required(pointer + "/secondedPay", secondedPay);
            errors.required(pointer + "/secondedIncluded", secondedIncluded);
        }

        private static boolean isShare(String text) {
            if (!PERCENT.matcher(text).matches()) {
                return false;
            }
            BigDecimal share = new BigDecimal(text);
            return share.signum() > 0 && share.compareTo(BigDecimal.valueOf(100)) <= 0;
        }

        private Circumstances.JointVenture venture() {
            return new Circumstances.JointVenture(
                    new BigDecimal(sharePercent),
                    allocatedLabour,
                    allocatedOutsourcing,
                    included,
                    secondedPay,
                    secondedIncluded);
        }
    }

    /** Bases as filed or about to be, to see where the head office's staff on sites was put. */
    @Schema(
            name = "FiledBases",
            requiredProperties = {"headOfficeAccident", "collectiveEmployment"})
    public record FiledBases(Won headOfficeAccident, Won collectiveEmployment) {

        private void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/headOfficeAccident", headOfficeAccident);
            errors.required(pointer + "/collectiveEmployment", collectiveEmployment);
        }
    }

    void check(String pointer, FieldErrors errors) {
        if (ownProducts != null) {
            ownProducts.check(pointer + "/ownProducts", errors);
        }
        if (approvedSubcontracts != null) {
            approvedSubcontracts.check(pointer + "/approvedSubcontracts", errors);
        }
        if (defectRepair != null) {
            defectRepair.check(pointer + "/defectRepair", errors);
        }
        if (unsoldHousing != null) {
            unsoldHousing.check(pointer + "/unsoldHousing", errors);
        }
        RemunerationFields.each(
                pointer + "/jointVentures", jointVentures, MOST_VENTURES, errors, (at, it) -> it.check(at, errors));
        if (filedBases != null) {
            filedBases.check(pointer + "/filedBases", errors);
        }
    }

    Circumstances circumstances() {
        return new Circumstances(
                Optional.ofNullable(staffOnSites),
                Optional.ofNullable(ownProducts)
                        .map(it ->
                                new Circumstances.OwnProducts(it.leftOut(), it.madeByFiler(), it.installedByFiler())),
                Optional.ofNullable(approvedSubcontracts).map(Amount::amount),
                Optional.ofNullable(defectRepair).map(Amount::amount),
                Optional.ofNullable(unsoldHousing).map(Amount::amount),
                Optional.ofNullable(jointVentures)
                        .map(all -> all.stream().map(JointVenture::venture).toList()),
                Optional.ofNullable(filedBases)
                        .map(it -> new Circumstances.FiledBases(it.headOfficeAccident(), it.collectiveEmployment())));
    }
}
