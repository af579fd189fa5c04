package kr.gosan.payment.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.platform.print.PdfWriter;
import kr.gosan.platform.testing.Pdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintSlipTest {

    private static final PrintSlip PRINT = new PrintSlip(new PaymentPages(), new PdfWriter(), new Collector("", ""));
    private static final int DOTS_PER_INCH = 150;

    static Stream<PrintedSlip> slips() {
        return Stream.<Supplier<PrintedSlip>>of(
                        Slips::employment,
                        Slips::accident,
                        Slips::instalment,
                        Slips::correction,
                        Slips::benefitRecovery,
                        Slips::fine,
                        Slips::longest)
                .map(Supplier::get);
    }

    @ParameterizedTest
    @MethodSource("slips")
    void everySlipIsOnePageWithTheFontInsideAndNothingThatActs(PrintedSlip slip) {
        byte[] pdf = PRINT.pdf(slip);
        assertEquals(1, Pdf.pages(pdf));
        assertEquals("842x595", Pdf.size(pdf, 1));
        assertEquals(List.of("NanumGothic true", "NanumGothicBold true"), Pdf.fonts(pdf));
        assertTrue(Pdf.isInert(pdf));
        assertFalse(Pdf.text(pdf).contains("□"));
        assertArrayEquals(pdf, PRINT.pdf(slip));
    }

    /** The whole text of the guide's two slips, as it stands on the page; look at the pages before changing it. */
    @Test
    void theSlipsOfTheGuidePrintAsTheyWereLookedAt() throws IOException {
        assertEquals(text("slip-employment.txt"), Pdf.text(PRINT.pdf(Slips.employment())));
        assertEquals(text("slip-accident.txt"), Pdf.text(PRINT.pdf(Slips.accident())));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void bothCopiesDemandTheSameAmountUnderTheSameNumber(PrintedSlip slip) {
        String text = Pdf.text(PRINT.pdf(slip));
        String payable = slip.slip().figures().payable() + " 원";
        assertEquals(2, count(text, slip.slip().ePaymentNo().toString()));
        assertTrue(count(text, payable) >= 3, () -> "in the table and on each copy: " + text);
        String copies = text.substring(text.indexOf("(납부자용)"));
        assertEquals(2, count(copies, "납부할 금액 " + payable), "on each copy");
        assertEquals(1, count(text, "(납부자용)"));
        assertEquals(1, count(text, "(수납기관용)"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 150, 300})
    void theBarcodeOfEitherCopyIsReadOffThePage(int dotsPerInch) throws Exception {
        PrintedSlip slip = Slips.employment();
        BufferedImage page = Pdf.image(PRINT.pdf(slip), 1, dotsPerInch);
        int third = page.getWidth() / 3;
        for (int copy = 1; copy <= 2; copy++) {
            BufferedImage part = page.getSubimage(copy * third, 0, third, page.getHeight());
            assertEquals(slip.slip().ePaymentNo().digits(), read(part));
        }
    }

    @Test
    void anotherNumberIsAnotherBarcode() {
        assertFalse(Bars.code128(EPaymentNumber.ofSerial(1), 10).equals(Bars.code128(EPaymentNumber.ofSerial(2), 10)));
    }

    @ParameterizedTest
    @EnumSource(
            value = SlipState.class,
            names = {"PAID", "CANCELLED", "CLOSED"})
    void whatMayNotBePaidSaysSoAndHasNoBanksCopyNoBarcodeAndNoAccount(SlipState state) {
        byte[] pdf = PRINT.pdf(Slips.in(state));
        String text = Pdf.text(pdf);
        assertTrue(text.contains(Map.of(
                        SlipState.PAID, "수납완료",
                        SlipState.CANCELLED, "취소",
                        SlipState.CLOSED, "납부기한 경과")
                .get(state)));
        assertFalse(text.contains("수납기관용"));
        assertFalse(text.contains("가상계좌"));
        BufferedImage page = Pdf.image(pdf, 1, DOTS_PER_INCH);
        assertThrows(NotFoundException.class, () -> read(page));
    }

    @Test
    void aPaidSlipTellsTheDayAndACancelledOneWhatTookItsPlace() {
        assertTrue(Pdf.text(PRINT.pdf(Slips.in(SlipState.PAID))).contains("2022년 3월 30일 납부"));
        assertTrue(Pdf.text(PRINT.pdf(Slips.in(SlipState.CANCELLED)))
                .contains(EPaymentNumber.ofSerial(9).toString()));
    }

    @Test
    void aReissuedSlipNamesTheOneItReplaces() {
        assertTrue(Pdf.text(PRINT.pdf(Slips.longest()))
                .replace("\n", "")
                .contains("전자납부번호 " + EPaymentNumber.ofSerial(77) + "의 납부서를 대신합니다"));
        assertFalse(Pdf.text(PRINT.pdf(Slips.employment())).contains("재발행"));
    }

    @Test
    void aCorrectionShowsItsSurchargeAndAChargeItsOneAmount() {
        String correction = Pdf.text(PRINT.pdf(Slips.correction()));
        assertTrue(correction.contains("⑤ 가산금") && correction.contains("37,000 원") && correction.contains("407,000 원"));
        String charge = Pdf.text(PRINT.pdf(Slips.benefitRecovery()));
        assertTrue(charge.contains("산재보험 급여징수금 납부서 겸 영수증"));
        assertFalse(charge.contains("① 확정보험료"));
        assertFalse(charge.contains("전자신고"));
    }

    @Test
    void whatTheOfficeConfiguresIsPrinted() {
        PrintSlip print =
                new PrintSlip(new PaymentPages(), new PdfWriter(), new Collector("한국은행 국고수납대리점 010-000", "고산지사 부과부"));
        String text = Pdf.text(print.pdf(Slips.accident()));
        assertEquals(2, count(text, "한국은행 국고수납대리점 010-000"));
        assertEquals(2, count(text, "담당자: 고산지사 부과부"));
    }

    @Test
    void aNameCanNeitherBreakThePageNorTurnItsFigures() {
        PrintedSlip it = Slips.accident();
        PrintedSlip hostile = new PrintedSlip(
                it.slip(),
                it.issuedOn(),
                "<script>alert(1)</script>&\u202e원 0\u0000 \"<img src='http://127.0.0.1:1/'/>",
                it.paidOn(),
                it.replaces(),
                it.replacedBy(),
                it.accounts());
        byte[] pdf = PRINT.pdf(hostile);
        assertEquals(1, Pdf.pages(pdf));
        assertTrue(Pdf.text(pdf).replace("\n", "").contains("<script>alert(1)</script>&원 0"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void noTwoWordsLieOnEachOther(PrintedSlip slip) {
        List<Pdf.Word> words = Pdf.words(PRINT.pdf(slip), 1);
        assertTrue(words.size() > 50, () -> words.size() + " words");
        List<String> overlapping = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                Rectangle2D both =
                        words.get(i).box().createIntersection(words.get(j).box());
                if (both.getWidth() > 0.5 && both.getHeight() > 0.5) {
                    overlapping.add(words.get(i) + " and " + words.get(j));
                }
            }
        }
        assertEquals(List.of(), overlapping);
    }

    private static String read(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new Code128Reader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String text(String name) throws IOException {
        try (InputStream in = PrintSlipTest.class.getResourceAsStream("/print/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
