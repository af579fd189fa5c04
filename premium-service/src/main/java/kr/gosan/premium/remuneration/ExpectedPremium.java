package kr.gosan.premium.remuneration;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.calculation.PaymentMethod;
import kr.gosan.premium.calculation.Remuneration;
import kr.gosan.premium.calculation.ReturnCalculation;
import kr.gosan.premium.calculation.ReturnContent;
import kr.gosan.premium.calculation.YearPremium;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.RatePeriod;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.RowsNeeded;
import kr.gosan.premium.law.Workplace;

/**
 * The premium that calculated bases would give, confirmed and, with the same remuneration, estimated for the next year.
 * Neither the lump-sum discount nor the reduction for electronic filing is taken off (COMWEL filing guide 2022, p.5).
 *
 * @param confirmed empty where the law of one of the two years is not known
 * @param estimated as {@code confirmed}
 * @param unknown what of the law is not known
 */
public record ExpectedPremium(
        Optional<YearPremium> confirmed,
        Optional<YearPremium> estimated,
        List<RatePeriod> equipmentRates,
        List<TraceLine> trace,
        List<AppliedParameter> parameters,
        List<LookUp.Refused> unknown) {

    /** @param workplace one that exists in the insurance year */
    public static ExpectedPremium of(
            StatementRemuneration statement, StatementRemuneration.Bases bases, Workplace workplace, PremiumLaw law) {
        Set<ReturnRow> rows = rows(bases);
        return switch (law.forReturn(statement.insuranceYear(), workplace, new RowsNeeded(rows, rows))) {
            case PremiumLaw.Answer.Unknown it ->
                new ExpectedPremium(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), it.refusals());
            case PremiumLaw.Answer.Known it -> known(statement, bases, it.law());
        };
    }

    private static ExpectedPremium known(
            StatementRemuneration statement, StatementRemuneration.Bases bases, ReturnLaw law) {
        List<RatePeriod> equipment =
                law.confirmed().map(rates -> rates.of(ReturnRow.EQUIPMENT)).orElse(List.of());
        List<Remuneration.Part> parts = equipmentParts(statement, bases, equipment).stream()
                .map(part -> new Remuneration.Part(part.from(), part.to(), part.remuneration()))
                .toList();
        ReturnContent content = new ReturnContent(
                statement.insuranceYear(),
                Optional.of(remuneration(bases, parts)),
                Map.of(),
                Optional.of(remuneration(bases, List.of())),
                Optional.empty(),
                Map.of(Insurance.IA, PaymentMethod.INSTALLMENT, Insurance.EI, PaymentMethod.INSTALLMENT),
                Optional.empty());
        ReturnCalculation calculation =
                ReturnCalculation.of(content, law, LocalDate.of(statement.insuranceYear() + 1, 1, 1));
        return new ExpectedPremium(
                calculation.confirmed(),
                calculation.estimated(),
                equipment,
                calculation.trace().stream()
                        .filter(line -> line.step().contains(".confirmed."))
                        .toList(),
                law.parameters(),
                List.of());
    }

    private static Set<ReturnRow> rows(StatementRemuneration.Bases bases) {
        return EnumSet.allOf(ReturnRow.class).stream()
                .filter(row -> amount(bases, row).isPositive())
                .collect(Collectors.toSet());
    }

    private static Won amount(StatementRemuneration.Bases bases, ReturnRow row) {
        return switch (row) {
            case GENERAL -> bases.general();
            case EQUIPMENT -> bases.equipment();
            case OVERSEAS -> bases.overseas();
            case UNEMPLOYMENT -> bases.unemployment();
            case STABILITY -> bases.stability();
        };
    }

    private static Remuneration remuneration(StatementRemuneration.Bases bases, List<Remuneration.Part> equipment) {
        return new Remuneration(
                bases.general(),
                bases.equipment(),
                bases.overseas(),
                bases.unemployment(),
                bases.stability(),
                Map.of(ReturnRow.EQUIPMENT, equipment));
    }

    /** The equipment base by rate period, as a return states it; empty where the rate does not change in the year. */
    public static List<EquipmentRemuneration.Period> equipmentParts(
            StatementRemuneration statement, StatementRemuneration.Bases bases, List<RatePeriod> rates) {
        return rates.size() < 2 || bases.equipment().isZero()
                ? List.of()
                : rates.stream()
                        .map(rate -> statement.equipment().period(rate.from(), rate.to()))
                        .toList();
    }
}
