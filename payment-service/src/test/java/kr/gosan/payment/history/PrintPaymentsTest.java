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
    private static final PaymentHistory.Filter ALL = new PaymentHistory.Filter(null, null, null, null, null);

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
        List<PaidSlip> one = List.of(payment(1, 10, Insurance.IA, false));
        assertArrayEquals(printed(one), printed(one));
        assertFalse(Arrays.equals(printed(one), printed(List.of(payment(1, 20, Insurance.IA, false)))));
        assertEquals(1, Pdf.pages(printed(List.of())));
    }

    private static byte[] printed(List<PaidSlip> payments) {
        return PRINT.history(WorkplaceNumber.of("12345678916"), "고산건설(주)", ALL, payments, LocalDate.of(2022, 4, 1));
    }

    private static PaidSlip payment(int serial, long amount, Insurance insurance, boolean reversed) {
        return new PaidSlip(
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
