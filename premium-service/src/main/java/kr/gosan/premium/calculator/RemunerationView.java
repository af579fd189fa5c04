package kr.gosan.premium.calculator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.calculation.YearPremium;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.remuneration.Account;
import kr.gosan.premium.remuneration.CountedLine;
import kr.gosan.premium.remuneration.ExpectedPremium;
import kr.gosan.premium.remuneration.StatementRemuneration;
import kr.gosan.premium.remuneration.Warning;
import kr.gosan.premium.remuneration.YearlyAccounts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The calculator's result: what each account contributes, the bases as a return states them, the warnings, and how all of
 * it came about.
 *
 * @param unanswered questions of {@code circumstances} that were not answered: about them nothing can be warned
 */
@Schema(name = "CalculatedRemuneration")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemunerationView(
        int insuranceYear,
        YearlyAccounts.OutsourcingBy outsourcingBy,
        List<AccountView> accounts,
        Sums sums,
        WorkplaceView headOffice,
        WorkplaceView collective,
        List<WarningView> warnings,
        List<String> unanswered,
        List<TraceLine> trace,
        List<AppliedParameter> law) {

    /** One line of the statements: 계정총액, 공제액, 보수총액. */
    @Schema(name = "CountedAccount")
    public record AccountView(Account account, String name, Won total, Won deducted, Won remuneration) {

        static AccountView of(CountedLine line) {
            return new AccountView(
                    line.line().account(),
                    line.line().account().korean(),
                    line.line().total(),
                    line.line().deductions().sum(),
                    line.remuneration());
        }
    }

    /** ① office, ② head-office staff on sites, ③ works; and the revenue of insured and of all works behind the share. */
    @Schema(name = "RemunerationSums")
    public record Sums(
            Won office, Won siteStaff, Won works, Won equipmentRental, Won overseas, Won insuredWorks, Won allWorks) {}

    /** @param premium missing when no employer or workplace was named */
    @Schema(name = "RemunerationOfWorkplace")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WorkplaceView(ReturnFields.Confirmed confirmed, PremiumView premium) {}

    /** Premium before lump-sum discount and e-filing reduction; missing with the unknown law named instead. */
    @Schema(name = "ExpectedPremium")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PremiumView(Amounts confirmed, Amounts estimated, List<UnknownLaw> unknown) {

        static PremiumView of(ExpectedPremium premium) {
            return new PremiumView(
                    premium.confirmed().map(Amounts::of).orElse(null),
                    premium.estimated().map(Amounts::of).orElse(null),
                    premium.unknown().isEmpty()
                            ? null
                            : premium.unknown().stream()
                                    .map(it -> new UnknownLaw(
                                            it.parameterId(),
                                            it.date(),
                                            it.reason().name()))
                                    .toList());
        }
    }

    @Schema(name = "ExpectedPremiumAmounts")
    public record Amounts(Won industrialAccident, Won unemployment, Won stability, Won employment) {

        static Amounts of(YearPremium year) {
            return new Amounts(
                    year.of(Insurance.IA), year.of(Fund.UNEMPLOYMENT), year.of(Fund.STABILITY), year.of(Insurance.EI));
        }
    }

    @Schema(name = "UnknownLaw")
    public record UnknownLaw(String parameterId, LocalDate date, String reason) {}

    /** @param source where the filing guide warns of it */
    @Schema(name = "RemunerationWarning")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WarningView(
            String code, String pointer, Account account, Won amount, String message, String source) {}

    /** @param text of a warning in the caller's language */
    static RemunerationView of(CalculateRemuneration.Outcome.Calculated it, Function<Warning, String> text) {
        StatementRemuneration result = it.remuneration();
        List<TraceLine> trace = new ArrayList<>(result.trace());
        List<AppliedParameter> law = new ArrayList<>(
                trace.stream().flatMap(line -> line.parameters().stream()).toList());
        it.premiums().values().forEach(premium -> {
            trace.addAll(premium.trace());
            law.addAll(premium.parameters());
        });
        return new RemunerationView(
                result.insuranceYear(),
                result.actual().isPresent()
                        ? YearlyAccounts.OutsourcingBy.ACTUAL_REMUNERATION
                        : YearlyAccounts.OutsourcingBy.LABOUR_RATIO,
                result.lines().stream().map(AccountView::of).toList(),
                new Sums(
                        result.office(),
                        result.siteStaff(),
                        result.works(),
                        result.rental(),
                        result.overseas(),
                        result.share().insured(),
                        result.share().all()),
                workplace(it, WorkplaceKind.CONSTRUCTION_HQ),
                workplace(it, WorkplaceKind.CONSTRUCTION_COLLECTIVE),
                it.warnings().stream().map(each -> warning(each, text)).toList(),
                it.unanswered(),
                List.copyOf(trace),
                law.stream().distinct().toList());
    }

    private static WorkplaceView workplace(CalculateRemuneration.Outcome.Calculated it, WorkplaceKind kind) {
        ExpectedPremium premium = it.premiums().get(kind);
        return new WorkplaceView(confirmed(it, kind), premium == null ? null : PremiumView.of(premium));
    }

    /** The bases in the form a return takes them. */
    static ReturnFields.Confirmed confirmed(CalculateRemuneration.Outcome.Calculated it, WorkplaceKind kind) {
        StatementRemuneration.Bases bases = it.bases(kind);
        List<ReturnFields.Period> equipment = Stream.ofNullable(it.premiums().get(kind))
                .flatMap(premium ->
                        ExpectedPremium.equipmentParts(it.remuneration(), bases, premium.equipmentRates()).stream())
                .map(part -> new ReturnFields.Period(part.from(), part.to(), part.remuneration()))
                .toList();
        Won sixtyFive = bases.stability().minus(bases.unemployment());
        return new ReturnFields.Confirmed(
                new ReturnFields.Accident(
                        bases.general(),
                        bases.equipment(),
                        bases.overseas().isZero() ? null : bases.overseas(),
                        equipment.isEmpty() ? null : equipment),
                new ReturnFields.Employment(
                        bases.unemployment(), bases.stability(), null, sixtyFive.isZero() ? null : sixtyFive));
    }

    private static WarningView warning(Warning it, Function<Warning, String> text) {
        return new WarningView(
                it.what().code(),
                it.pointer(),
                it.account().orElse(null),
                it.amount(),
                text.apply(it),
                "근로복지공단 2022 신고 안내 " + it.what().page());
    }
}
