package kr.gosan.premium.remuneration;

import java.util.ArrayList;
import java.util.List;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.calculation.Violation;

/** What the accounts of a year may not say: parts larger than their account, or two ways of counting in one year. */
final class StatementViolations {

    private StatementViolations() {}

    static List<Violation> of(YearlyAccounts accounts) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < accounts.lines().size(); i++) {
            line("/accounts/" + i, accounts.lines().get(i), violations);
        }
        accounts.revenue()
                .filter(revenue -> revenue.all().isZero())
                .ifPresent(revenue -> violations.add(violation("/worksRevenue", "works-revenue-required")));
        outsourcing(accounts, violations);
        operators(accounts, violations);
        sixtyFive(accounts, violations);
        return violations;
    }

    private static void line(String pointer, AccountLine line, List<Violation> violations) {
        if (line.remaining().isNegative()) {
            violations.add(violation(pointer + "/deductions", "deductions-exceed-account", line.total()));
            return;
        }
        line.parts()
                .filter(parts -> parts.sum().compareTo(line.remaining()) > 0)
                .ifPresent(parts ->
                        violations.add(violation(pointer + "/parts", "parts-exceed-account", line.remaining())));
        if (line.agencyLabour().compareTo(line.total()) > 0) {
            violations.add(violation(pointer + "/agencyLabour", "parts-exceed-account", line.total()));
        }
    }

    private static void outsourcing(YearlyAccounts accounts, List<Violation> violations) {
        boolean all = accounts.actualRemunerationIsKnownOfAll();
        switch (accounts.howOutsourcingCounts()) {
            case ACTUAL_REMUNERATION -> {
                for (int i = 0; i < accounts.subcontracts().size(); i++) {
                    if (accounts.subcontracts().get(i).remuneration().isEmpty()) {
                        violations.add(
                                violation("/subcontracts/" + i + "/remuneration", "actual-remuneration-of-some-only"));
                    }
                }
                Won outsourced = Won.sum(accounts.lines().stream()
                        .map(line -> line.counted().outsourced())
                        .toList());
                Won stated = Won.sum(accounts.subcontracts().stream()
                        .map(YearlyAccounts.Subcontract::amount)
                        .toList());
                if (!stated.equals(outsourced)) {
                    violations.add(violation("/subcontracts", "subcontracts-differ-from-accounts", stated, outsourced));
                }
            }
            case LABOUR_RATIO -> {
                if (all) {
                    violations.add(violation("/outsourcingBy", "actual-remuneration-known"));
                }
            }
        }
    }

    private static void operators(YearlyAccounts accounts, List<Violation> violations) {
        for (int i = 0; i < accounts.operators().size(); i++) {
            if (!accounts.operators().get(i).isWithin(accounts.insuranceYear())) {
                violations.add(violation(
                        "/equipmentOperators/" + i,
                        "not-a-period-of-the-year",
                        String.valueOf(accounts.insuranceYear())));
            }
        }
    }

    /** The services that can be counted at all. */
    static List<EquipmentService> wellFormed(YearlyAccounts accounts) {
        return accounts.operators().stream()
                .filter(service -> service.isWithin(accounts.insuranceYear()))
                .toList();
    }

    private static void sixtyFive(YearlyAccounts accounts, List<Violation> violations) {
        YearlyAccounts.HiredAt65OrLater old = accounts.hiredAt65OrLater();
        List<AccountLine.Parts> parts =
                accounts.lines().stream().map(AccountLine::counted).toList();
        within(
                "/office",
                old.office(),
                Won.sum(parts.stream().map(AccountLine.Parts::office).toList()),
                violations);
        within(
                "/siteStaff",
                old.siteStaff(),
                Won.sum(parts.stream().map(AccountLine.Parts::siteStaff).toList()),
                violations);
        within(
                "/siteWorkers",
                old.siteWorkers(),
                Won.sum(parts.stream().map(AccountLine.Parts::siteWorkers).toList()),
                violations);
    }

    private static void within(String field, Won part, Won whole, List<Violation> violations) {
        if (part.compareTo(whole) > 0) {
            violations.add(violation("/hiredAt65OrLater" + field, "hired-at-65-exceeds-pay", whole));
        }
    }

    private static Violation violation(String pointer, String code, Object... args) {
        return new Violation(pointer, code, List.of(args));
    }
}
