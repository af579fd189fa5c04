package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.platform.receipt.Receipt;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A premium return as the API shows it. A draft has content only. The receipt's {@code sha256} is that of the canonical
 * JSON (RFC 8785) of an object with exactly {@code id}, {@code content}, {@code filedOn} and {@code calculation}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReturnView(
        UUID id,
        ReturnState state,
        WorkplaceNumber managementNo,
        Integer insuranceYear,
        String clientReference,
        @Schema(implementation = ReturnRequest.class) JsonNode content,
        LocalDate filedOn,
        @Schema(implementation = CalculationView.class) JsonNode calculation,
        Receipt receipt,
        List<SlipView> slips) {

    static ReturnView draft(PremiumReturn draft, ObjectMapper mapper) {
        return new ReturnView(
                draft.id(),
                draft.state(),
                draft.managementNo(),
                draft.content().insuranceYear(),
                draft.content().clientReference(),
                mapper.valueToTree(draft.content().masked()),
                null,
                null,
                null,
                null);
    }

    static ReturnView filed(PremiumReturn filed, Receipt receipt, List<SlipView> slips, ObjectMapper mapper) {
        SignedReturn signed = SignedReturn.of(filed, mapper);
        return new ReturnView(
                filed.id(),
                filed.state(),
                filed.managementNo(),
                filed.content().insuranceYear(),
                filed.content().clientReference(),
                signed.content(),
                signed.filedOn(),
                signed.calculation(),
                receipt,
                slips);
    }

    /** What filing would give: without id, receipt and slips, for nothing is filed. */
    ReturnView asDryRun() {
        return new ReturnView(
                null, state, managementNo, insuranceYear, clientReference, content, filedOn, calculation, null, null);
    }

    /** A line of a list. */
    @Schema(name = "ReturnSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            UUID id,
            ReturnState state,
            WorkplaceNumber managementNo,
            String workplaceName,
            Integer insuranceYear,
            String clientReference,
            LocalDate filedOn) {}

    /** @param nextCursor give it as {@code cursor} to read on; missing on the last page */
    @Schema(name = "ReturnPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Summary> items, UUID nextCursor) {}

    /** Every step of a filed return's calculation, and every parameter version it used, as stored at filing. */
    @Schema(name = "ReturnTrace")
    public record Trace(
            UUID returnId,

            @Schema(type = SchemaType.ARRAY, implementation = TraceLine.class)
            JsonNode lines,

            @Schema(type = SchemaType.ARRAY, implementation = AppliedParameter.class)
            JsonNode law) {}
}
