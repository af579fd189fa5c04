package kr.gosan.coverage.insured;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.coverage.filing.FilingEntity;

/** A row of {@code insured_period}. */
@Entity
@Table(name = "insured_period")
public class InsuredPeriodEntity {

    @Id
    UUID id;

    @Column(name = "management_no")
    String managementNo;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    PersonEntity person;

    String name;

    @Column(name = "acquired_on")
    LocalDate acquiredOn;

    @Column(name = "occupation_code")
    String occupationCode;

    @Column(name = "monthly_remuneration")
    long monthlyRemuneration;

    @Column(name = "weekly_hours")
    int weeklyHours;

    @Column(name = "contract_ends_on")
    LocalDate contractEndsOn;

    @Column(name = "unemployment_insured")
    boolean unemploymentInsured;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "acquisition_filing_id")
    FilingEntity acquisition;

    @Column(name = "separation_date")
    LocalDate separationDate;

    @Column(name = "loss_date")
    LocalDate lossDate;

    @Column(name = "loss_reason_code")
    String lossReasonCode;

    @Column(name = "loss_reason_detail")
    String lossReasonDetail;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "loss_filing_id")
    FilingEntity loss;
}
