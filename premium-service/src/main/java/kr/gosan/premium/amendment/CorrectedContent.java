package kr.gosan.premium.amendment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.StrictJson;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.filing.ReturnRequest;

/**
 * Puts the sections that a correction states anew into the return in force, and checks the whole as strictly as a return
 * that is filed. What only explains or settles the old figures falls away: the monthly table, the offset request, the old
 * refund account. What of the unemployment base was of which rate period stays known.
 */
@Singleton
class CorrectedContent {

    private final ObjectMapper mapper;

    CorrectedContent(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Throws {@link kr.gosan.platform.json.InvalidRequest} with every field that is wrong in itself. */
    ReturnRequest of(ReturnRequest inForce, Correction.Sections stated, ReturnFields.RefundAccount account) {
        ObjectNode content = mapper.valueToTree(inForce);
        content.remove("monthlyBases");
        content.remove("offsetRequest");
        content.remove("refundAccount");
        if (stated.confirmed() != null) {
            ObjectNode confirmed = mapper.valueToTree(stated.confirmed());
            content.set("confirmed", confirmed);
            keepSplit(inForce, confirmed);
        }
        if (stated.estimated() != null) {
            content.set("estimated", mapper.valueToTree(stated.estimated()));
        }
        if (account != null) {
            content.set("refundAccount", mapper.valueToTree(account));
        }
        return StrictJson.read(content.toString(), ReturnRequest.class);
    }

    /** The same base is divided as before; how another is divided only the filer knows. */
    private void keepSplit(ReturnRequest inForce, ObjectNode confirmed) {
        if (inForce.confirmed() == null
                || !SplitByMonths.isKnown(inForce.confirmed())
                || !confirmed.at("/employment/unemployment").isIntegralNumber()
                || confirmed.at("/employment/unemploymentPeriods/0").isObject()) {
            return;
        }
        ReturnFields.Employment before = inForce.confirmed().employment();
        ObjectNode employment = (ObjectNode) confirmed.path("employment");
        if (employment.path("unemployment").asLong() != before.unemployment().amount()) {
            FieldErrors errors = new FieldErrors();
            errors.add("/confirmed/employment/unemploymentPeriods", "unemployment-periods-required");
            errors.throwIfAny();
        }
        employment.set("unemploymentPeriods", mapper.valueToTree(before.unemploymentPeriods()));
    }

    /** The estimate in force with these parts in their place. */
    Correction.Sections withEstimated(ReturnRequest inForce, EstimateReductionRequest.EstimatedParts parts) {
        ObjectNode estimated = mapper.valueToTree(inForce.estimated());
        estimated.remove("reductionReason");
        if (parts.industrialAccident() != null) {
            estimated.set("industrialAccident", mapper.valueToTree(parts.industrialAccident()));
        }
        if (parts.employment() != null) {
            estimated.set("employment", mapper.valueToTree(parts.employment()));
        }
        return new Correction.Sections(null, mapper.convertValue(estimated, ReturnFields.Estimated.class));
    }

    /** The return with another confirmed year; without one where there is none. */
    ReturnRequest withConfirmed(ReturnRequest whole, ReturnFields.Confirmed confirmed) {
        ObjectNode content = mapper.valueToTree(whole);
        content.remove("confirmed");
        if (confirmed != null) {
            content.set("confirmed", mapper.valueToTree(confirmed));
        }
        return StrictJson.read(content.toString(), ReturnRequest.class);
    }

    /** The return without its confirmed year: its estimate then stands by itself, without the 70–130 % rule. */
    ReturnRequest withoutConfirmed(ReturnRequest whole) {
        ObjectNode content = mapper.valueToTree(whole);
        content.remove("monthlyBases");
        content.remove("offsetRequest");
        content.remove("refundAccount");
        content.remove("confirmed");
        content.remove("previousEstimate");
        return StrictJson.read(content.toString(), ReturnRequest.class);
    }
}
