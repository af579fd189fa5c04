package kr.gosan.premium.remuneration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Won;

/** Looks for the usual mistakes in what was stated; finds nothing in what was not asked. */
public final class Warnings {

    private final YearlyAccounts accounts;
    private final Circumstances circumstances;
    private final StatementRemuneration result;
    private final List<Warning> warnings = new ArrayList<>();

    Warnings(YearlyAccounts accounts, Circumstances circumstances, StatementRemuneration result) {
        this.accounts = accounts;
        this.circumstances = circumstances;
        this.result = result;
    }

    /** @param result the answer to {@code accounts} */
    public static List<Warning> of(YearlyAccounts accounts, Circumstances circumstances, StatementRemuneration result) {
        return new Warnings(accounts, circumstances, result).all();
    }

    private List<Warning> all() {
        for (int i = 0; i < accounts.lines().size(); i++) {
            line("/accounts/" + i, accounts.lines().get(i));
        }
        siteStaff();
        circumstances
                .ownProducts()
                .filter(it -> !it.madeByFiler() || !it.installedByFiler())
                .ifPresent(it ->
                        warn(Warning.Case.OWN_PRODUCT_INSTALLATION, "/circumstances/ownProducts", null, it.leftOut()));
        missing(
                circumstances.approvedSubcontracts(),
                Warning.Case.APPROVED_SUBCONTRACT_NOT_FILED,
                "approvedSubcontracts",
                Account.OUTSOURCING);
        missing(circumstances.defectRepair(), Warning.Case.DEFECT_REPAIR_LABOUR, "defectRepair", Account.DAILY_WAGES);
        missing(circumstances.unsoldHousing(), Warning.Case.UNSOLD_HOUSING, "unsoldHousing", Account.OTHER_COSTS);
        List<Circumstances.JointVenture> ventures =
                circumstances.jointVentures().orElse(List.of());
        for (int i = 0; i < ventures.size(); i++) {
            venture("/circumstances/jointVentures/" + i, ventures.get(i));
        }
        if (accounts.actualRemunerationIsKnownOfSome()) {
            warn(
                    Warning.Case.ACTUAL_REMUNERATION_OF_SOME,
                    "/subcontracts",
                    Account.OUTSOURCING,
                    Won.sum(accounts.subcontracts().stream()
                            .map(YearlyAccounts.Subcontract::amount)
                            .toList()));
        }
        return List.copyOf(warnings);
    }

    private void line(String pointer, AccountLine line) {
        AccountLine.Parts parts = line.counted();
        if (line.isUnexamined()) {
            warn(Warning.Case.OUTSOURCING_IN_ANOTHER_ACCOUNT, pointer + "/parts", line.account(), line.remaining());
        }
        if (line.agencyLabour().compareTo(parts.siteWorkers()) > 0) {
            warn(
                    Warning.Case.AGENCY_LABOUR_IN_FEES,
                    pointer + "/agencyLabour",
                    line.account(),
                    line.agencyLabour().minus(parts.siteWorkers()));
        }
        if (line.account() == Account.SITE_SALARIES && parts.siteWorkers().isPositive()) {
            warn(
                    Warning.Case.SITE_STAFF_IN_COLLECTIVE_EMPLOYMENT,
                    pointer + "/parts/siteWorkers",
                    line.account(),
                    parts.siteWorkers());
        }
        if (line.account() == Account.SITE_SALARIES && parts.office().isPositive()) {
            warn(
                    Warning.Case.SITE_STAFF_IN_HEAD_OFFICE_ACCIDENT,
                    pointer + "/parts/office",
                    line.account(),
                    parts.office());
        }
        if (parts.equipmentRental().isPositive() && accounts.operators().isEmpty()) {
            warn(Warning.Case.EQUIPMENT_WITHOUT_OPERATORS, pointer, line.account(), parts.equipmentRental());
        }
    }

    /** Either they are nowhere in the accounts, so in the office's pay, or a filed base is too large by their pay. */
    private void siteStaff() {
        Won salaries = result.office();
        if (circumstances.staffOnSites().orElse(false) && result.siteStaff().isZero() && salaries.isPositive()) {
            warn(
                    Warning.Case.SITE_STAFF_IN_HEAD_OFFICE_ACCIDENT,
                    "/circumstances/staffOnSites",
                    Account.SALARIES,
                    salaries);
        }
        Won share = result.bases().employmentHq().minus(result.office());
        if (circumstances.filedBases().isEmpty() || share.isZero()) {
            return;
        }
        Circumstances.FiledBases filed = circumstances.filedBases().get();
        Won accident = filed.headOfficeAccident().minus(result.bases().accidentHq());
        if (accident.compareTo(share) >= 0) {
            warn(
                    Warning.Case.SITE_STAFF_IN_HEAD_OFFICE_ACCIDENT,
                    "/circumstances/filedBases/headOfficeAccident",
                    null,
                    accident);
        }
        Won employment = filed.collectiveEmployment().minus(result.bases().employmentCollective());
        if (employment.compareTo(share) >= 0) {
            warn(
                    Warning.Case.SITE_STAFF_IN_COLLECTIVE_EMPLOYMENT,
                    "/circumstances/filedBases/collectiveEmployment",
                    null,
                    employment);
        }
    }

    private void missing(Optional<Circumstances.Amount> amount, Warning.Case what, String field, Account account) {
        amount.filter(Circumstances.Amount::isMissing)
                .ifPresent(it -> warn(what, "/circumstances/" + field, account, it.remuneration()));
    }

    private void venture(String pointer, Circumstances.JointVenture venture) {
        if (venture.included().compareTo(venture.allocated()) < 0) {
            warn(
                    Warning.Case.JOINT_VENTURE_COST,
                    pointer + "/included",
                    Account.MATERIALS,
                    venture.allocated().minus(venture.included()));
        }
        if (!venture.secondedIncluded().equals(venture.secondedShare())) {
            warn(
                    Warning.Case.JOINT_VENTURE_STAFF,
                    pointer + "/secondedIncluded",
                    Account.SITE_SALARIES,
                    venture.secondedShare());
        }
    }

    private void warn(Warning.Case what, String pointer, Account account, Won amount) {
        warnings.add(new Warning(what, pointer, Optional.ofNullable(account), amount));
    }
}
