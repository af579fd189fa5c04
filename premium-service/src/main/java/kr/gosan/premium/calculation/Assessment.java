package kr.gosan.premium.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.RowsNeeded;
import kr.gosan.premium.law.Workplace;

/**
 * A return held against the law: everything that is wrong with it at once, and its calculation wherever the law is known.
 * It may be filed when {@code violations} is empty.
 *
 * @param result empty when the law does not know the year or the workplace did not exist
 */
public record Assessment(Optional<Result> result, List<Violation> violations) {

    /** The figures and the law they were made with. */
    public record Result(ReturnLaw law, ReturnCalculation calculation) {}

    public Assessment {
        violations = List.copyOf(violations);
    }

    public static Assessment of(ReturnContent content, Workplace workplace, LocalDate filedOn, PremiumLaw law) {
        List<Violation> violations = new ArrayList<>();
        if (!mayBeConfirmed(content.insuranceYear(), workplace, filedOn)) {
            violations.add(Violation.of("/insuranceYear", "insurance-year-not-over"));
        }
        if (workplace.establishedOn().getYear() > content.insuranceYear() + 1
                || workplace.establishedOn().isAfter(filedOn)) {
            violations.add(Violation.of("/insuranceYear", "workplace-not-established", workplace.establishedOn()));
            return new Assessment(Optional.empty(), violations);
        }
        if (!workplace.existsIn(content.insuranceYear()) && !workplace.existsIn(content.insuranceYear() + 1)) {
            violations.add(Violation.of(
                    "/insuranceYear", "workplace-extinct", workplace.extinctOn().orElseThrow()));
            return new Assessment(Optional.empty(), violations);
        }
        StatedSections.check(content, workplace, violations);
        content.refundAccountHolder()
                .filter(holder -> holder != workplace.employerKind())
                .ifPresent(holder ->
                        violations.add(Violation.of("/refundAccount/holderKind", "refund-account-not-the-employers")));
        return switch (law.forReturn(content.insuranceYear(), workplace, needed(content))) {
            case PremiumLaw.Answer.Unknown unknown -> {
                unknown.refusals().forEach(refusal -> violations.add(unknownLaw(refusal)));
                yield new Assessment(Optional.empty(), violations);
            }
            case PremiumLaw.Answer.Known known -> {
                ReturnCalculation calculation = ReturnCalculation.of(content, known.law(), filedOn);
                FiguresAgainstLaw.check(known.law(), content, calculation, violations);
                yield new Assessment(Optional.of(new Result(known.law(), calculation)), violations);
            }
        };
    }

    /** A refund needs an account to go to; a calculation alone does not. */
    public Optional<Violation> missingRefundAccount(ReturnContent content) {
        boolean refunds = result.map(each -> each.calculation().refunds()).orElse(false);
        return refunds && content.refundAccountHolder().isEmpty()
                ? Optional.of(Violation.of("/refundAccount", "refund-account-required"))
                : Optional.empty();
    }

    /** A year is over, or the relation ended in it (보험료징수법 §19①). */
    private static boolean mayBeConfirmed(int year, Workplace workplace, LocalDate filedOn) {
        return filedOn.getYear() > year
                || workplace
                        .extinctOn()
                        .filter(day -> day.getYear() <= year && !day.isAfter(filedOn))
                        .isPresent();
    }

    /** A row whose base is zero costs nothing at whatever rate; the estimate may be made on the confirmed base. */
    private static RowsNeeded needed(ReturnContent content) {
        Set<ReturnRow> confirmed = EnumSet.noneOf(ReturnRow.class);
        Set<ReturnRow> estimated = EnumSet.noneOf(ReturnRow.class);
        for (ReturnRow row : ReturnRow.values()) {
            content.confirmed().filter(base -> base.of(row).isPositive()).ifPresent(base -> {
                confirmed.add(row);
                content.estimated().ifPresent(expected -> estimated.add(row));
            });
            content.estimated().filter(base -> base.of(row).isPositive()).ifPresent(base -> estimated.add(row));
        }
        return new RowsNeeded(confirmed, estimated);
    }

    private static Violation unknownLaw(LookUp.Refused refusal) {
        return Violation.of("/insuranceYear", "law-unknown", refusal.parameterId(), refusal.date(), refusal.reason());
    }
}
