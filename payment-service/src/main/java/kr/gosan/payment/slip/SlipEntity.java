package kr.gosan.payment.slip;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.debt.SlipState;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;

/** Row of table {@code slip} with its lines. Only its state and, to a later day, its due date and last day ever change, and only through {@link SlipStore}. */
@Entity
@DynamicUpdate
@Table(name = "slip")
class SlipEntity extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID slipId;

    String managementNo;
    int insuranceYear;

    @Enumerated(EnumType.STRING)
    DebtKind debtKind;

    UUID originId;
    UUID returnId;

    @Enumerated(EnumType.STRING)
    Insurance insurance;

    int period;

    @Column(name = "e_payment_no")
    String number;

    LocalDate statutoryDueDate;
    LocalDate dueDate;
    LocalDate lastDay;
    LocalDate issuedOn;
    UUID replaces;

    @Enumerated(EnumType.STRING)
    SlipState.Cause cause;

    UUID causeId;
    Integer correctionNo;

    @Column(name = "e_filing_reduction")
    long reduction;

    long payable;

    @Enumerated(EnumType.STRING)
    SlipState state;

    @BatchSize(size = Page.SIZE + 1)
    @ElementCollection
    @CollectionTable(name = "slip_line", joinColumns = @JoinColumn(name = "slip_id"))
    List<SlipLine> lines;

    static SlipEntity of(Debt debt, PaymentPeriod figures, LocalDate dueDate, EPaymentNumber number) {
        SlipEntity row = new SlipEntity();
        row.managementNo = debt.managementNo().digits();
        row.insuranceYear = debt.insuranceYear();
        row.debtKind = debt.kind();
        row.originId = debt.originId();
        row.returnId = debt.returnId();
        row.insurance = debt.insurance();
        row.period = debt.period();
        row.number = number.toString();
        row.statutoryDueDate = figures.statutoryDueDate();
        row.dueDate = dueDate;
        row.reduction = figures.eFilingReduction().amount();
        row.payable = figures.payable().amount();
        row.lines =
                figures.funds().stream().map(fund -> SlipLine.of(debt, fund)).toList();
        return row;
    }

    SlipReason reason() {
        return new SlipReason(cause, Optional.ofNullable(causeId), Optional.ofNullable(correctionNo));
    }

    private Debt debt() {
        return new Debt(
                debtKind, WorkplaceNumber.of(managementNo), insuranceYear, originId, returnId, insurance, period);
    }

    /** The slip with its totals as they follow from its lines, except the payable amount, which is the one demanded. */
    Slip slip() {
        List<FundFigures> funds = lines.stream()
                .sorted(Comparator.comparing(SlipLine::fund))
                .map(SlipLine::figures)
                .toList();
        PaymentPeriod computed = PaymentPeriod.of(period, statutoryDueDate, Won.of(reduction), funds);
        PaymentPeriod figures = new PaymentPeriod(
                period,
                statutoryDueDate,
                computed.confirmedAdditional(),
                computed.estimate(),
                computed.lumpSumDiscount(),
                computed.eFilingReduction(),
                Won.of(payable),
                funds);
        return new Slip(
                slipId,
                EPaymentNumber.of(number),
                debt(),
                figures,
                issuedOn,
                dueDate,
                lastDay,
                state,
                Optional.ofNullable(replaces));
    }
}
