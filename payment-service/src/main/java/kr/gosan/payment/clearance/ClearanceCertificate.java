package kr.gosan.payment.clearance;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * 완납증명원: proof that a workplace owed nothing whose due date had passed, at the end of its day of issue (보험료징수법 §29의4, 시행령
 * §41의5). What falls due or is found to be owed later does not change it. It names no last day of validity, because no
 * source gives one.
 *
 * @param certificateNo {@code CC-20220401-0000001}
 * @param workplaceName as it was registered then
 * @param submittedTo whom it is for; empty when it was not told
 * @param issuedOn the day that counts, in Seoul
 * @param documentSha256 hexadecimal, of the signed PDF
 */
public record ClearanceCertificate(
        UUID certificateId,
        String certificateNo,
        WorkplaceNumber managementNo,
        String workplaceName,
        Set<Insurance> insurances,
        Purpose purpose,
        String submittedTo,
        LocalDate issuedOn,
        OffsetDateTime issuedAt,
        VerificationCode code,
        String documentSha256) {

    ClearanceCertificate with(String sha256) {
        return new ClearanceCertificate(
                certificateId,
                certificateNo,
                managementNo,
                workplaceName,
                insurances,
                purpose,
                submittedTo,
                issuedOn,
                issuedAt,
                code,
                sha256);
    }

    /** What it is needed for. */
    public enum Purpose {
        /** Payment for a contract with the state, a local government or a public institution (보험료징수법 §29의4①). */
        PUBLIC_CONTRACT,
        /** Anything else. */
        OTHER
    }
}
