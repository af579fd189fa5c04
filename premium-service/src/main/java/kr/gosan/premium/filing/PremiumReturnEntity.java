package kr.gosan.premium.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code premium_return}; only the store sees it. */
@Entity
@Table(name = "premium_return")
public class PremiumReturnEntity {

    @Id
    UUID id;

    @Column(name = "management_no")
    String managementNo;

    @Column(name = "insurance_year")
    int insuranceYear;

    @Column(name = "client_reference")
    String clientReference;

    @Column(name = "member_id")
    String memberId;

    @Enumerated(EnumType.STRING)
    ReturnState state;

    int version;

    String content;

    @Column(name = "refund_account")
    byte[] refundAccount;

    @Column(name = "filed_on")
    LocalDate filedOn;

    String calculation;

    String law;

    String trace;
}
