package kr.gosan.premium.remuneration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Won;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The calculator against a second computation in plain whole numbers, for any accounts that add up. */
class RemunerationPropertiesTest {

    private static final long MAX = 999_999_999_999_999L;

    /** For each line: office, site staff, site workers, outsourced, rental, overseas. */
    @Property(tries = 2_000)
    void aSecondComputationInBigIntegersAgrees(
            @ForAll("lines") List<long[]> lines,
            @ForAll @LongRange(max = MAX) long insured,
            @ForAll @LongRange(max = MAX) long others) {
        if (insured + others == 0) {
            return;
        }
        StatementRemuneration result = Accounts.known(
                accounts(lines, Optional.of(new WorksRevenue(null, Won.of(insured), null, Won.of(others)))));
        BigInteger office = BigInteger.ZERO;
        BigInteger siteStaff = BigInteger.ZERO;
        BigInteger employment = BigInteger.ZERO;
        BigInteger rental = BigInteger.ZERO;
        BigInteger overseas = BigInteger.ZERO;
        for (long[] line : lines) {
            office = office.add(BigInteger.valueOf(line[0]));
            siteStaff = siteStaff.add(BigInteger.valueOf(line[1]));
            employment = employment.add(BigInteger.valueOf(line[2])).add(thirtyPercent(line[3]));
            rental = rental.add(thirtyPercent(line[4]));
            overseas = overseas.add(BigInteger.valueOf(line[5]));
        }
        BigInteger p = BigInteger.valueOf(insured);
        BigInteger q = BigInteger.valueOf(insured + others);
        BigInteger works = siteStaff.add(employment).add(rental);
        assertEquals(office, of(result.headOffice().general()));
        assertEquals(works.multiply(p).divide(q), of(result.collective().general()));
        assertEquals(
                office.add(siteStaff.multiply(p).divide(q)).add(overseas),
                of(result.headOffice().stability()));
        assertEquals(employment.multiply(p).divide(q), of(result.collective().stability()));
        assertEquals(overseas, of(result.headOffice().overseas()));
    }

    @Property
    void withoutWorksOfOthersTheInsurancesDifferByRentalAndOverseasOnly(@ForAll("lines") List<long[]> lines) {
        StatementRemuneration result = Accounts.known(accounts(lines, Optional.empty()));
        assertEquals(
                result.headOffice()
                        .general()
                        .plus(result.collective().general())
                        .plus(result.overseas()),
                result.headOffice()
                        .stability()
                        .plus(result.collective().stability())
                        .plus(result.rental()));
    }

    @Property
    void noWayOfCountingGivesMoreThanTheAccountsHold(@ForAll("lines") List<long[]> lines) {
        StatementRemuneration result = Accounts.known(accounts(lines, Optional.empty()));
        Won all =
                Won.sum(result.lines().stream().map(each -> each.line().total()).toList());
        Won counted =
                Won.sum(result.lines().stream().map(CountedLine::remuneration).toList());
        assertTrue(counted.compareTo(all) <= 0);
        assertEquals(result.office().plus(result.works()).plus(result.overseas()), counted);
    }

    @Property
    void theTraceEndsInTheBases(@ForAll("lines") List<long[]> lines) {
        StatementRemuneration result = Accounts.known(accounts(lines, Optional.empty()));
        assertEquals(traced(result, "accident.head-office"), result.headOffice().general());
        assertEquals(traced(result, "accident.collective"), result.collective().general());
        assertEquals(
                traced(result, "employment.head-office"), result.headOffice().stability());
        assertEquals(
                traced(result, "employment.collective"), result.collective().stability());
        assertEquals(traced(result, "works"), result.works());
    }

    private static Won traced(StatementRemuneration result, String step) {
        return result.trace().stream()
                .filter(line -> line.step().equals("remuneration." + step))
                .findFirst()
                .orElseThrow()
                .result();
    }

    @Property
    void operatorsOfAnyDaysOf2021CountDayByDay(
            @ForAll @IntRange(max = 364) int start,
            @ForAll @IntRange(max = 364) int end,
            @ForAll @IntRange(min = 1, max = 9) int operators) {
        LocalDate newYear = LocalDate.of(2021, 1, 1);
        LocalDate from = newYear.plusDays(Math.min(start, end));
        LocalDate to = newYear.plusDays(Math.max(start, end));
        BigInteger expected = BigInteger.ZERO;
        for (int month = 1; month <= 12; month++) {
            YearMonth it = YearMonth.of(2021, month);
            long days = 0;
            for (int day = 1; day <= it.lengthOfMonth(); day++) {
                days += it.atDay(day).isBefore(from) || it.atDay(day).isAfter(to) ? 0 : 1;
            }
            BigInteger monthly = BigInteger.valueOf(month <= 6 ? 2_254_040 : 2_479_444);
            expected = expected.add(monthly.multiply(BigInteger.valueOf(days))
                    .divide(BigInteger.valueOf(it.lengthOfMonth()))
                    .multiply(BigInteger.valueOf(operators)));
        }
        EquipmentRemuneration result = Accounts.equipment(List.of(new EquipmentService(from, to, operators)));
        assertEquals(expected, of(result.total()));
        assertEquals(
                result.total(),
                Won.sum(result.periods(2021, Accounts.LAW).stream()
                        .map(EquipmentRemuneration.Period::remuneration)
                        .toList()));
    }

    @Property
    void plannedWorksNeverCountForMoreThanRatioOrCapAndTheirMonthsAddUp(
            @ForAll @LongRange(max = MAX) long cost,
            @ForAll @LongRange(max = MAX) long contract,
            @ForAll @IntRange(min = 1, max = 12) int months) {
        WorksRemuneration result = ((WorksRemuneration.Answer.Known) WorksRemuneration.estimated(
                        2021, new WorksRemuneration.Planned(Won.of(cost), Won.of(contract)), months, Accounts.LAW))
                .remuneration();
        BigInteger hundred = BigInteger.valueOf(100);
        BigInteger byRatio =
                BigInteger.valueOf(cost).multiply(BigInteger.valueOf(27)).divide(hundred);
        BigInteger cap =
                BigInteger.valueOf(contract).multiply(BigInteger.valueOf(90)).divide(hundred);
        assertEquals(byRatio.min(cap), of(result.remuneration()));
        assertEquals(result.remuneration(), Won.sum(result.months()));
        assertEquals(months, result.months().size());
    }

    private static BigInteger thirtyPercent(long amount) {
        return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(3)).divide(BigInteger.TEN);
    }

    private static BigInteger of(Won amount) {
        return BigInteger.valueOf(amount.amount());
    }

    private static YearlyAccounts accounts(List<long[]> lines, Optional<WorksRevenue> revenue) {
        List<AccountLine> all = new ArrayList<>();
        for (long[] p : lines) {
            long total = 0;
            for (long part : p) {
                total += part;
            }
            all.add(Accounts.line(
                    Account.OTHER_COSTS,
                    total,
                    new AccountLine.Parts(
                            Won.of(p[0]), Won.of(p[1]), Won.of(p[2]), Won.of(p[3]), Won.of(p[4]), Won.of(p[5]))));
        }
        return new YearlyAccounts(2021, all, revenue, List.of(), Optional.empty(), List.of(), null);
    }

    @Provide
    Arbitrary<List<long[]>> lines() {
        Arbitrary<Long> amount = Arbitraries.oneOf(
                Arbitraries.longs().between(0, MAX), Arbitraries.longs().between(0, 100));
        return amount.list()
                .ofSize(6)
                .map(each -> each.stream().mapToLong(Long::longValue).toArray())
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
