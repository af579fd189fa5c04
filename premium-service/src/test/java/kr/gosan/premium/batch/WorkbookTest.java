package kr.gosan.premium.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workbook becomes rows of JSON, or is refused; nothing in it can take more memory than its bounds. */
class WorkbookTest {

    @Test
    void columnsAreKnownByTheirHeadingsWhereverTheyStand() throws IOException {
        Workbook workbook = new Workbook()
                .row(headings("고용 납부방법", "개산  실업급여 보수총액", "보험 연도", "사업장관리번호", "산재 납부방법"))
                .row(List.of(
                        Workbook.text("일시납"),
                        Workbook.number(120000000),
                        Workbook.number("2.021E3"),
                        Workbook.text(" 123-45-67891-6 "),
                        Workbook.text("분할납부")));
        BatchRows.Row row = rows(workbook).getFirst();
        assertEquals(List.of(), row.errors());
        assertEquals(2, row.number());
        JsonNode json = TestReturns.tree(row.json());
        assertEquals(2021, json.path("insuranceYear").intValue());
        assertEquals("123-45-67891-6", json.path("managementNo").asText());
        assertEquals(120000000, json.at("/estimated/employment/unemployment").longValue());
        assertEquals("LUMP_SUM", json.at("/payment/employment").asText());
        assertEquals("INSTALLMENT", json.at("/payment/industrialAccident").asText());
    }

    @Test
    void numbersAsTextAndTextAsNumbersAreTakenWhereNothingCanBeLost() throws IOException {
        assertEquals("120000000", won(Workbook.text("120,000,000")));
        assertEquals("120000000", won(Workbook.text("120000000")));
        assertEquals("120000000", won(Workbook.number("1.2E8")));
        assertEquals("-5", won(Workbook.number(-5)), "whether it may be negative is asked of the return");
        for (String refused : List.of(
                Workbook.text("1,2,3"),
                Workbook.text("1억"),
                Workbook.number("0.5"),
                Workbook.number("1E400"),
                Workbook.text("１２３"))) {
            assertEquals("whole-won-expected", won(refused), refused);
        }
        assertEquals("12345678916", cell("사업장관리번호", Workbook.number("12345678916"), "/managementNo"));
        assertEquals("cell-text-expected", cell("환급 계좌번호", Workbook.number(77788999), "/refundAccount/accountNo"));
        assertEquals("code-unknown", cell("산재 납부방법", Workbook.text("LUMP"), "/payment/industrialAccident"));
    }

    @Test
    void datesAreTakenFromDateCellsAndFromText() throws IOException {
        String heading = "개산 실업급여 1기 시작일";
        String pointer = "/estimated/employment/unemploymentPeriods/0/from";
        assertEquals("2022-01-01", cell(heading, Workbook.date(44562), pointer));
        assertEquals("2022-01-01", cell(heading, Workbook.text("2022-01-01"), pointer));
        assertEquals("cell-date-expected", cell(heading, Workbook.number(44562), pointer));
    }

    @Test
    void formulasErrorsAndTruthValuesAreRefusedOfTheirCell() throws IOException {
        assertEquals("cell-formula", won(Workbook.formula("1+1", 2)));
        assertEquals("cell-broken", won("<c %s t=\"e\"><v>#REF!</v></c>"));
        assertEquals("cell-broken", won("<c %s t=\"b\"><v>1</v></c>"));
    }

    @Test
    void emptyRowsAreSkippedAndACellBesideTheHeadingsIsTold() throws IOException {
        Workbook workbook = new Workbook()
                .row(required())
                .row(List.of(Workbook.text("  ")))
                .row(List.of())
                .row(List.of(Workbook.text("12345678916"), "", "", "", "", Workbook.text("left over")));
        List<BatchRows.Row> rows = rows(workbook);
        assertEquals(1, rows.size());
        assertEquals(4, rows.getFirst().number());
        assertEquals("cell-without-heading", rows.getFirst().errors().getFirst().code());
    }

    @Test
    void headingsThatAreMissingUnknownOrThereTwiceRefuseTheWorkbook() {
        Workbook workbook = new Workbook().row(headings("사업장관리번호", "사업장 관리번호", "합계", "보험연도", "산재 납부방법"));
        XlsxRows.Unreadable refused = assertThrows(XlsxRows.Unreadable.class, () -> rows(workbook));
        assertEquals("workbook-headings", refused.code());
        assertEquals(
                List.of("B1 heading-twice", "C1 heading-unknown", " heading-missing"),
                refused.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList());
    }

