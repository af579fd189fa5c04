package kr.gosan.payment.arrears.charge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.charge.DebtHistory.Movement;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Entry;
import kr.gosan.payment.book.Posting.Kind;
import kr.gosan.payment.debt.Debt;
import org.junit.jupiter.api.Test;

/** What is booked is the difference; nobody keeps what was paid of a late charge that is not owed. */
class LateChargeBookingTest {

    private static final Debt DEBT =
            Debt.ofPeriod(WorkplaceNumber.of("123-45-67891-6"), 2021, UUID.randomUUID(), Insurance.IA, 0);
    private static final LocalDate DAY = LocalDate.of(2022, 5, 10);

    @Test
    void whatWasChargedIsBookedOnce() {
        assertEquals(Map.of(Account.LATE_CHARGE_DUE, 660L, Account.LATE_CHARGE, -660L), booked(660, 0, 0));
        assertEquals(Map.of(), booked(660, 660, 0));
        assertEquals(Map.of(Account.LATE_CHARGE_DUE, 340L, Account.LATE_CHARGE, -340L), booked(1_000, 660, 660));
    }

    @Test
    void whatIsNotOwedAnyMoreIsOwedBackAsFarAsItWasPaid() {
        assertEquals(Map.of(Account.LATE_CHARGE, 160L, Account.LATE_CHARGE_DUE, -160L), booked(500, 660, 0));
        assertEquals(Map.of(Account.LATE_CHARGE, 160L, Account.REFUND_PAYABLE, -160L), booked(500, 660, 660));
        assertEquals(
                Map.of(Account.LATE_CHARGE, 160L, Account.LATE_CHARGE_DUE, -100L, Account.REFUND_PAYABLE, -60L),
                booked(500, 660, 560));
    }

    @Test
    void whatWasPaidBeforeItWasBookedIsNotBookedTwiceAndWhatIsTooMuchIsOwedBack() {
        assertEquals(Map.of(Account.LATE_CHARGE_DUE, 660L, Account.LATE_CHARGE, -660L), booked(660, 0, 660));
        assertEquals(
                Map.of(Account.LATE_CHARGE_DUE, 661L, Account.LATE_CHARGE, -660L, Account.REFUND_PAYABLE, -1L),
                booked(660, 0, 661));
        assertEquals(Map.of(Account.LATE_CHARGE_DUE, 1L, Account.REFUND_PAYABLE, -1L), booked(660, 660, 661));
    }

    /** What is booked, by account: of a late charge that is so much, where so much was booked and so much paid. */
    private static Map<Account, Long> booked(long is, long was, long paid) {
        List<Movement> movements = new ArrayList<>();
        Optional<Fund> fund = Optional.of(Fund.INDUSTRIAL_ACCIDENT);
        movements.add(
                new Movement(Kind.LATE_CHARGE_ACCRUED, Account.LATE_CHARGE_DUE, fund, DAY, Won.of(was), Won.ZERO));
        movements.add(new Movement(Kind.LATE_CHARGE_ACCRUED, Account.LATE_CHARGE, fund, DAY, Won.ZERO, Won.of(was)));
        movements.add(
                new Movement(Kind.OVERPAYMENT_OFFSET, Account.LATE_CHARGE_DUE, fund, DAY, Won.ZERO, Won.of(paid)));
        Map<Fund, Won> premium = new EnumMap<>(Map.of(Fund.INDUSTRIAL_ACCIDENT, Won.of(1_000_000)));
        LateCharges charges = new LateCharges(
                List.of(new LateCharges.Part(premium, Optional.of(DAY), new LateCharge(40, Won.of(is), null))));
        Map<Account, Long> moved = new EnumMap<>(Account.class);
        for (Entry entry :
                LateChargeBooking.of(new DebtHistory(DEBT, movements), charges).entries()) {
            moved.merge(entry.account(), entry.signed().amount(), Long::sum);
        }
        moved.values().removeIf(sum -> sum == 0);
        return moved;
    }
}
