package kr.gosan.payment.slip;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.virtualaccount.VirtualAccounts;

/** The payment slips. */
@Singleton
public class SlipStore {

    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;
    private final VirtualAccounts virtualAccounts;

    SlipStore(EntityManager entities, VirtualAccounts virtualAccounts) {
        this.entities = entities;
        this.virtualAccounts = virtualAccounts;
    }

    /** As the other one, for the reason that goes without saying: what makes the debt. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Slip issue(
            Debt debt, PaymentPeriod figures, LocalDate dueDate, LocalDate issuedOn, Optional<UUID> replaces) {
        SlipReason reason = switch (debt.kind()) {
            case PERIOD -> SlipReason.RETURN_FILED;
            case CORRECTION -> SlipReason.of(SlipState.Cause.PREMIUM_ADJUSTED, debt.originId());
            case BENEFIT_RECOVERY, FINE -> SlipReason.of(SlipState.Cause.CHARGE_ASSESSED, debt.originId());
        };
        return issue(debt, figures, dueDate, issuedOn, replaces, reason);
    }

    /**
     * Adds the slip of a debt that has none which counts. Nobody is told of it: {@link ReplaceSlips} does both.
     *
     * @param replaces the cancelled slip whose place it takes
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Slip issue(
            Debt debt,
            PaymentPeriod figures,
            LocalDate dueDate,
            LocalDate issuedOn,
            Optional<UUID> replaces,
            SlipReason reason) {
        return issue(debt, figures, dueDate, issuedOn, DueDates.lastDayToPay(dueDate, issuedOn), replaces, reason);
    }

    /** As the other, for what may be paid although it is overdue. @param lastDay not before the due date */
    @Transactional(Transactional.TxType.MANDATORY)
    Slip issue(
            Debt debt,
            PaymentPeriod figures,
            LocalDate dueDate,
            LocalDate issuedOn,
            LocalDate lastDay,
            Optional<UUID> replaces,
            SlipReason reason) {
        long serial = ((Number) entities.createNativeQuery("select nextval('e_payment_serial')")
                        .getSingleResult())
                .longValue();
        SlipEntity row = SlipEntity.of(debt, figures, dueDate, EPaymentNumber.ofSerial(serial));
        row.issuedOn = issuedOn;
        row.lastDay = lastDay;
        row.replaces = replaces.orElse(null);
        row.cause = reason.cause();
        row.causeId = reason.causeId().orElse(null);
        row.correctionNo = reason.correctionNo().orElse(null);
        row.state =
                SlipState.edge(Optional.empty(), reason.cause()).orElseThrow().to();
        row.persistAndFlush();
        virtualAccounts.give(row.slipId);
        return row.slip();
    }

    /**
     * The slip as it is once it is held, until the transaction ends: a second payment of it waits here for the first. Whatever
     * was read of it before is forgotten.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Slip> lockSlip(UUID slipId) {
        entities.detach(entities.getReference(SlipEntity.class, slipId));
        return SlipEntity.<SlipEntity>find("from SlipEntity s join fetch s.lines where s.slipId = ?1", slipId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<SlipEntity>list()
                .stream()
                .findFirst()
                .map(SlipEntity::slip);
    }

    /** Moves a slip that is locked and may be paid. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void pay(Slip slip) {
        move(slip, SlipState.Cause.EXACT_PAYMENT);
    }

    /** Moves a slip that is locked and not paid. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void cancel(Slip slip) {
        move(slip, SlipState.Cause.REPLACED);
    }

    /** Moves a slip that is locked and whose due date has passed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(Slip slip) {
        move(slip, SlipState.Cause.DUE_DATE_PASSED);
    }

    /**
     * Moves a locked slip back to where it may be paid, because of PAYMENT_REVERSED or DUE_DATE_EXTENDED. Where it never got its
     * virtual accounts, because it was over before there were any, it gets them now.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reopen(Slip slip, SlipState.Cause cause) {
        move(slip, cause);
        virtualAccounts.give(slip.slipId());
    }

    /** Written at once: a slip that takes the place of another must find it cancelled. */
    private void move(Slip slip, SlipState.Cause cause) {
        SlipState.Edge edge = SlipState.edge(Optional.of(slip.state()), cause).orElseThrow();
        SlipEntity row = held(slip);
        row.state = edge.to();
        entities.flush();
    }

