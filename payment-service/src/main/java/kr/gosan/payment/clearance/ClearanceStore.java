package kr.gosan.payment.clearance;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The certificates that were issued, with their signed documents. */
@Singleton
public class ClearanceStore {

    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;

    ClearanceStore(EntityManager entities) {
        this.entities = entities;
    }

    String nextNumber(LocalDate on) {
        long serial = ((Number) entities.createNativeQuery("select nextval('clearance_certificate_serial')")
                        .getSingleResult())
                .longValue();
        return "CC-%s-%07d".formatted(on.format(DateTimeFormatter.BASIC_ISO_DATE), serial);
    }

    /** An id in the order of time, as the lists are. */
    UUID nextId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** Keeps a certificate with its signed document. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(ClearanceCertificate certificate, byte[] document, String issuedBy) {
        ClearanceEntity.of(certificate, issuedBy).persistAndFlush();
        entities.createNativeQuery(
                        "insert into clearance_document (certificate_id, management_no, document) values (?1, ?2, ?3)")
                .setParameter(1, certificate.certificateId())
                .setParameter(2, certificate.managementNo().digits())
                .setParameter(3, document)
                .executeUpdate();
    }

    Optional<ClearanceCertificate> find(UUID certificateId) {
        return ClearanceEntity.<ClearanceEntity>findByIdOptional(certificateId).map(ClearanceEntity::certificate);
    }

    Optional<ClearanceCertificate> of(VerificationCode code) {
        return ClearanceEntity.<ClearanceEntity>find("verificationCode", code.characters())
                .<ClearanceEntity>firstResultOptional()
                .map(ClearanceEntity::certificate);
    }

    /** The document as it was signed. */
    byte[] document(UUID certificateId) {
        return (byte[]) entities.createNativeQuery(
                        "select document from clearance_document where certificate_id = ?1", byte[].class)
                .setParameter(1, certificateId)
                .getSingleResult();
    }

    Page<ClearanceCertificate> ofWorkplace(WorkplaceNumber workplace, UUID after) {
        List<ClearanceCertificate> rows = ClearanceEntity.<ClearanceEntity>find(
                        "managementNo = ?1 and certificateId > ?2 order by certificateId",
                        workplace.digits(),
                        after == null ? FIRST : after)
                .range(0, Page.SIZE)
                .list()
                .stream()
                .map(ClearanceEntity::certificate)
                .toList();
        return Page.of(rows, ClearanceCertificate::certificateId);
    }
}
