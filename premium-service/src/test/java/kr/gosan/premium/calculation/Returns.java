package kr.gosan.premium.calculation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.Workplace;

/** The return of the source document (construction collective, 2021 / 2022), and variations of it. */
final class Returns {

    static final Workplace WORKPLACE = Law2022.workplace(WorkplaceKind.CONSTRUCTION_COLLECTIVE, Law2022.LONG_AGO);

    static final Remuneration BASES = bases(120_000_000, 10_000_000, 120_000_000, 120_000_000);

    static final Map<Fund, ReturnContent.PreviousEstimate> PREVIOUS = Map.of(
            Fund.INDUSTRIAL_ACCIDENT, previous(3_500_000, 3_000_000),
            Fund.UNEMPLOYMENT, previous(1_100_000, 900_000),
            Fund.STABILITY, previous(250_000, 200_000));

    private Returns() {}

    static Remuneration bases(long general, long equipment, long unemployment, long stability) {
        return new Remuneration(
                Won.of(general), Won.of(equipment), Won.ZERO, Won.of(unemployment), Won.of(stability), Map.of());
    }

    static Remuneration withParts(Remuneration base, Remuneration.Part... parts) {
        return new Remuneration(
                base.general(),
                base.equipment(),
                base.overseas(),
                base.unemployment(),
                base.stability(),
                Map.of(ReturnRow.UNEMPLOYMENT, List.of(parts)));
    }

    static Remuneration.Part part(String from, String to, long won) {
        return new Remuneration.Part(LocalDate.parse(from), LocalDate.parse(to), Won.of(won));
    }

    static ReturnContent.PreviousEstimate previous(long reported, long paid) {
        return new ReturnContent.PreviousEstimate(Won.of(reported), Won.of(paid));
    }

    static ReturnContent content(
            Remuneration confirmed,
            Map<Fund, ReturnContent.PreviousEstimate> previous,
            Remuneration estimated,
            PaymentMethod method) {
        return new ReturnContent(
                2021,
                Optional.ofNullable(confirmed),
                previous,
                Optional.ofNullable(estimated),
                Optional.empty(),
                Map.of(Insurance.IA, method, Insurance.EI, method),
                Optional.empty());
    }

    static ReturnContent sample() {
        return content(BASES, PREVIOUS, BASES, PaymentMethod.LUMP_SUM);
    }

    static ReturnContent with(ReturnContent content, ReductionReason reason, EmployerKind refundAccountHolder) {
        return new ReturnContent(
                content.insuranceYear(),
                content.confirmed(),
                content.previous(),
                content.estimated(),
                Optional.ofNullable(reason),
                content.payment(),
                Optional.ofNullable(refundAccountHolder));
    }

    static Assessment assess(ReturnContent content) {
        return Assessment.of(content, WORKPLACE, Law2022.IN_TIME, Law2022.LAW);
    }

    static List<String> codes(Assessment assessment) {
        return assessment.violations().stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }
}
