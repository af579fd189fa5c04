package kr.gosan.premium.amendment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.premium.amendment.rules.CorrectionKind;

/** What the receipt of a correction is signed over: these members, as the API shows them, in canonical form (RFC 8785). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignedCorrection(
        UUID id,
        UUID returnId,
        CorrectionKind kind,
        LocalDate filedOn,
        Correction.Sections stated,
        String reason,
        String evidence) {

    static SignedCorrection of(Correction it) {
        return new SignedCorrection(
                it.id(),
                it.returnId(),
                it.kind(),
                it.filedOn(),
                it.statement().sections(),
                it.statement().reason(),
                it.statement().evidence());
    }
}
