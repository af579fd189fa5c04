package kr.gosan.payment.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.print.PaymentPages;
import kr.gosan.platform.print.PdfWriter;
import kr.gosan.platform.testing.Pdf;
import org.junit.jupiter.api.Test;

class PrintPaymentsTest {

    private static final PrintPayments PRINT = new PrintPayments(new PaymentPages(), new PdfWriter(), null);
    private static final PaymentHistory.Filter ALL = new PaymentHistory.Filter(null, null, null, null, null, null);

    @Test
    void whatTheBankTookBackIsShownAndCountsInNoSum() {
        String text = Pdf.text(printed(List.of(
                payment(1, 886_040, Insurance.EI, false),
                payment(2, 777_770, Insurance.EI, true),
                payment(3, 86_750, Insurance.IA, false))));
        assertTrue(text.contains("777,770 수납취소"), text);
        assertTrue(text.contains("고용보험 886,040"), text);
        assertTrue(text.contains("산재보험 86,750"), text);
        assertTrue(text.contains("합계 972,790"), text);
    }

    @Test
    void whatWasCollectedAndOffsetCountsAndWhatWasGivenBackIsSummedApart() {
        String text = Pdf.text(printed(List.of(
                payment(1, 886_040, Insurance.EI, false),
                otherwise(PaymentLine.Kind.COLLECTED, 100_000, false),
                otherwise(PaymentLine.Kind.COLLECTED, 50_000, true),
                otherwise(PaymentLine.Kind.OFFSET, 20_000, false),
                otherwise(PaymentLine.Kind.REFUNDED, 70_000, false),
                otherwise(PaymentLine.Kind.REFUND_RETURNED, 30_000, false))));
        assertTrue(text.contains("산재보험 120,000"), text);
        assertTrue(text.contains("합계 1,006,040"), text);
        assertTrue(text.contains("반환 40,000"), text);
        assertTrue(text.contains("건강보험공단 징수"), text);
        assertFalse(
                Pdf.text(printed(List.of(payment(1, 10, Insurance.EI, false)))).contains("반환 0"));
    }

    private static PaymentLine otherwise(PaymentLine.Kind kind, long amount, boolean reversed) {
        return new PaymentLine(
                kind,
                UUID.randomUUID(),
                null,
                null,
                Won.of(amount),
                LocalDate.of(2022, 4, 30),
                false,
                null,
                reversed ? LocalDate.of(2022, 5, 2) : null,
                null,
                DebtKind.PERIOD,
                2021,
                Insurance.IA,
                0);
    }

    @Test
    void aLongHistoryGoesOnOverThePagesUnderItsHeadings() {
        byte[] pdf = printed(IntStream.rangeClosed(1, 120)
                .mapToObj(serial -> payment(serial, 10, Insurance.IA, false))
                .toList());
        assertTrue(Pdf.pages(pdf) > 1);
        for (int page = 1; page <= Pdf.pages(pdf); page++) {
            assertTrue(Pdf.text(pdf, page).contains("전자납부번호"));
            assertTrue(Pdf.text(pdf, page).contains(page + " / " + Pdf.pages(pdf)));
        }
        assertTrue(Pdf.text(pdf).contains(EPaymentNumber.ofSerial(120).toString()));
        assertFalse(Pdf.text(pdf).contains("□"));
    }

    @Test
    void theSameHistoryIsTheSameDocumentAndAnotherIsAnother() {
        List<PaymentLine> one = List.of(payment(1, 10, Insurance.IA, false));
        assertArrayEquals(printed(one), printed(one));
        assertFalse(Arrays.equals(printed(one), printed(List.of(payment(1, 20, Insurance.IA, false)))));
        assertEquals(1, Pdf.pages(printed(List.of())));
    }

    private static byte[] printed(List<PaymentLine> payments) {
        return PRINT.history(WorkplaceNumber.of("12345678916"), "고산건설(주)", ALL, payments, LocalDate.of(2022, 4, 1));
    }

    private static PaymentLine payment(int serial, long amount, Insurance insurance, boolean reversed) {
        return new PaymentLine(
                PaymentLine.Kind.SLIP,
                new UUID(0, serial),
                new UUID(1, serial),
                new UUID(2, serial),
                Won.of(amount),
                LocalDate.of(2022, 3, 30),
                false,
                Channel.GIRO,
                reversed ? LocalDate.of(2022, 3, 31) : null,
                EPaymentNumber.ofSerial(serial).toString(),
                DebtKind.PERIOD,
                2021,
                insurance,
                0);
    }
}
