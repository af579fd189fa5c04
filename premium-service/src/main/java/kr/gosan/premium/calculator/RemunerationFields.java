package kr.gosan.premium.calculator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.remuneration.Account;
import kr.gosan.premium.remuneration.AccountLine;
import kr.gosan.premium.remuneration.Circumstances;
import kr.gosan.premium.remuneration.EquipmentService;
import kr.gosan.premium.remuneration.WorksRevenue;
import kr.gosan.premium.remuneration.YearlyAccounts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The accounts of a year as a client states them (보수총액 산정 계산기, form 10714).
 *
 * @param worksRevenue only where the costs of single sites cannot be told apart; without it every cost is of insured works
 * @param subcontracts those not approved as employers; needed only where the actual remuneration of their sites is known
 * @param outsourcingBy without it: by actual remuneration when that is known of all subcontracts, otherwise by ratio
 * @param circumstances what the warnings need to know
 * @param employer without it no premium is calculated
 */
@Schema(
        name = "RemunerationCalculation",
        requiredProperties = {"insuranceYear", "accounts"})
public record RemunerationFields(
        Integer insuranceYear,
        List<Line> accounts,
        WorksRevenue worksRevenue,
        List<Subcontract> subcontracts,
        YearlyAccounts.OutsourcingBy outsourcingBy,
        List<Operators> equipmentOperators,
        YearlyAccounts.HiredAt65OrLater hiredAt65OrLater,
        CircumstancesFields circumstances,
        Employer employer)
        implements RequestBody {

    static final int MOST_ACCOUNTS = 200;
    static final int MOST_SUBCONTRACTS = 1_000;
    static final int MOST_SERVICES = 100;
    static final int MOST_OPERATORS = 10_000;

    /** An account; {@code parts} says who it was paid to, and is needed where the account's name does not. */
    @Schema(
            name = "StatementAccount",
            requiredProperties = {"account", "total"})
    public record Line(
            Account account, Won total, AccountLine.Deductions deductions, AccountLine.Parts parts, Won agencyLabour) {

        private void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/account", account);
            errors.required(pointer + "/total", total);
        }

        private AccountLine line() {
            return new AccountLine(account, total, deductions, Optional.ofNullable(parts), agencyLabour);
        }
    }

    /** @param remuneration what was really paid on the site; missing when it is not known */
    @Schema(
            name = "SubcontractOfYear",
            requiredProperties = {"amount"})
    public record Subcontract(String name, Won amount, Won remuneration) {

        private void check(String pointer, FieldErrors errors) {
            errors.text(pointer + "/name", name, 100);
            errors.required(pointer + "/amount", amount);
        }
    }

    /** Service of equipment operators, both days inclusive. */
    @Schema(
            name = "EquipmentOperators",
            requiredProperties = {"from", "to", "operators"})
    public record Operators(LocalDate from, LocalDate to, Integer operators) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/from", from);
            errors.required(pointer + "/to", to);
            errors.required(pointer + "/operators", operators);
            if (operators != null && (operators < 1 || operators > MOST_OPERATORS)) {
                errors.add(pointer + "/operators", "operators-out-of-range", MOST_OPERATORS);
            }
        }

        EquipmentService service() {
            return new EquipmentService(from, to, operators);
        }
    }

    /** What decides the rates: the size and kind of the employer, and since when it has the workplaces. */
    @Schema(
            name = "EmployerOfCalculation",
            requiredProperties = {"employeeScale", "employerKind", "establishedOn"})
    public record Employer(EmployeeScale employeeScale, EmployerKind employerKind, LocalDate establishedOn) {

        private void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/employeeScale", employeeScale);
            errors.required(pointer + "/employerKind", employerKind);
            errors.required(pointer + "/establishedOn", establishedOn);
        }

        Workplace workplace(WorkplaceKind kind) {
            return Workplace.of(kind, employeeScale, employerKind, establishedOn);
        }
    }

    @Override
    public void check(FieldErrors errors) {
        check("", errors);
    }

    void check(String pointer, FieldErrors errors) {
        year(pointer + "/insuranceYear", insuranceYear, errors);
        errors.required(pointer + "/accounts", accounts);
        each(pointer + "/accounts", accounts, MOST_ACCOUNTS, errors, (at, it) -> it.check(at, errors));
        each(pointer + "/subcontracts", subcontracts, MOST_SUBCONTRACTS, errors, (at, it) -> it.check(at, errors));
        each(
                pointer + "/equipmentOperators",
                equipmentOperators,
                MOST_SERVICES,
                errors,
                (at, it) -> it.check(at, errors));
        if (circumstances != null) {
            circumstances.check(pointer + "/circumstances", errors);
        }
        if (employer != null) {
            employer.check(pointer + "/employer", errors);
        }
    }

    static void year(String pointer, Integer year, FieldErrors errors) {
        errors.required(pointer, year);
        if (year != null && (year < 1 || year > 9998)) {
            errors.add(pointer, "year-expected");
        }
    }

    /** A list that may be missing: bounded, without holes, each element checked. */
    static <T> void each(String pointer, List<T> list, int most, FieldErrors errors, BiConsumer<String, T> check) {
        List<T> all = list == null ? List.of() : list;
        if (all.size() > most) {
            errors.add(pointer, "list-too-long", most);
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            errors.required(pointer + "/" + i, all.get(i));
            if (all.get(i) != null) {
                check.accept(pointer + "/" + i, all.get(i));
            }
        }
    }

    YearlyAccounts yearlyAccounts() {
        return new YearlyAccounts(
                insuranceYear,
                accounts.stream().map(Line::line).toList(),
                Optional.ofNullable(worksRevenue),
                orEmpty(subcontracts).stream()
                        .map(it -> new YearlyAccounts.Subcontract(it.amount(), Optional.ofNullable(it.remuneration())))
                        .toList(),
                Optional.ofNullable(outsourcingBy),
                orEmpty(equipmentOperators).stream().map(Operators::service).toList(),
                hiredAt65OrLater);
    }

    Circumstances known() {
        return circumstances == null ? Circumstances.UNKNOWN : circumstances.circumstances();
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
