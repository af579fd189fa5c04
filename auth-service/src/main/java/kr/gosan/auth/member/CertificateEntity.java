package kr.gosan.auth.member;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of table {@code member_certificate}. */
@Entity
@Table(name = "member_certificate")
class CertificateEntity extends PanacheEntityBase {

    @Id
    Long id;

    @Column(name = "member_id")
    UUID memberId;

    String issuer;

    /** Upper-case hexadecimal. */
    @Column(name = "serial_number")
    String serialNumber;

    String subject;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "bound_at")
    Instant boundAt;
}
