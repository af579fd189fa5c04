package kr.gosan.premium.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kr.gosan.platform.json.StrictJson;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.filing.ReturnRequest;
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
        assertEquals("01234567891", cell("사업장관리번호", Workbook.number("1234567891"), "/managementNo"), "zero put back");
        assertEquals("cell-text-expected", cell("사업장관리번호", Workbook.number(-5), "/managementNo"));
        assertEquals("cell-text-expected", cell("전화번호", Workbook.number(21234567), "/particulars/phone"));
        assertEquals("cell-text-expected", cell("환급 계좌번호", Workbook.number(77788999), "/refundAccount/accountNo"));
        assertEquals("code-unknown", cell("산재 납부방법", Workbook.text("LUMP"), "/payment/industrialAccident"));
    }

    /** A return with every field that a spreadsheet carries. */
    private static final String EVERYTHING = """
            {
              "managementNo": "12345678916", "clientReference": "2021-everything", "insuranceYear": 2021,
              "particulars": {"name": "고산건설(주)", "representative": "김고산", "address": "서울특별시 중구 고산로 1",
                "district": "서울특별시 중구", "phone": "02-123-4567", "mobile": "010-1234-5678", "fax": "0502-123-4567",
                "email": "office@gosan.example", "workName": "고산교 신축공사"},
              "monthlyBases": {"automatic": true},
              "confirmed": {
                "industrialAccident": {"general": 101, "equipment": 203, "overseas": 103, "equipmentPeriods": [
                  {"from": "2021-01-01", "to": "2021-06-30", "remuneration": 104},
                  {"from": "2021-07-01", "to": "2021-12-31", "remuneration": 99}]},
                "employment": {"unemployment": 105, "stability": 111, "hiredAt65OrLater": 6, "unemploymentPeriods": [
                  {"from": "2021-01-02", "to": "2021-06-29", "remuneration": 50},
                  {"from": "2021-07-02", "to": "2021-12-30", "remuneration": 55}]}},
              "previousEstimate": {
                "industrialAccident": {"reported": 112, "paid": 113},
                "unemployment": {"reported": 114, "paid": 115},
                "stability": {"reported": 116, "paid": 117}},
              "estimated": {
                "industrialAccident": {"general": 201, "equipment": 202, "overseas": 204, "equipmentPeriods": [
                  {"from": "2022-01-01", "to": "2022-06-30", "remuneration": 100},
                  {"from": "2022-07-01", "to": "2022-12-31", "remuneration": 102}]},
                "employment": {"unemployment": 205, "stability": 212, "hiredAt65OrLater": 7, "unemploymentPeriods": [
                  {"from": "2022-01-02", "to": "2022-06-29", "remuneration": 98},
                  {"from": "2022-07-02", "to": "2022-12-30", "remuneration": 107}]},
                "reductionReason": {"code": "OTHER", "text": "수주 감소"}},
              "works": [{"name": "고산터널", "from": "2021-03-01", "to": "2023-05-31", "contractAmount": 900, "thisYear": 500,
                "nextYear": 300}],
              "payment": {"industrialAccident": "LUMP_SUM", "employment": "INSTALLMENT"},
              "offsetRequest": {"industrialAccident": 1, "unemployment": 2, "stability": 3},
              "refundAccount": {"bank": "근로은행", "accountNo": "077-88-9999", "holderKind": "CORPORATION",
                "holderName": "고산건설"}
            }
            """;

    @Test
    void everyColumnFillsItsFieldAndNothingElse() throws IOException {
        JsonNode everything = TestReturns.tree(EVERYTHING);
        List<String> headings = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (XlsxColumn column : XlsxColumn.values()) {
            JsonNode value = everything.at(column.pointer());
            assertTrue(value.isValueNode(), column.heading() + " has no value in this test");
            headings.add(Workbook.text(column.heading()));
            cells.add(value.isNumber() ? Workbook.number(value.asLong()) : Workbook.text(word(column, value.asText())));
        }
        BatchRows.Row row = rows(new Workbook().row(headings).row(cells)).getFirst();
        assertEquals(List.of(), row.errors());
        assertEquals(everything, TestReturns.tree(row.json()));
        assertEquals(
                2021, StrictJson.read(row.json(), ReturnRequest.class).insuranceYear(), "each is a field of a return");
    }

    private static String word(XlsxColumn column, String value) {
        return column.kind().words().entrySet().stream()
                .filter(each -> each.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(value);
    }

    @Test
    void everyFieldOfAReturnHasAColumnButTheMonthlyTable() {
        Set<String> without = new TreeSet<>();
        fields("", ReturnRequest.class, without);
        for (XlsxColumn column : XlsxColumn.values()) {
            without.remove(column.pointer());
        }
        without.removeIf(pointer -> pointer.startsWith("/monthlyBases/months/0/"));
        assertEquals(Set.of("/monthlyBases/headsEstimated"), without);
    }

    /** The pointers of all values in a record, of a list those of its first. */
    private static void fields(String pointer, Class<?> type, Set<String> into) {
        for (RecordComponent component : type.getRecordComponents()) {
            String at = pointer + "/" + component.getName();
            Class<?> value = component.getType();
            if (value == List.class) {
                at += "/0";
                value = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            }
            if (value.getPackage() == ReturnRequest.class.getPackage()) {
                fields(at, value, into);
            } else {
                into.add(at);
            }
        }
    }

    @Test
    void noToTheMonthlyTableSaysNothing() throws IOException {
        assertEquals("", cell("월별 보수 자동산정", Workbook.text("아니오"), "/monthlyBases"));
        assertEquals("true", cell("월별 보수 자동산정", Workbook.text("예"), "/monthlyBases/automatic"));
        assertEquals("code-unknown", cell("월별 보수 자동산정", Workbook.text("O"), "/monthlyBases/automatic"));
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
