package kr.gosan.payment.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.testing.Filings;
import org.junit.jupiter.api.Test;

class SmallAmountsTest {

    private static final Won MINIMUM = Won.of(2_000);
    private static final WorkplaceNumber WORKPLACE = WorkplaceNumber.of("123-45-67891-6");

    @Test
    void belowTheMinimumNothingIsOwedAndFromItOnEverything() {
        assertTrue(SmallAmounts.isDropped(accident(1_990), MINIMUM));
        assertFalse(SmallAmounts.isDropped(accident(2_000), MINIMUM));
        assertFalse(SmallAmounts.isDropped(accident(0), MINIMUM));
        assertFalse(SmallAmounts.isDropped(accident(1_990), Won.ZERO));
    }

    @Test
    void instalmentsThatAreSmallOneByOneAreOwedTogether() {
        List<PaymentPeriod> instalments = new ArrayList<>();
        for (int period = 1; period <= 4; period++) {
            instalments.add(Filings.period(period, 0, Filings.row(Fund.INDUSTRIAL_ACCIDENT, 0, 1_500, 0)));
        }
        assertFalse(SmallAmounts.isDropped(Filings.insurance(Insurance.IA, instalments, 0), MINIMUM));
    }

    @Test
    void whatIsDroppedLeavesNothingOwedWithTheDiscountThatWouldHaveBeenLetOff() {
        FiledReturn filed = Filings.filed(
                WORKPLACE,
                Filings.insurance(
                        Insurance.IA,
                        List.of(Filings.period(0, 0, Filings.row(Fund.INDUSTRIAL_ACCIDENT, 500, 1_000, 30))),
                        0));
        List<Posting> all = booked(filed);
        assertEquals(Won.ZERO, balance(all, Account.RECEIVABLE));
        assertEquals(Won.of(1_500), balance(all, Account.SMALL_AMOUNT));
        assertEquals(Won.of(-1_000), balance(all, Account.ESTIMATED_PREMIUM));
    }

    private static List<Posting> booked(FiledReturn filed) {
        List<Posting> all = new ArrayList<>(Postings.ofReturn(filed, DueDates.NOT_EXTENDED));
        all.addAll(SmallAmounts.ofReturn(filed, List.copyOf(all), MINIMUM));
        return all;
    }

    private static FiledInsurance accident(long additional) {
        return Filings.insurance(
                Insurance.IA,
                List.of(Filings.period(0, 0, Filings.row(Fund.INDUSTRIAL_ACCIDENT, additional, 0, 0))),
                0);
    }

    private static Won balance(List<Posting> postings, Account account) {
        return Won.sum(postings.stream()
                .flatMap(posting -> posting.entries().stream())
                .filter(entry -> entry.account() == account)
                .map(Entry::signed)
                .toList());
    }
}
