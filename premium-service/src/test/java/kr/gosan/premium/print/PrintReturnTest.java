package kr.gosan.premium.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kr.gosan.platform.print.PdfWriter;
import kr.gosan.platform.testing.Pdf;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintReturnTest {

    private static final String A4_ACROSS = "842x595";
    private static final String A4_UPRIGHT = "595x842";
    private static final PdfWriter PDF = new PdfWriter();
    private static final PrintReturn PRINT = new PrintReturn(new FormPages(), PDF);

    @ParameterizedTest
    @ValueSource(strings = {"collective", "instalments", "refund", "head-office"})
    void aFiledReturnIsPrintedOnTwoPagesWithTheFontInside(String name) {
        byte[] form = PRINT.form(StoredReturns.filed(name));
        assertEquals(2, Pdf.pages(form));
        assertEquals(A4_ACROSS, Pdf.size(form, 1));
        assertEquals(A4_ACROSS, Pdf.size(form, 2));
        assertEquals(List.of("NanumGothic true", "NanumGothicBold true"), Pdf.fonts(form));
        byte[] trace = PRINT.trace(StoredReturns.filed(name));
        assertEquals(A4_UPRIGHT, Pdf.size(trace, 1));
        assertEquals(List.of("NanumGothic true", "NanumGothicBold true"), Pdf.fonts(trace));
        assertTrue(Pdf.isInert(form) && Pdf.isInert(trace));
    }

    /** The whole text of the guide's collective, as it stands on the two pages; look at the pages before changing it. */
    @Test
    void theExampleOfTheGuidePrintsAsItWasLookedAt() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/print/collective.txt")) {
            assertEquals(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    Pdf.text(PRINT.form(StoredReturns.filed("collective"))));
        }
    }

    @Test
    void everySectionOfTheFormIsThere() {
        String text = Pdf.text(PRINT.form(StoredReturns.filed("instalments")));
        for (String section : List.of("가", "나", "다", "라", "마", "바", "사")) {
            assertTrue(
                    text.lines().anyMatch(line -> line.strip().equals(section) || line.startsWith(section + " ")),
                    section);
        }
        for (String heading : List.of(
                "2022년도",
                "처리기간",
                "①보수총액",
                "②보험료율",
                "④신고액",
                "⑤납부액",
                "⑥추가",
                "⑦초과액(⑤-③)",
                "⑧보수총액",
                "⑨보험료율",
                "⑩개산보험료액",
                "⑪분할납부",
                "2021년도 확정보험료 산정 기초 보수총액",
                "월평균",
                "시행령 제20조 및 제26조",
                "개산보험료의 분할납부신청서",
                "과납보험료 충당신청서",
                "반환금 입금 계좌")) {
            assertTrue(text.contains(heading), heading);
        }
    }

    @Test
    void columnsOfTheGuidesCollectiveStandInTheirRows() {
        String front = Pdf.text(PRINT.form(StoredReturns.filed("collective")), 1);
        assertLine(front, "37.63/1,000", "120,000,000", "4,515,600", "3,500,000", "3,000,000");
        assertLine(front, "130,000,000 - 4,885,600", "3,500,000", "3,000,000", "1,385,600");
        assertLine(front, "2.5/1,000 300,000", "250,000", "200,000", "50,000");
        assertTrue(front.contains("2,340,000"));
    }

    @Test
    void instalmentsAndWhatTheExcessPaysStandByPeriod() {
        String back = Pdf.text(PRINT.form(StoredReturns.filed("instalments")), 2);
        assertLine(back, "제1기-2022-03-31", "제4기-2022-11-15");
        assertLine(back, "2,257,800 원", "564,450 원 564,450 원 564,450 원 564,450 원");
        for (String column : List.of(
                "(1기) 559,450 원\n(2기) 564,450 원\n(3기) 564,450 원",
                "(1기) 559,450 원\n(2기) 564,450 원\n(3기) 390,500 원",
                "0 원\n0 원\n173,950 원",
                "(1기) 125,000 원\n(2기) 40,000 원",
                "(1기) 630,000 원\n(2기) 550,000 원")) {
            assertTrue(back.contains(column), column);
        }
        assertTrue(back.contains("태화강 인도교 설치공사"));
    }

    @Test
    void aRefundShowsTheOffsetTheRestAndTheMaskedAccount() {
        byte[] form = PRINT.form(StoredReturns.filed("refund"));
        assertLine(Pdf.text(form, 1), "130,000,000", "20,000,000 20,000,000 0", "4,734,040", "10,380,360");
        assertLine(Pdf.text(form, 2), "4,734,040 원 4,734,040 원 0 원");
        assertLine(Pdf.text(form, 2), "계좌번호: ***-**-*****001", "예금주: 근로건설(주)");
    }

    @Test
    void everyPageSaysWhichFilingItIs() {
        PrintedReturn filed = StoredReturns.filed("instalments");
        for (byte[] pdf : List.of(PRINT.form(filed), PRINT.trace(filed))) {
            for (int page = 1; page <= Pdf.pages(pdf); page++) {
                String text = Pdf.text(pdf, page);
                assertTrue(text.contains(filed.receipt().orElseThrow().receiptNo()));
                assertTrue(text.contains(filed.receipt().orElseThrow().sha256()));
                assertTrue(text.contains("/premium/v1/receipt-keys"));
                assertTrue(text.contains(page + " / " + Pdf.pages(pdf)));
                assertFalse(text.contains("작성중"));
            }
        }
    }

    @Test
    void aDraftSaysSoOnEveryPageAndHasNeitherNumberNorDate() {
        PrintedReturn draft = StoredReturns.draft(StoredReturns.json("instalments"));
        for (byte[] pdf : List.of(PRINT.form(draft), PRINT.trace(draft))) {
            for (int page = 1; page <= Pdf.pages(pdf); page++) {
                String text = Pdf.text(pdf, page);
                assertTrue(text.contains("작성중(미접수)"));
                assertFalse(text.contains("SHA-256"));
                assertFalse(text.contains("P-2022"));
                assertFalse(text.contains("2022년 3월 10일"));
            }
        }
    }

    @Test
    void whatCouldNotBeCalculatedIsAnEmptyForm() {
        ObjectNode stored = StoredReturns.json("collective");
        stored.remove(List.of("calculation", "trace", "law"));
        byte[] form = PRINT.form(StoredReturns.draft(stored));
        assertEquals(2, Pdf.pages(form));
        assertTrue(Pdf.text(form, 1).contains("고용안정·직업능력개발"));
        assertFalse(Pdf.text(form, 1).contains("4,515,600"));
    }

    @Test
    void theAnnexGivesEachStepInWordsWithItsLaw() {
        String trace = Pdf.text(PRINT.trace(StoredReturns.filed("instalments")));
        assertTrue(trace.contains("120,000,000 × 37.63‰ = 4,515,600"));
        assertTrue(trace.contains("건설업 산재보험료율 36/1,000 (2021-01-01부터 적용, 공식)"));
        assertTrue(trace.contains("끝수 처리: 원단위 이하 절사 · 근거: 보험료징수법 §13, §19①; 국고금 관리법 §47"));
        assertTrue(trace.contains("납부할 559,450 중 초과액 559,450 충당"));
        assertTrue(trace.contains("60,000,000 < 130,000,000의 70% = 91,000,000: 추정액 60,000,000 적용(감소 사유 기재)"));
        assertTrue(trace.contains("적용한 법령 기준값"));
        assertTrue(trace.contains("분할납부 제4기 납부기한"));
        for (String english : List.of("excess pays", "later periods", "as expected", "filed ", "estimate ", "□")) {
            assertFalse(trace.contains(english), english);
        }
    }

    /** From July 2023 on; the two halves of 2023 stand one under the other. */
    @Test
    void equipmentOperatorsAreLabourProvidersFromTheirJobRateOn() {
        ObjectNode stored = StoredReturns.json("collective");
        ArrayNode lines = (ArrayNode) stored.at("/calculation/insurances/0/confirmed/lines");
        ObjectNode second = lines.get(1).deepCopy();
        lines.insert(2, second.put("from", "2021-07-01").put("premium", 12_340));
        lines.insert(3, second.deepCopy().put("row", "OVERSEAS").put("premium", 56_780));
        ArrayNode trace = (ArrayNode) stored.path("trace");
        ObjectNode step = trace.addObject().put("step", "ia.confirmed.equipment.2");
        step.putArray("parameters").addObject().put("id", "accident.job-rate.construction-equipment");
        FormView view = FormFilling.of(StoredReturns.filed(stored));
        assertEquals(
                List.of("일반", "특수형태근로종사자", "노무제공자", "해외파견자", "계"),
                view.confirmedAccident().stream()
                        .map(FormView.ConfirmedRow::label)
                        .toList());
        byte[] form = PRINT.form(StoredReturns.filed(stored));
        assertTrue(Pdf.text(form, 1).contains("12,340") && Pdf.text(form, 1).contains("56,780"));
        assertEquals(2, Pdf.pages(form));
    }

    @Test
    void anExperienceRateIsCalledIndividual() {
        ObjectNode stored = StoredReturns.json("collective");
        ((ArrayNode) stored.at("/trace/0/parameters")).addObject().put("id", "accident.experience-rate");
        assertEquals("개별", FormFilling.of(StoredReturns.filed(stored)).confirmedRateKind());
        assertEquals("일반", FormFilling.of(StoredReturns.filed(stored)).estimatedRateKind());
    }

    @Test
    void hostileTextIsOnlyText() {
        ObjectNode stored = StoredReturns.json("collective");
        ObjectNode particulars = (ObjectNode) stored.at("/content/particulars");
        particulars.put("name", "<script>alert(1)</script>&amp;{f.year}");
        particulars.put("address", "가나다라마바사아자차".repeat(20));
        particulars.put("representative", "😀\u202E김복지\u0000\u0007\uD800");
        particulars.put("workName", "]]></td></table><h1>\"'");
        byte[] form = PRINT.form(StoredReturns.filed(stored));
        String text = Pdf.text(form, 1);
        assertTrue(text.contains("<script>alert(1)</script>&amp;{f.year}"));
        assertTrue(text.contains("]]></td></table><h1>\"'"));
        assertTrue(text.contains("김복지") && !text.contains("\u202E"));
        assertEquals(20, text.replaceAll("\\s", "").split("가나다라마바사아자차", -1).length - 1);
        assertEquals(2, Pdf.pages(form), "a long address does not push the form onto a third page");
        assertTrue(Pdf.isInert(form));
        assertTrue(Pdf.text(PRINT.trace(StoredReturns.filed(stored))).contains("<script>"));
    }

    @Test
    void theLargestAmountsStayInTheirBoxes() {
        ObjectNode stored = StoredReturns.json("collective");
        ObjectNode line = (ObjectNode) stored.at("/calculation/insurances/0/confirmed/lines/0");
        line.put("remuneration", 999_999_999_999_999L).put("premium", 99_999_999_999_990L);
        byte[] form = PRINT.form(StoredReturns.filed(stored));
        assertLine(Pdf.text(form, 1), "999,999,999,999,999", "99,999,999,999,990");
        assertEquals(2, Pdf.pages(form));
    }

    @Test
    void worksTheBoxHasNoRoomForAreListedOnASheetOfTheirOwn() {
        ObjectNode stored = StoredReturns.json("instalments");
        ArrayNode works = (ArrayNode) stored.at("/content/works");
        while (works.size() < 100) {
            works.add(works.get(0).deepCopy());
        }
        byte[] form = PRINT.form(StoredReturns.filed(stored));
        assertTrue(Pdf.text(form, 2).contains("별첨 목록 참조(100건)"));
        assertTrue(Pdf.pages(form) > 3);
        assertEquals(100, Pdf.text(form).split("태화강 인도교", -1).length - 1);
    }

    @Test
    void theSameReturnGivesTheSameBytes() {
        assertArrayEquals(PRINT.form(StoredReturns.filed("collective")), PRINT.form(StoredReturns.filed("collective")));
        assertArrayEquals(
                PRINT.trace(StoredReturns.filed("collective")), PRINT.trace(StoredReturns.filed("collective")));
    }

    /** Not even a template that names a resource, or text that passed for one, makes the service fetch it. */
    @Test
    void nothingIsEverFetched() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            ObjectNode stored = StoredReturns.json("collective");
            ((ObjectNode) stored.at("/content/particulars")).put("name", "<img src=\"" + url + "\"/> url(" + url + ")");
            PRINT.form(StoredReturns.filed(stored));
            byte[] pdf = PDF.write("""
                    <html><head><link rel="stylesheet" href="%1$s"/><style>@import url(%1$s);
                    body { background-image: url(%1$s); } @font-face { font-family: 'x'; src: url(%1$s); }</style></head>
                    <body><img src="%1$s"/><img src="file:///etc/hostname"/><p style="font-family: x">text</p></body></html>
                    """.formatted(url), Optional.empty(), new byte[16]);
            assertEquals("text", Pdf.text(pdf, 1).strip());
            server.setSoTimeout(1);
            Assertions.assertThrows(SocketTimeoutException.class, server::accept);
        }
    }

    /** Some line of the page has all of these. */
    private static void assertLine(String text, String... parts) {
        assertTrue(
                text.lines().anyMatch(line -> List.of(parts).stream().allMatch(line::contains)),
                () -> String.join(" … ", parts) + " not in\n" + text);
    }
}
