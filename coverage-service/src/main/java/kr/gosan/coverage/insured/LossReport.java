package kr.gosan.coverage.insured;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.coverage.code.LossReason;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 피보험자격 상실신고, as the employer sends it. The day on which insured status ends is not asked for: it follows from what
 * happened (고용보험법 §14).
 *
 * @param separationDate 이직일, the last day of employment (or the day of death); with the reasons that end employment
 * @param excludedFrom the first day not covered; with the reasons that only end cover (41, 42)
 * @param lossReasonCode 상실사유 구분코드, two digits
 * @param lossReasonDetail 구체적 사유; may be missing
 * @param clientReference the client's own name for the report; may be missing
 */
@Schema(requiredProperties = {"personId", "lossReasonCode"})
public record LossReport(
        UUID personId,
        LocalDate separationDate,
        LocalDate excludedFrom,
        String lossReasonCode,
        String lossReasonDetail,
        String clientReference)
        implements RequestBody {

    /** Example of a report; a test sends it with the id of a person of its own. */
    public static final String EXAMPLE = """
            {
              "personId": "0198c0de-0000-7000-8000-000000000001",
              "separationDate": "2022-12-31",
              "lossReasonCode": "32",
              "lossReasonDetail": "철근콘크리트 공사 종료에 따른 계약기간 만료",
              "clientReference": "leave-0042"
            }""";

    @Override
    public void check(FieldErrors errors) {
        errors.required("/personId", personId);
        errors.required("/lossReasonCode", lossReasonCode);
        if (lossReasonCode != null) {
            Optional<LossReason> reason = LossReason.of(lossReasonCode);
            if (reason.isEmpty()) {
                errors.add("/lossReasonCode", "code-unknown", LossReason.codes());
            } else {
                checkDay(reason.get(), errors);
            }
        }
        errors.text("/lossReasonDetail", lossReasonDetail, 300);
        errors.text("/clientReference", clientReference, 100);
    }

    private void checkDay(LossReason reason, FieldErrors errors) {
        switch (reason.ends()) {
            case AFTER_SEPARATION -> {
                errors.required("/separationDate", separationDate);
                if (excludedFrom != null) {
                    errors.add("/excludedFrom", "not-with-this-reason");
                }
            }
            case WITH_EXCLUSION -> {
                errors.required("/excludedFrom", excludedFrom);
                if (separationDate != null) {
                    errors.add("/separationDate", "not-with-this-reason");
                }
            }
        }
    }
}
