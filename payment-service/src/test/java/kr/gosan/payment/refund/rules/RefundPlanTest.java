package kr.gosan.payment.refund.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.refund.rules.RefundPlan.Offset;
import org.junit.jupiter.api.Test;

class RefundPlanTest {

    private static final WorkplaceNumber WORKPLACE = WorkplaceNumber.of("12345678916");
    private static final UUID RETURN = UUID.randomUUID();

    @Test
    void eachFundPaysItsOwnFirstAndThenTheOtherOfTheInsurance() {
        OpenItem unemployment = open(Item.PREMIUM, Fund.UNEMPLOYMENT, 2, 100);
        OpenItem stability = open(Item.PREMIUM, Fund.STABILITY, 2, 50);
        RefundPlan plan = RefundPlan.of(
                Insurance.EI, money(Fund.UNEMPLOYMENT, 300, Fund.STABILITY, 20), List.of(unemployment, stability));
        assertEquals(
                List.of(
                        new Offset(Fund.UNEMPLOYMENT, unemployment, Won.of(100)),
                        new Offset(Fund.STABILITY, stability, Won.of(20)),
                        new Offset(Fund.UNEMPLOYMENT, stability, Won.of(30))),
                plan.offsets());
        assertEquals(money(Fund.UNEMPLOYMENT, 170, Fund.STABILITY, 0), plan.left());
    }

    @Test
    void theInsurancesNeverPayForEachOther() {
        RefundPlan plan = RefundPlan.of(
                Insurance.EI,
                money(Fund.UNEMPLOYMENT, 300, Fund.STABILITY, 0),
                List.of(open(Item.PREMIUM, Fund.INDUSTRIAL_ACCIDENT, 1, 300)));
        assertEquals(List.of(), plan.offsets());
        assertEquals(Won.of(300), plan.toSend());
    }

    @Test
    void premiumComesBeforeItsLateChargeAndTheEarlierBeforeTheLater() {
        OpenItem late = open(Item.LATE_CHARGE, Fund.UNEMPLOYMENT, 1, 10);
        OpenItem later = open(Item.PREMIUM, Fund.UNEMPLOYMENT, 3, 100);
        OpenItem earlier = open(Item.PREMIUM, Fund.UNEMPLOYMENT, 2, 100);
        RefundPlan plan = RefundPlan.of(
                Insurance.EI, money(Fund.UNEMPLOYMENT, 205, Fund.STABILITY, 0), List.of(late, later, earlier));
        assertEquals(
                List.of(
                        new Offset(Fund.UNEMPLOYMENT, earlier, Won.of(100)),
                        new Offset(Fund.UNEMPLOYMENT, later, Won.of(100)),
                        new Offset(Fund.UNEMPLOYMENT, late, Won.of(5))),
                plan.offsets());
        assertTrue(plan.toSend().isZero());
    }

    @Test
    void whatIsOffsetAndWhatIsSentIsWhatWasOwed() {
        List<OpenItem> open =
                List.of(open(Item.PREMIUM, Fund.UNEMPLOYMENT, 2, 333), open(Item.SURCHARGE, Fund.STABILITY, 2, 71));
        for (long owed = 0; owed < 600; owed += 7) {
            RefundPlan plan =
                    RefundPlan.of(Insurance.EI, money(Fund.UNEMPLOYMENT, owed, Fund.STABILITY, 600 - owed), open);
            assertEquals(Won.of(600), plan.offset().plus(plan.toSend()));
            assertEquals(Won.of(404), plan.offset());
        }
    }

    @Test
    void below2000WonIsTooSmallAndNothingIsNotSmall() {
        assertTrue(sends(1_999).isTooSmall(Won.of(2_000)));
        assertFalse(sends(2_000).isTooSmall(Won.of(2_000)));
        assertFalse(sends(0).isTooSmall(Won.of(2_000)));
    }

    @Test
    void interestIsDividedOverTheFundsToTheLastWon() {
        RefundPlan plan = new RefundPlan(List.of(), money(Fund.UNEMPLOYMENT, 2, Fund.STABILITY, 1));
        assertEquals(money(Fund.UNEMPLOYMENT, 666, Fund.STABILITY, 334), plan.share(Won.of(1_000)));
    }

    @Test
    void interestOnMoneyPaidByMistakeRunsFromTheNextDay() {
        LocalDate day = LocalDate.of(2022, 3, 10);
        assertEquals(LocalDate.of(2022, 3, 11), RefundCause.MISTAKEN_PAYMENT.interestFrom(day, null));
        assertEquals(LocalDate.of(2025, 3, 10), RefundPlan.lastDay(day, 3));
    }

    private static RefundPlan sends(long amount) {
        return new RefundPlan(List.of(), Map.of(Fund.INDUSTRIAL_ACCIDENT, Won.of(amount)));
    }

    private static OpenItem open(Item item, Fund fund, int period, long amount) {
        Debt debt = Debt.ofPeriod(WORKPLACE, 2021, RETURN, fund.insurance(), period);
        return new OpenItem(debt, item, fund, LocalDate.of(2022, 3 + 2 * period, 15), Won.of(amount));
    }

    private static Map<Fund, Won> money(Fund one, long first, Fund other, long second) {
        return Map.of(one, Won.of(first), other, Won.of(second));
    }
}
