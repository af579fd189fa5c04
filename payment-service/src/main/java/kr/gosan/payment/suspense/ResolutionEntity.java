package kr.gosan.payment.suspense;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;

/** Row of table {@code suspense_resolution}. Only its state and who decided change, through {@link SuspenseStore}. */
@Entity
@DynamicUpdate
@Table(name = "suspense_resolution")
class ResolutionEntity extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID resolutionId;

    UUID noticeId;
    UUID collectionId;
    String managementNo;
    Integer insuranceYear;

    @Enumerated(EnumType.STRING)
    Insurance insurance;

    long amount;

    @Enumerated(EnumType.STRING)
    Resolution.Way way;

    UUID slipId;
    String targetManagementNo;
    String bank;
    byte[] account;
    String accountTail;
    String reason;

    @Enumerated(EnumType.STRING)
    ResolutionState state;

    String proposedBy;
    Instant proposedAt;
    String decidedBy;
    Instant decidedAt;

    Resolution resolution() {
        return new Resolution(
                resolutionId,
                noticeId,
                collectionId,
                way,
                Won.of(amount),
                slipId,
                bank,
                accountTail == null ? null : "***" + accountTail,
                reason,
                state,
                proposedBy,
                decidedBy);
    }
}
