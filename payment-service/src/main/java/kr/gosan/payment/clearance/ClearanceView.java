package kr.gosan.payment.clearance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A certificate of full payment. A dry run has neither number nor code: it was not issued.
 *
 * @param issuedOn the day at whose end nothing was overdue
 * @param verificationUrl where anybody can check the code, without logging in
 * @param documentSha256 hexadecimal, of the signed PDF
 */
@Schema(name = "ClearanceCertificate")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ClearanceView(
        UUID certificateId,
        String certificateNo,
        WorkplaceNumber managementNo,
        String workplaceName,
        List<Insurance> insurances,
        ClearanceCertificate.Purpose purpose,
        String submittedTo,
        LocalDate issuedOn,
        OffsetDateTime issuedAt,
        String verificationCode,
        String verificationUrl,
        String documentSha256) {

    static ClearanceView of(ClearanceCertificate it, String verificationUrl) {
        return new ClearanceView(
                it.certificateId(),
                it.certificateNo(),
                it.managementNo(),
                it.workplaceName(),
                it.insurances().stream().sorted().toList(),
                it.purpose(),
                it.submittedTo(),
                it.issuedOn(),
                it.issuedAt(),
                it.code().toString(),
                verificationUrl,
                it.documentSha256());
    }

    static ClearanceView wouldBe(ClearanceRequest request, LocalDate on) {
        return new ClearanceView(
                null,
                null,
                request.managementNo(),
                null,
                request.insured().stream().sorted().toList(),
                request.purpose(),
                request.submittedTo(),
                on,
                null,
                null,
                null,
                null);
    }
}
