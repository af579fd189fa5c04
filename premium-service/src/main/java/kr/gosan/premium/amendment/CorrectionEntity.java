package kr.gosan.premium.amendment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.amendment.rules.CorrectionState;

/** A row of {@code correction}; only the store sees it. */
@Entity
@Table(name = "correction")
public class CorrectionEntity {

    @Id
    UUID id;

    @Column(name = "return_id")
    UUID returnId;

    int no;

    @Column(name = "management_no")
    String managementNo;

    @Column(name = "insurance_year")
    int insuranceYear;

    @Enumerated(EnumType.STRING)
    CorrectionKind kind;

    @Enumerated(EnumType.STRING)
    CorrectionState state;

    @Column(name = "member_id")
    String memberId;

    @Column(name = "client_reference")
    String clientReference;

    String reason;

    String evidence;

    @Column(name = "force_majeure")
    boolean forceMajeure;

    @Column(name = "filed_on")
    LocalDate filedOn;

    @Column(name = "decide_by")
    LocalDate decideBy;

    String stated;

    @Column(name = "refund_account")
    byte[] refundAccount;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decision_reason")
    String decisionReason;

    @Column(name = "notice_by")
    LocalDate noticeBy;

    String content;

    String figures;

    String adjustment;

    String law;

    String trace;
}
