package kr.gosan.payment.clearance;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import org.hibernate.annotations.Immutable;

/** Row of table {@code clearance_certificate}; its document has a table of its own. */
@Entity
@Immutable
@Table(name = "clearance_certificate")
class ClearanceEntity extends PanacheEntityBase {

    @Id
    UUID certificateId;

    String certificateNo;
    String managementNo;
    String workplaceName;
    boolean employment;
    boolean accident;

    @Enumerated(EnumType.STRING)
    ClearanceCertificate.Purpose purpose;

    String submittedTo;
    LocalDate issuedOn;
    Instant issuedAt;
    String issuedBy;
    String verificationCode;
    String documentSha256;

    static ClearanceEntity of(ClearanceCertificate certificate, String issuedBy) {
        ClearanceEntity row = new ClearanceEntity();
        row.certificateId = certificate.certificateId();
        row.certificateNo = certificate.certificateNo();
        row.managementNo = certificate.managementNo().digits();
        row.workplaceName = certificate.workplaceName();
        row.employment = certificate.insurances().contains(Insurance.EI);
        row.accident = certificate.insurances().contains(Insurance.IA);
        row.purpose = certificate.purpose();
        row.submittedTo = certificate.submittedTo();
        row.issuedOn = certificate.issuedOn();
        row.issuedAt = certificate.issuedAt().toInstant();
        row.issuedBy = issuedBy;
        row.verificationCode = certificate.code().characters();
        row.documentSha256 = certificate.documentSha256();
        return row;
    }

    ClearanceCertificate certificate() {
        Set<Insurance> insurances = EnumSet.noneOf(Insurance.class);
        if (employment) {
            insurances.add(Insurance.EI);
        }
        if (accident) {
            insurances.add(Insurance.IA);
        }
        return new ClearanceCertificate(
                certificateId,
                certificateNo,
                WorkplaceNumber.of(managementNo),
                workplaceName,
                insurances,
                purpose,
                submittedTo,
                issuedOn,
                KoreanTime.timeOf(issuedAt),
                new VerificationCode(verificationCode),
                documentSha256);
    }
}
