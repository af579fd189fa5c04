package kr.gosan.premium.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.premium.eligibility.Condition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application as the API shows it. The receipt's {@code sha256} is that of the canonical JSON (RFC 8785) of an object with
 * exactly {@code id}, {@code content} and {@code filedOn}.
 *
 * @param content what was applied for; numbers of accounts, cards and phones masked
 * @param decidedOn with {@code reason}: once it is decided
 */
@Schema(name = "Application")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationView(
        UUID id,
        String form,
        ApplicationState state,
        WorkplaceNumber managementNo,
        Integer insuranceYear,
        String clientReference,
        ApplicationRequest content,
        LocalDate filedOn,
        Assessed assessment,
        Receipt receipt,
        LocalDate decidedOn,
        LocalDate withdrawnOn,
        String reason) {

    /**
     * Every condition answered.
     *
     * @param eligible true when all are met, false when one is not; missing while one has to be examined
     * @param result figures of 10704 (ExperienceResult), 10705 (RegularWorkersResult) and 10712 (SupportResult)
     */
    @Schema(name = "ApplicationAssessment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Assessed(
            Boolean eligible,
            List<ConditionTexts.View> conditions,
            @Schema(implementation = Object.class) JsonNode result,

            @Schema(type = SchemaType.ARRAY, implementation = TraceLine.class)
            JsonNode trace,

            @Schema(type = SchemaType.ARRAY, implementation = AppliedParameter.class)
            JsonNode law) {

        static Assessed of(StoredAssessment stored, ConditionTexts texts) {
            Boolean eligible = stored.isRefusedByLaw()
                    ? Boolean.FALSE
                    : Condition.allMet(stored.conditions()) ? Boolean.TRUE : null;
            return new Assessed(
                    eligible,
                    texts.of(stored.conditions()),
                    stored.result() == null ? null : texts.of(stored.result()),
                    stored.trace(),
                    stored.law());
        }
    }

    /** What the receipt of an application is signed over. */
    public record Signed(UUID id, ApplicationRequest content, LocalDate filedOn) {}

    static ApplicationView of(Application it, Receipt receipt, ConditionTexts texts) {
        LocalDate closedOn = it.closing().map(Application.Closing::on).orElse(null);
        boolean withdrawn = it.state() == ApplicationState.WITHDRAWN;
        return new ApplicationView(
                it.id(),
                it.form().code(),
                it.state(),
                it.managementNo(),
                it.insuranceYear(),
                it.content().clientReference(),
                // read whole for a decision, it is masked again here; what is masked stays as it is
                it.content().masked(),
                it.filedOn(),
                Assessed.of(it.assessment(), texts),
                receipt,
                withdrawn ? null : closedOn,
                withdrawn ? closedOn : null,
                it.closing().flatMap(Application.Closing::reason).orElse(null));
    }

    /** What filing would give: without id and receipt, for nothing is filed. */
    ApplicationView asDryRun() {
        return new ApplicationView(
                null,
                form,
                state,
                managementNo,
                insuranceYear,
                clientReference,
                content,
                filedOn,
                assessment,
                null,
                null,
                null,
                null);
    }

    /** A line of a list. */
    @Schema(name = "ApplicationSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            UUID id,
            String form,
            ApplicationState state,
            WorkplaceNumber managementNo,
            int insuranceYear,
            String clientReference,
            LocalDate filedOn) {

        static Summary of(Application it) {
            return new Summary(
                    it.id(),
                    it.form().code(),
                    it.state(),
                    it.managementNo(),
                    it.insuranceYear(),
                    it.content().clientReference(),
                    it.filedOn());
        }
    }

    /** @param nextCursor give it as {@code cursor} to read on; missing on the last page */
    @Schema(name = "ApplicationPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Summary> items, UUID nextCursor) {}
}
