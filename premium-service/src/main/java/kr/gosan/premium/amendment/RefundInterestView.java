package kr.gosan.premium.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.refund.RefundInterest;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.amendment.rules.Adjustment;
import kr.gosan.premium.amendment.rules.AmendmentLaw;
import kr.gosan.premium.amendment.rules.AmendmentTerm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The interest on what a correction, or the return itself, refunds, were it refunded that day (환급가산금, 보험료징수법 §23④).
 *
 * @param insurances those with a refund; empty when nothing is refunded
 */
@Schema(name = "RefundInterest")
public record RefundInterestView(LocalDate on, List<OfInsurance> insurances) {

    /** @param refund the most that is refunded: as far as it was paid */
    @Schema(name = "RefundInterestOfInsurance")
    public record OfInsurance(Insurance insurance, Won refund, LocalDate from, Won interest, TraceLine trace) {}

    /** Either the interest, or the first rate that is not known. */
    sealed interface Answer {

        record Known(RefundInterestView view) implements Answer {}

        record Unknown(LookUp.Refused refusal) implements Answer {}
    }

    /** On what a return refunds, received on the day it was filed; from its stored calculation. */
    static Answer ofReturn(JsonNode calculation, LocalDate on, LawBook book) {
        LocalDate filedOn = LocalDate.parse(calculation.required("filedOn").asText());
        return switch (AmendmentLaw.on(filedOn, book)) {
            case AmendmentLaw.Answer.Unknown(List<LookUp.Refused> refusals) -> new Answer.Unknown(refusals.getFirst());
            case AmendmentLaw.Answer.Known(AmendmentLaw law) ->
                ofReturn(
                        calculation,
                        RefundInterest.from(filedOn, law.the(AmendmentTerm.INTEREST_AFTER_RECEIPT)),
                        on,
                        book);
        };
    }

    private static Answer ofReturn(JsonNode calculation, LocalDate from, LocalDate on, LawBook book) {
        List<OfInsurance> insurances = new ArrayList<>();
        for (JsonNode part : calculation.path("insurances")) {
            Won refund = Won.of(part.path("refund").asLong());
            if (!refund.isPositive()) {
                continue;
            }
            Insurance insurance = Insurance.valueOf(part.required("insurance").asText());
            switch (RefundInterest.of(refund, from, on, book)) {
                case RefundInterest.Answer.Unknown unknown -> {
                    return new Answer.Unknown(unknown.refusal());
                }
                case RefundInterest.Answer.Known known ->
                    insurances.add(new OfInsurance(
                            insurance,
                            refund,
                            from,
                            known.interest().amount(),
                            known.interest().trace()));
            }
        }
        return new Answer.Known(new RefundInterestView(on, insurances));
    }

    static Answer of(AdjustmentView adjustment, LocalDate on, LawBook book) {
        List<OfInsurance> insurances = new ArrayList<>();
        for (AdjustmentView.InsuranceView part : adjustment.insurances()) {
            if (part.refundInterestFrom() == null) {
                continue;
            }
            Won refund = Won.ZERO;
            for (Adjustment.Line line : part.lines()) {
                refund =
                        refund.plus(line.overpaid()).minus(line.additionalDue()).minus(line.surcharge());
            }
            switch (RefundInterest.of(refund, part.refundInterestFrom(), on, book)) {
                case RefundInterest.Answer.Unknown unknown -> {
                    return new Answer.Unknown(unknown.refusal());
                }
                case RefundInterest.Answer.Known known ->
                    insurances.add(new OfInsurance(
                            part.insurance(),
                            refund,
                            part.refundInterestFrom(),
                            known.interest().amount(),
                            known.interest().trace()));
            }
        }
        return new Answer.Known(new RefundInterestView(on, insurances));
    }
}
