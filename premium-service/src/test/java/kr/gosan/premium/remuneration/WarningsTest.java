package kr.gosan.premium.remuneration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Won;
import org.junit.jupiter.api.Test;

/** The table of the filing guide's p.18 and what shows each of its mistakes. */
class WarningsTest {

    private static final AccountLine OFFICE = Accounts.line(Account.SALARIES, 2_400);
    private static final AccountLine SITE_STAFF = Accounts.line(Account.SITE_SALARIES, 1_000);

    @Test
    void aMixedAccountThatNobodyLookedIntoIsNamedAndOneLookedIntoIsNot() {
        for (Account account : Account.values()) {
            AccountLine unexamined = Accounts.line(account, 4_000);
            AccountLine examined = Accounts.line(account, 4_000, AccountLine.Parts.NONE);
            boolean named =
                    cases(Circumstances.UNKNOWN, unexamined).contains(Warning.Case.OUTSOURCING_IN_ANOTHER_ACCOUNT);
            assertEquals(account.isMixed(), named, account.name());
            assertTrue(cases(Circumstances.UNKNOWN, examined).isEmpty(), account.name());
        }
        assertTrue(cases(Circumstances.UNKNOWN, Accounts.line(Account.MATERIALS, 0))
                .isEmpty());
    }

    @Test
    void installationIsLeftOutOnlyForOwnProductsInstalledByOneself() {
        for (boolean made : new boolean[] {true, false}) {
            for (boolean installed : new boolean[] {true, false}) {
                Circumstances it = new Circumstances(
                        Optional.empty(),
                        Optional.of(new Circumstances.OwnProducts(Won.of(500), made, installed)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                assertEquals(
                        made && installed ? List.of() : List.of(Warning.Case.OWN_PRODUCT_INSTALLATION),
                        cases(it, OFFICE));
            }
        }
    }

    @Test
    void agencyLabourIsMissedByTheWonThatDoesNotCountAsSiteWorkers() {
        assertEquals(List.of(Warning.Case.AGENCY_LABOUR_IN_FEES), cases(Circumstances.UNKNOWN, fees(300, 299)));
        assertEquals(List.of(), cases(Circumstances.UNKNOWN, fees(300, 300)));
        assertEquals(List.of(), cases(Circumstances.UNKNOWN, fees(300, 301)));
        assertEquals(
                Won.of(1),
                warnings(Circumstances.UNKNOWN, fees(300, 299)).getFirst().amount());
    }

    private static AccountLine fees(long agency, long counted) {
        return new AccountLine(
                Account.FEES,
                Won.of(1_000),
                null,
                Optional.of(new AccountLine.Parts(null, null, Won.of(counted), null, null, null)),
                Won.of(agency));
    }

    @Test
    void staffOnSitesWhosePayIsNowhereStandsInTheOfficesAccidentBase() {
        assertEquals(List.of(Warning.Case.SITE_STAFF_IN_HEAD_OFFICE_ACCIDENT), cases(staffOnSites(true), OFFICE));
        assertEquals(List.of(), cases(staffOnSites(true), OFFICE, SITE_STAFF));
        assertEquals(List.of(), cases(staffOnSites(false), OFFICE));
        assertEquals(List.of(), cases(staffOnSites(true), Accounts.line(Account.DAILY_WAGES, 9)));
    }

    @Test
    void siteSalariesStatedAsSiteWorkersWouldGoToTheCollectivesEmploymentBase() {
        AccountLine wrong = Accounts.line(
                Account.SITE_SALARIES, 1_000, new AccountLine.Parts(null, null, Won.of(1), null, null, null));
        assertEquals(
                List.of(Warning.Case.SITE_STAFF_IN_COLLECTIVE_EMPLOYMENT), cases(Circumstances.UNKNOWN, OFFICE, wrong));
        AccountLine office = Accounts.line(
                Account.SITE_SALARIES, 1_000, new AccountLine.Parts(Won.of(1), null, null, null, null, null));
        assertEquals(
                List.of(Warning.Case.SITE_STAFF_IN_HEAD_OFFICE_ACCIDENT), cases(Circumstances.UNKNOWN, OFFICE, office));
    }

    @Test
    void filedBasesThatAreLargerByTheSiteStaffsPayAreNamed() {
        AccountLine workers = Accounts.line(Account.DAILY_WAGES, 5_300);
        assertEquals(List.of(), cases(filed(2_400, 5_300), OFFICE, SITE_STAFF, workers));
        assertEquals(List.of(), cases(filed(3_399, 6_299), OFFICE, SITE_STAFF, workers));
        assertEquals(
                List.of(
                        Warning.Case.SITE_STAFF_IN_HEAD_OFFICE_ACCIDENT,
                        Warning.Case.SITE_STAFF_IN_COLLECTIVE_EMPLOYMENT),
                cases(filed(3_400, 6_300), OFFICE, SITE_STAFF, workers));
        assertEquals(List.of(), cases(filed(3_400, 6_300), OFFICE, workers));
    }

    @Test
    void approvedWorksRepairsAndUnsoldHousingAreMissedOnlyWhenThereWereSomeAndTheyAreLeftOut() {
        for (long amount : new long[] {0, 700}) {
            for (boolean included : new boolean[] {true, false}) {
                Optional<Circumstances.Amount> it = Optional.of(new Circumstances.Amount(Won.of(amount), included));
                Circumstances all = new Circumstances(
                        Optional.empty(), Optional.empty(), it, it, it, Optional.empty(), Optional.empty());
                assertEquals(
                        amount > 0 && !included
                                ? List.of(
                                        Warning.Case.APPROVED_SUBCONTRACT_NOT_FILED,
                                        Warning.Case.DEFECT_REPAIR_LABOUR,
                                        Warning.Case.UNSOLD_HOUSING)
                                : List.of(),
                        cases(all, OFFICE));
            }
        }
    }

    @Test
    void aJointContractNeedsItsAllocatedCostsAndItsShareOfTheStaff() {
        assertEquals(List.of(), cases(venture("40", 1_000, 1_000, 400), OFFICE));
        assertEquals(List.of(Warning.Case.JOINT_VENTURE_COST), cases(venture("40", 999, 1_000, 400), OFFICE));
        assertEquals(List.of(Warning.Case.JOINT_VENTURE_STAFF), cases(venture("40", 1_000, 1_000, 1_000), OFFICE));
        // 33.3 % of 1,000: the fraction is dropped
        assertEquals(List.of(), cases(venture("33.39", 1_000, 1_000, 333), OFFICE));
    }

    @Test
    void equipmentRentalAsksForTheOperatorsBesideIt() {
        assertEquals(
                List.of(Warning.Case.EQUIPMENT_WITHOUT_OPERATORS),
                cases(Circumstances.UNKNOWN, Accounts.line(Account.EQUIPMENT_RENTAL, 10)));
    }

    @Test
    void whatWasNotAskedIsListed() {
        assertEquals(6, Circumstances.UNKNOWN.unanswered().size());
        assertEquals(5, staffOnSites(false).unanswered().size());
    }

    private static Circumstances staffOnSites(boolean answer) {
        return new Circumstances(
                Optional.of(answer),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Circumstances filed(long headOffice, long collective) {
        return new Circumstances(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Circumstances.FiledBases(Won.of(headOffice), Won.of(collective))));
    }

    private static Circumstances venture(String share, long included, long seconded, long secondedIncluded) {
        return new Circumstances(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(new Circumstances.JointVenture(
                        new BigDecimal(share),
                        Won.of(600),
                        Won.of(400),
                        Won.of(included),
                        Won.of(seconded),
                        Won.of(secondedIncluded)))),
                Optional.empty());
    }

    private static List<Warning.Case> cases(Circumstances circumstances, AccountLine... lines) {
        return warnings(circumstances, lines).stream().map(Warning::what).toList();
    }

    private static List<Warning> warnings(Circumstances circumstances, AccountLine... lines) {
        YearlyAccounts accounts = Accounts.of(2021, lines);
        return Warnings.of(accounts, circumstances, Accounts.known(accounts));
    }
}
