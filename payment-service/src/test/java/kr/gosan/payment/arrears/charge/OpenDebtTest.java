package kr.gosan.payment.arrears.charge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.charge.DebtHistory.Movement;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting.Kind;
import kr.gosan.payment.debt.Debt;
import kr.gosan.platform.law.LawFiles;
import org.junit.jupiter.api.Test;

class OpenDebtTest {

    private static final LawBook BOOK = LawFiles.read(OpenDebtTest.class.getClassLoader());
    private static final LocalDate FILED = LocalDate.parse("2022-03-10");
    private static final LocalDate DUE = LocalDate.parse("2022-03-31");
    private static final Fund IA = Fund.INDUSTRIAL_ACCIDENT;
    private static final Debt DEBT =
            Debt.ofPeriod(WorkplaceNumber.of("123-45-67891-6"), 2021, UUID.randomUUID(), Insurance.IA, 0);
    private static final Movement FILED_MILLION = debit(Kind.RETURN_FILED, Account.RECEIVABLE, FILED, 1_000_000);

    @Test
    void beforeTheReturnNothingIsOpenAndAfterwardsThePremium() {
        assertInstanceOf(OpenDebt.Answer.Nothing.class, answer(FILED.minusDays(1), FILED_MILLION));
        OpenDebt open = open(FILED, FILED_MILLION);
        assertEquals(Map.of(Item.PREMIUM, Map.of(IA, Won.of(1_000_000))), open.amounts());
        assertFalse(open.overdueOn(DUE));
        assertTrue(open.overdueOn(DUE.plusDays(1)));
    }

    @Test
    void theLateChargeGrowsOnWhatIsOpenAndHandingOverChangesNothing() {
        Movement out = credit(Kind.HANDED_OVER, Account.RECEIVABLE, DUE.plusDays(1), 1_000_000);
        Movement in = debit(Kind.HANDED_OVER, Account.ARREARS, DUE.plusDays(1), 1_000_000);
        OpenDebt open = open(DUE.plusDays(30), FILED_MILLION, out, in);
        assertEquals(Won.of(1_000_000), open.sum(Item.PREMIUM));
        assertEquals(Won.of(20_000), open.sum(Item.LATE_CHARGE));
        assertEquals(Won.of(1_020_000), open.total());
        assertEquals(
                open(DUE.plusDays(30), FILED_MILLION).amounts(), open.amounts(), "as if it had not been handed over");
    }

    @Test
    void aLateChargeThatWasPaidIsNotOwedAgain() {
        List<Movement> collected = List.of(
                FILED_MILLION,
                credit(Kind.ARREARS_COLLECTED, Account.ARREARS, DUE.plusDays(30), 1_000_000),
                debit(Kind.LATE_CHARGE_ACCRUED, Account.LATE_CHARGE_DUE, DUE.plusDays(30), 20_000),
                credit(Kind.LATE_CHARGE_ACCRUED, Account.LATE_CHARGE, DUE.plusDays(30), 20_000),
                credit(Kind.ARREARS_COLLECTED, Account.LATE_CHARGE_DUE, DUE.plusDays(30), 15_000));
        OpenDebt open = open(DUE.plusDays(90), collected.toArray(Movement[]::new));
        assertEquals(Map.of(Item.LATE_CHARGE, Map.of(IA, Won.of(5_000))), open.amounts());
        DebtHistory history = new DebtHistory(DEBT, collected);
        assertEquals(Map.of(IA, Won.of(20_000)), history.lateChargeBooked());
        assertEquals(Map.of(), history.lateChargePaidBy(DUE.plusDays(29)));
        // the day before the money came, all of it was open
        assertEquals(
                Won.of(1_000_000 + 19_330),
                open(DUE.plusDays(29), collected.toArray(Movement[]::new)).total());
    }

    @Test
    void aReductionCountsFromTheBeginning() {
        Movement reduced = credit(Kind.PREMIUM_ADJUSTED, Account.ARREARS, DUE.plusDays(50), 400_000);
        // 600,000 × 30/1500
        assertEquals(
                Won.of(12_000), open(DUE.plusDays(30), FILED_MILLION, reduced).sum(Item.LATE_CHARGE));
    }

    @Test
    void whatWasPaidLateAndTurnsOutNotOwedIsNotCharged() {
        Movement paid = credit(Kind.ARREARS_COLLECTED, Account.ARREARS, DUE.plusDays(30), 1_000_000);
        Movement excess = credit(Kind.PREMIUM_ADJUSTED, Account.EXCESS, DUE.plusDays(50), 400_000);
        OpenDebt open = open(DUE.plusDays(90), FILED_MILLION, paid, excess);
        assertEquals(Map.of(Item.LATE_CHARGE, Map.of(IA, Won.of(12_000))), open.amounts());
    }

    @Test
    void aPaymentThatWasTakenBackCountsAsNeverMade() {
        Movement paid = credit(Kind.PAYMENT_RECEIVED, Account.RECEIVABLE, DUE, 1_000_000);
        Movement back = debit(Kind.PAYMENT_REVERSED, Account.RECEIVABLE, DUE.plusDays(10), 1_000_000);
        assertInstanceOf(OpenDebt.Answer.Nothing.class, answer(DUE.plusDays(9), FILED_MILLION, paid));
        OpenDebt open = open(DUE.plusDays(30), FILED_MILLION, paid, back);
        assertEquals(Won.of(20_000), open.sum(Item.LATE_CHARGE));
    }

    @Test
    void surchargesBenefitRecoveriesAndFinesAreOpenButNotCharged() {
        OpenDebt open = open(
                DUE.plusDays(90),
                debit(Kind.PREMIUM_ADJUSTED, Account.SURCHARGE_DUE, FILED, 30_000),
                debit(Kind.CHARGE_ASSESSED, Account.BENEFIT_RECOVERY_DUE, FILED, 40_000),
                new Movement(Kind.CHARGE_ASSESSED, Account.FINE_DUE, Optional.empty(), FILED, Won.of(500), Won.ZERO));
        assertEquals(Won.ZERO, open.sum(Item.LATE_CHARGE));
        assertEquals(Won.of(70_500), open.total());
        assertEquals(2, open.items().size());
        assertEquals(Won.of(500), open.fine());
    }

    private static OpenDebt open(LocalDate on, Movement... movements) {
        return assertInstanceOf(OpenDebt.Answer.Open.class, answer(on, movements))
                .debt();
    }

    private static OpenDebt.Answer answer(LocalDate on, Movement... movements) {
        return OpenDebt.of(
                new DebtHistory(DEBT, List.of(movements)), new OpenDebt.Terms(DUE, DUE, DUE, false), on, BOOK);
    }

    private static Movement debit(Kind kind, Account account, LocalDate on, long amount) {
        return new Movement(kind, account, Optional.of(IA), on, Won.of(amount), Won.ZERO);
    }

    private static Movement credit(Kind kind, Account account, LocalDate on, long amount) {
        return new Movement(kind, account, Optional.of(IA), on, Won.ZERO, Won.of(amount));
    }
}