    private SlipEntity held(Slip slip) {
        SlipEntity row = SlipEntity.findById(slip.slipId());
        if (row.state != slip.state() || !row.dueDate.equals(slip.dueDate())) {
            throw new IllegalStateException("slip " + slip.slipId() + " was not locked");
        }
        return row;
    }

    /** All slips of a workplace that count, held until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Slip> lockOf(WorkplaceNumber workplace) {
        return SlipEntity.<SlipEntity>find(
                        "managementNo = ?1 and state <> ?2 order by slipId", workplace.digits(), SlipState.CANCELLED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .map(SlipEntity::slip)
                .toList();
    }

    /** Moves the due date of a locked slip to a later day. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveDueDate(Slip slip, LocalDate dueDate) {
        SlipEntity row = held(slip);
        row.dueDate = dueDate;
        row.lastDay = row.lastDay.isBefore(dueDate) ? dueDate : row.lastDay;
        entities.flush();
    }

    /** All slips of a workplace that count, by their debts. */
    public Map<Debt, Slip> counting(WorkplaceNumber workplace) {
        return SlipEntity.<SlipEntity>find("managementNo = ?1 and state <> ?2", workplace.digits(), SlipState.CANCELLED)
                .list()
                .stream()
                .map(SlipEntity::slip)
                .collect(Collectors.toMap(Slip::debt, slip -> slip));
    }

    /** The slip of the debt that counts: it may be paid, was paid or was closed. */
    public Optional<Slip> live(Debt debt) {
        return ofDebt(debt).stream()
                .filter(slip -> slip.state() != SlipState.CANCELLED)
                .findFirst();
    }

    /** Every slip the debt ever had, oldest first. */
    public List<Slip> ofDebt(Debt debt) {
        return SlipEntity.<SlipEntity>find(
                        "managementNo = ?1 and originId = ?2 and insurance = ?3 and period = ?4 and debtKind = ?5"
                                + " order by slipId",
                        debt.managementNo().digits(),
                        debt.originId(),
                        debt.insurance(),
                        debt.period(),
                        debt.kind())
                .list()
                .stream()
                .map(SlipEntity::slip)
                .toList();
    }

    /** Why each of the slips was issued. */
    public Map<UUID, SlipReason> reasons(Collection<Slip> slips) {
        List<UUID> ids = slips.stream().map(Slip::slipId).toList();
        return SlipEntity.<SlipEntity>find("slipId in ?1", ids).list().stream()
                .collect(Collectors.toMap(row -> row.slipId, SlipEntity::reason));
    }

    /** The day the slip was issued; its figures are as of then. */
    public LocalDate issuedOn(Slip slip) {
        return SlipEntity.<SlipEntity>findById(slip.slipId()).issuedOn;
    }

    public Optional<Slip> find(EPaymentNumber number) {
        return SlipEntity.<SlipEntity>find("number", number.toString())
                .<SlipEntity>firstResultOptional()
                .map(SlipEntity::slip);
    }

    /** What a workplace may pay, the earliest due date first; a page of it. */
    public List<Slip> open(WorkplaceNumber workplace) {
        return SlipEntity.<SlipEntity>find(
                        "managementNo = ?1 and state = ?2 order by dueDate, slipId",
                        workplace.digits(),
                        SlipState.ISSUED)
                .page(0, Page.SIZE)
                .list()
                .stream()
                .map(SlipEntity::slip)
                .toList();
    }

    public Optional<Slip> find(UUID slipId) {
        return SlipEntity.<SlipEntity>findByIdOptional(slipId).map(SlipEntity::slip);
    }

    /** All slips of a return and of its corrections, cancelled ones too. */
    public List<Slip> ofReturn(UUID returnId) {
        return SlipEntity.<SlipEntity>find("returnId = ?1 order by slipId", returnId).list().stream()
                .map(SlipEntity::slip)
                .toList();
    }

    public Page<Slip> ofWorkplace(WorkplaceNumber workplace, UUID after) {
        List<Slip> rows = SlipEntity.<SlipEntity>find(
                        "managementNo = ?1 and slipId > ?2 order by slipId",
                        workplace.digits(),
                        after == null ? FIRST : after)
                .range(0, Page.SIZE)
                .list()
                .stream()
                .map(SlipEntity::slip)
                .toList();
        return Page.of(rows, Slip::slipId);
    }
}
