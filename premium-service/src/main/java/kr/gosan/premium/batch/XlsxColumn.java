package kr.gosan.premium.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The columns of a spreadsheet of returns, version 1: heading, what it stands for, and how its cells are read. */
enum XlsxColumn {
    MANAGEMENT_NO("사업장관리번호", "/managementNo", Kind.NUMBER_TEXT, true),
    CLIENT_REFERENCE("신고참조번호", "/clientReference", Kind.TEXT, false),
    INSURANCE_YEAR("보험연도", "/insuranceYear", Kind.YEAR, true),
    CONFIRMED_GENERAL("확정 산재 일반 보수총액", "/confirmed/industrialAccident/general", Kind.WON, false),
    CONFIRMED_EQUIPMENT("확정 산재 건설기계 보수총액", "/confirmed/industrialAccident/equipment", Kind.WON, false),
    CONFIRMED_UNEMPLOYMENT("확정 실업급여 보수총액", "/confirmed/employment/unemployment", Kind.WON, false),
    CONFIRMED_STABILITY("확정 고용안정 보수총액", "/confirmed/employment/stability", Kind.WON, false),
    REPORTED_ACCIDENT("신고한 산재 개산보험료", "/previousEstimate/industrialAccident/reported", Kind.WON, false),
    PAID_ACCIDENT("납부한 산재 개산보험료", "/previousEstimate/industrialAccident/paid", Kind.WON, false),
    REPORTED_UNEMPLOYMENT("신고한 실업급여 개산보험료", "/previousEstimate/unemployment/reported", Kind.WON, false),
    PAID_UNEMPLOYMENT("납부한 실업급여 개산보험료", "/previousEstimate/unemployment/paid", Kind.WON, false),
    REPORTED_STABILITY("신고한 고용안정 개산보험료", "/previousEstimate/stability/reported", Kind.WON, false),
    PAID_STABILITY("납부한 고용안정 개산보험료", "/previousEstimate/stability/paid", Kind.WON, false),
    ESTIMATED_GENERAL("개산 산재 일반 보수총액", "/estimated/industrialAccident/general", Kind.WON, false),
    ESTIMATED_EQUIPMENT("개산 산재 건설기계 보수총액", "/estimated/industrialAccident/equipment", Kind.WON, false),
    ESTIMATED_UNEMPLOYMENT("개산 실업급여 보수총액", "/estimated/employment/unemployment", Kind.WON, false),
    ESTIMATED_STABILITY("개산 고용안정 보수총액", "/estimated/employment/stability", Kind.WON, false),
    FIRST_FROM("개산 실업급여 1기 시작일", "/estimated/employment/unemploymentPeriods/0/from", Kind.DATE, false),
    FIRST_TO("개산 실업급여 1기 종료일", "/estimated/employment/unemploymentPeriods/0/to", Kind.DATE, false),
    FIRST_BASE("개산 실업급여 1기 보수총액", "/estimated/employment/unemploymentPeriods/0/remuneration", Kind.WON, false),
    SECOND_FROM("개산 실업급여 2기 시작일", "/estimated/employment/unemploymentPeriods/1/from", Kind.DATE, false),
    SECOND_TO("개산 실업급여 2기 종료일", "/estimated/employment/unemploymentPeriods/1/to", Kind.DATE, false),
    SECOND_BASE("개산 실업급여 2기 보수총액", "/estimated/employment/unemploymentPeriods/1/remuneration", Kind.WON, false),
    REDUCTION_REASON("보수총액 감소 사유", "/estimated/reductionReason/code", Kind.REASON, false),
    REDUCTION_TEXT("감소 사유 내용", "/estimated/reductionReason/text", Kind.TEXT, false),
    PAYMENT_ACCIDENT("산재 납부방법", "/payment/industrialAccident", Kind.METHOD, true),
    PAYMENT_EMPLOYMENT("고용 납부방법", "/payment/employment", Kind.METHOD, true),
    REFUND_BANK("환급 은행", "/refundAccount/bank", Kind.TEXT, false),
    REFUND_ACCOUNT_NO("환급 계좌번호", "/refundAccount/accountNo", Kind.TEXT, false),
    REFUND_HOLDER_KIND("예금주 구분", "/refundAccount/holderKind", Kind.HOLDER, false),
    REFUND_HOLDER_NAME("예금주", "/refundAccount/holderName", Kind.TEXT, false);

    /** How the cells of a column are read. {@code words} are what may stand there, and what each means. */
    enum Kind {
        /** Text. A number is refused: leading zeros of an account would be lost. */
        TEXT("text", Map.of()),
        /** Text or a number, hyphens optional. */
        NUMBER_TEXT("text", Map.of()),
        YEAR("year", Map.of()),
        /** Whole won: a number, or text with or without commas between the thousands. */
        WON("won", Map.of()),
        /** A cell formatted as a date, or text YYYY-MM-DD. */
        DATE("date", Map.of()),
        METHOD("choice", Map.of("일시납", "LUMP_SUM", "분할납부", "INSTALLMENT")),
        REASON("choice", Map.of("근로자 감소", "WORKERS_REDUCED", "휴업", "BUSINESS_SUSPENDED", "기타", "OTHER")),
        HOLDER("choice", Map.of("법인", "CORPORATION", "개인", "SOLE_PROPRIETOR"));

        private final String label;
        private final Map<String, String> words;

        Kind(String label, Map<String, String> words) {
            this.label = label;
            this.words = words;
        }

        Map<String, String> words() {
            return words;
        }
    }

    private final String heading;
    private final String pointer;
    private final Kind kind;
    private final boolean required;

    XlsxColumn(String heading, String pointer, Kind kind, boolean required) {
        this.heading = heading;
        this.pointer = pointer;
        this.kind = kind;
        this.required = required;
    }

    /** Spaces do not count, nor does how a Korean syllable is put together. */
    static Optional<XlsxColumn> of(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(column -> plain(column.heading).equals(plain))
                .findFirst();
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    String heading() {
        return heading;
    }

    String pointer() {
        return pointer;
    }

    Kind kind() {
        return kind;
    }

    /** Whether a file without this column is refused; what a return needs beyond that is told of each row. */
    boolean required() {
        return required;
    }

    /** The columns of a file of this version. */
    @Schema(name = "ReturnBatchColumns")
    record Template(String version, List<Column> columns) {}

    /**
     * @param pointer the field of a return that the cell fills
     * @param type {@code text}, {@code year}, {@code won}, {@code date}, {@code choice}
     * @param choices what may stand in the cell
     */
    @Schema(name = "ReturnBatchColumn")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Column(String heading, String pointer, String type, boolean required, List<String> choices) {}

    static Template template() {
        return new Template(
                "v1",
                Arrays.stream(values())
                        .map(column -> new Column(
                                column.heading,
                                column.pointer,
                                column.kind.label,
                                column.required,
                                column.kind.words.keySet().stream().sorted().toList()))
                        .toList());
    }
}
