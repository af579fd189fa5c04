package kr.gosan.payment.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kr.gosan.kernel.time.BusinessCalendar;
import org.junit.jupiter.api.Test;

class DaysAheadTest {

    private static final Predicate<LocalDate> BUSINESS = BusinessCalendar.korea()::isBusinessDay;

    @Test
    void weekendsAndHolidaysDoNotCount() {
        LocalDate due = LocalDate.of(2022, 8, 16);
        assertEquals(0, DaysAhead.left(due, due, BUSINESS));
        assertEquals(
                1, DaysAhead.left(LocalDate.of(2022, 8, 12), due, BUSINESS), "Friday before a weekend and August 15");
        assertEquals(1, DaysAhead.left(LocalDate.of(2022, 8, 15), due, BUSINESS));
        assertEquals(2, DaysAhead.left(LocalDate.of(2022, 8, 11), due, BUSINESS));
    }

    @Test
    void aMarkIsReachedOnItsDayAndAfterwardsTheNearestFirst() {
        assertEquals(List.of(), DaysAhead.reached(8, List.of(7, 1)));
        assertEquals(List.of(7), DaysAhead.reached(7, List.of(7, 1)));
        assertEquals(List.of(7), DaysAhead.reached(2, List.of(7, 1)));
        assertEquals(List.of(1, 7), DaysAhead.reached(1, List.of(7, 1)));
        assertEquals(List.of(1, 7), DaysAhead.reached(0, List.of(7, 1)));
    }

    @Test
    void aSlipInThePlaceOfAnotherIsToldAsSuchAndTheOtherNotAtAll() {
        String issued = "kr.gosan.payment.slip-issued.v1";
        String cancelled = "kr.gosan.payment.slip-cancelled.v1";
        assertEquals(Optional.of(NoticeKind.SLIP_ISSUED), NoticeKind.of(issued, false, false));
        assertEquals(Optional.of(NoticeKind.SLIP_REPLACED), NoticeKind.of(issued, true, false));
        assertEquals(Optional.of(NoticeKind.SLIP_CANCELLED), NoticeKind.of(cancelled, false, false));
        assertEquals(Optional.empty(), NoticeKind.of(cancelled, false, true));
        assertEquals(Optional.empty(), NoticeKind.of("kr.gosan.payment.notice-raised.v1", false, false));
    }
}