    @Test
    void whatUnfoldsToTooMuchIsRefusedBeforeItIsOpened() {
        byte[] zeros = new byte[20 << 20];
        java.util.Arrays.fill(zeros, (byte) ' ');
        assertEquals("workbook-too-large", refusal(sample().part("xl/sharedStrings.xml", zeros)));
        assertEquals("workbook-too-large", refusal(sample().part("xl/worksheets/sheet1.xml", zeros)), "one long text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"ZZZZZZ1\"><v>1</v></c>",
                "<c r = 'ZZZZZZ1'><v>1</v></c>",
                "<c s=\"1\" r=\"AAAA1\"/>",
                "<c r=\"Z&#90;ZZZ1\"/>"
            })
    void aCellFarToTheRightIsRefused(String cell) {
        assertEquals(
                "workbook-too-large",
                refusal(sample().part(
                                "xl/worksheets/sheet1.xml",
                                ("<worksheet><sheetData><row r=\"1\">" + cell + "</row></sheetData></worksheet>")
                                        .getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        for (byte[] bytes : List.of(
                new byte[0],
                "no zip".getBytes(StandardCharsets.UTF_8),
                sample().part("xl/workbook.xml", "<workbook".getBytes(StandardCharsets.UTF_8))
                        .bytes(),
                sample().part("xl/worksheets/sheet1.xml", "<x/>".getBytes(StandardCharsets.UTF_16))
                        .bytes())) {
            XlsxRows.Unreadable refused =
                    assertThrows(XlsxRows.Unreadable.class, () -> XlsxRows.receive(new ByteArrayInputStream(bytes)));
            assertTrue(refused.code().startsWith("workbook-"), refused.code());
        }
    }

    @Test
    void anExternalEntityIsNotFetched() {
        String sheet =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        XlsxRows.Unreadable refused = assertThrows(
                XlsxRows.Unreadable.class,
                () -> rows(sample().part("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_8))));
        assertTrue(
                refused.errors().toString().indexOf("root") < 0,
                refused.errors().toString());
    }

    @Test
    void aWorkbookLargerThanItsBoundIsNotTakenIn() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'P';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };
        assertThrows(BatchRows.TooLarge.class, () -> XlsxRows.receive(endless));
    }

    @Test
    void theTemplateNamesEveryColumnOnce() {
        XlsxColumn.Template template = XlsxColumn.template();
        assertEquals("v1", template.version());
        assertEquals(
                template.columns().size(),
                template.columns().stream()
                        .map(XlsxColumn.Column::pointer)
                        .distinct()
                        .count());
        template.columns()
                .forEach(column -> assertTrue(XlsxColumn.of(column.heading()).isPresent()));
    }

    static List<String> headings(String... headings) {
        return java.util.Arrays.stream(headings).map(Workbook::text).toList();
    }

    private static List<String> required() {
        return headings("사업장관리번호", "보험연도", "산재 납부방법", "고용 납부방법");
    }

    private static Workbook sample() {
        return new Workbook().row(required());
    }

    private static String refusal(Workbook workbook) {
        return assertThrows(XlsxRows.Unreadable.class, () -> rows(workbook)).code();
    }

    private static String won(String cell) throws IOException {
        return cell("확정 산재 일반 보수총액", cell, "/confirmed/industrialAccident/general");
    }

    /** The value at the pointer, or the code of the cell's error. */
    private static String cell(String heading, String cell, String pointer) throws IOException {
        List<String> headings = new ArrayList<>(required());
        int at = headings.indexOf(Workbook.text(heading));
        List<String> cells = new ArrayList<>(List.of("", "", "", ""));
        if (at < 0) {
            headings.add(Workbook.text(heading));
            cells.add(cell);
        } else {
            cells.set(at, cell);
        }
        BatchRows.Row row = rows(new Workbook().row(headings).row(cells)).getFirst();
        Map<String, String> errors = new java.util.HashMap<>();
        row.errors().forEach(error -> errors.put(error.pointer(), error.code()));
        return errors.getOrDefault(
                pointer, TestReturns.tree(row.json()).at(pointer).asText());
    }

    private static List<BatchRows.Row> rows(Workbook workbook) throws IOException {
        List<BatchRows.Row> all = new ArrayList<>();
        try (XlsxRows rows = XlsxRows.receive(new ByteArrayInputStream(workbook.bytes()))) {
            for (Optional<BatchRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        }
        return all;
    }
}
