package kr.gosan.premium.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.refund.RefundInterest;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.amendment.rules.Adjustment;
import kr.gosan.premium.amendment.rules.AmendmentTerm;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.amendment.rules.Figures;
import kr.gosan.premium.amendment.rules.RemainingInstalments;
import kr.gosan.premium.amendment.rules.RemainingInstalments.Billed;
import kr.gosan.premium.extension.DeadlineExtensions;
import kr.gosan.premium.filing.LeviesView;
import kr.gosan.premium.filing.ReturnRequest;

/** Turns new figures into what a correction changes: difference, due date, interest, remaining instalments, documents. */
@Singleton
class MakeEffect {

    private final ObjectMapper mapper;
    private final DeadlineExtensions extensions;

    MakeEffect(ObjectMapper mapper, DeadlineExtensions extensions) {
        this.mapper = mapper;
        this.extensions = extensions;
    }

    /**
     * What a correction brings.
     *
     * @param figures those that are to be in force
     * @param levies null where no industrial-accident premium was computed anew
     * @param parameters the law they were computed with
     * @param trace how they were computed
     */
    record Change(
            ReturnRequest content,
            Figures figures,
            LeviesView levies,
            List<AppliedParameter> parameters,
            List<TraceLine> trace) {

        static Change of(ReturnRequest content, Recalculate.Result.Known known) {
            return new Change(content, known.figures(), known.levies(), known.law(), known.trace());
        }
    }

    /** @param receivedOn when the filing that led to it came in: interest on a refund counts from there */
    Correction.Effect of(
            CorrectionKind kind, ReturnToCorrect it, Change change, boolean forceMajeure, LocalDate receivedOn) {
        Adjustment adjustment = kind == CorrectionKind.LATE_FILING
                ? Adjustment.lateFiling(it.inForce().figures(), it.original().additional(), forceMajeure, it.law())
                : Adjustment.between(
                        it.inForce().figures(), change.figures(), kind.surcharge(), forceMajeure, it.law());
        List<AdjustmentView.InsuranceView> insurances = new ArrayList<>();
        for (Adjustment.InsurancePart part : adjustment.insurances().values()) {
            if (isChanged(part)) {
                insurances.add(view(part, kind, it, change.levies(), receivedOn));
            }
        }
        boolean lowered = adjustment.insurances().values().stream()
                .anyMatch(part -> part.toRefund().isPositive());
        LocalDate noticeBy = kind == CorrectionKind.RATE_CHANGE && lowered
                ? it.today()
                        .plusDays(it.law()
                                .the(AmendmentTerm.RATE_CHANGE_NOTICE_DAYS)
                                .whole())
                : null;
        return new Correction.Effect(
                change.content(),
                change.figures(),
                new AdjustmentView(insurances),
                noticeBy,
                json(Stream.concat(change.parameters().stream(), it.law().terms().values().stream())
                        .toList()),
                json(Stream.concat(change.trace().stream(), adjustment.trace().stream())
                        .toList()));
    }

    private AdjustmentView.InsuranceView view(
            Adjustment.InsurancePart part,
            CorrectionKind kind,
            ReturnToCorrect it,
            LeviesView levies,
            LocalDate receivedOn) {
        LocalDate dueDate = part.toPay().isPositive()
                ? BusinessCalendar.korea()
                        .extended(it.today()
                                .plusDays(
                                        it.law().the(AmendmentTerm.PAYMENT_DAYS).whole()))
                : null;
        LocalDate interestFrom = part.toRefund().isPositive()
                ? RefundInterest.from(receivedOn, it.law().the(AmendmentTerm.INTEREST_AFTER_RECEIPT))
                : null;
        return new AdjustmentView.InsuranceView(
                part.insurance(),
                part.lines(),
                part.smallAmount(),
                dueDate,
                interestFrom,
                periods(part, it, extensions.lastDays(it.workplace())),
                part.insurance() == Insurance.IA ? levies : null);
    }

    private static List<RemainingInstalments.Instalment> periods(
            Adjustment.InsurancePart part, ReturnToCorrect it, UnaryOperator<LocalDate> lastDays) {
        List<Billed> billed = it.inForce().instalments().getOrDefault(part.insurance(), List.of());
        Won before = estimate(part.insurance(), it.inForce().figures());
        Won after = Won.sum(
                part.lines().stream().map(Adjustment.Line::estimatedAfter).toList());
        // Where nothing moves because it is too small, the instalments do not move either.
        return billed.isEmpty() || part.smallAmount() || before.equals(after)
                ? null
                : RemainingInstalments.of(billed, after, it.today(), lastDays).periods();
    }

    private static Won estimate(Insurance insurance, Figures figures) {
        return Won.sum(Fund.of(insurance).stream()
                .map(fund -> figures.of(fund).estimated())
                .toList());
    }

    private static boolean isChanged(Adjustment.InsurancePart part) {
        return part.lines().stream()
                .anyMatch(line -> !line.confirmedBefore().equals(line.confirmedAfter())
                        || !line.estimatedBefore().equals(line.estimatedAfter())
                        || line.surcharge().isPositive());
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
