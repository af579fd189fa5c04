package kr.gosan.premium.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The columns of a spreadsheet of returns, version 1: heading, what it stands for, and how its cells are read. Every field
 * of form 23 has one but the monthly table stated month by month, which would be 72 more; of carried works there is the
 * first, and of rate periods the two that a year can have.
 */
enum XlsxColumn {
    MANAGEMENT_NO("사업장관리번호", "/managementNo", Kind.NUMBER_TEXT, true),
    CLIENT_REFERENCE("신고참조번호", "/clientReference", Kind.TEXT, false),
    INSURANCE_YEAR("보험연도", "/insuranceYear", Kind.YEAR, true),
    NAME("사업장명", "/particulars/name", Kind.TEXT, false),
    REPRESENTATIVE("대표자", "/particulars/representative", Kind.TEXT, false),
    ADDRESS("소재지", "/particulars/address", Kind.TEXT, false),
    DISTRICT("시군구", "/particulars/district", Kind.TEXT, false),
    PHONE("전화번호", "/particulars/phone", Kind.TEXT, false),
    MOBILE("휴대전화", "/particulars/mobile", Kind.TEXT, false),
    FAX("팩스", "/particulars/fax", Kind.TEXT, false),
    EMAIL("전자우편", "/particulars/email", Kind.TEXT, false),
    WORK_NAME("공사명", "/particulars/workName", Kind.TEXT, false),
    MONTHS_AUTOMATIC("월별 보수 자동산정", "/monthlyBases/automatic", Kind.YES, false),
    CONFIRMED_GENERAL("확정 산재 일반 보수총액", "/confirmed/industrialAccident/general", Kind.WON, false),
    CONFIRMED_EQUIPMENT("확정 산재 건설기계 보수총액", "/confirmed/industrialAccident/equipment", Kind.WON, false),
    CONFIRMED_OVERSEAS("확정 산재 해외파견 보수총액", "/confirmed/industrialAccident/overseas", Kind.WON, false),
    CONFIRMED_EQUIPMENT_FIRST_FROM(
            "확정 산재 건설기계 1기 시작일", "/confirmed/industrialAccident/equipmentPeriods/0/from", Kind.DATE, false),
    CONFIRMED_EQUIPMENT_FIRST_TO(
            "확정 산재 건설기계 1기 종료일", "/confirmed/industrialAccident/equipmentPeriods/0/to", Kind.DATE, false),
    CONFIRMED_EQUIPMENT_FIRST_BASE(
            "확정 산재 건설기계 1기 보수총액", "/confirmed/industrialAccident/equipmentPeriods/0/remuneration", Kind.WON, false),
    CONFIRMED_EQUIPMENT_SECOND_FROM(
            "확정 산재 건설기계 2기 시작일", "/confirmed/industrialAccident/equipmentPeriods/1/from", Kind.DATE, false),
    CONFIRMED_EQUIPMENT_SECOND_TO(
            "확정 산재 건설기계 2기 종료일", "/confirmed/industrialAccident/equipmentPeriods/1/to", Kind.DATE, false),
    CONFIRMED_EQUIPMENT_SECOND_BASE(
            "확정 산재 건설기계 2기 보수총액", "/confirmed/industrialAccident/equipmentPeriods/1/remuneration", Kind.WON, false),
    CONFIRMED_UNEMPLOYMENT("확정 실업급여 보수총액", "/confirmed/employment/unemployment", Kind.WON, false),
    CONFIRMED_STABILITY("확정 고용안정 보수총액", "/confirmed/employment/stability", Kind.WON, false),
    CONFIRMED_AT_65("확정 고용 65세 이후 고용 보수총액", "/confirmed/employment/hiredAt65OrLater", Kind.WON, false),
    CONFIRMED_FIRST_FROM("확정 실업급여 1기 시작일", "/confirmed/employment/unemploymentPeriods/0/from", Kind.DATE, false),
    CONFIRMED_FIRST_TO("확정 실업급여 1기 종료일", "/confirmed/employment/unemploymentPeriods/0/to", Kind.DATE, false),
    CONFIRMED_FIRST_BASE(
            "확정 실업급여 1기 보수총액", "/confirmed/employment/unemploymentPeriods/0/remuneration", Kind.WON, false),
    CONFIRMED_SECOND_FROM("확정 실업급여 2기 시작일", "/confirmed/employment/unemploymentPeriods/1/from", Kind.DATE, false),
    CONFIRMED_SECOND_TO("확정 실업급여 2기 종료일", "/confirmed/employment/unemploymentPeriods/1/to", Kind.DATE, false),
    CONFIRMED_SECOND_BASE(
            "확정 실업급여 2기 보수총액", "/confirmed/employment/unemploymentPeriods/1/remuneration", Kind.WON, false),
    REPORTED_ACCIDENT("신고한 산재 개산보험료", "/previousEstimate/industrialAccident/reported", Kind.WON, false),
    PAID_ACCIDENT("납부한 산재 개산보험료", "/previousEstimate/industrialAccident/paid", Kind.WON, false),
    REPORTED_UNEMPLOYMENT("신고한 실업급여 개산보험료", "/previousEstimate/unemployment/reported", Kind.WON, false),
    PAID_UNEMPLOYMENT("납부한 실업급여 개산보험료", "/previousEstimate/unemployment/paid", Kind.WON, false),
    REPORTED_STABILITY("신고한 고용안정 개산보험료", "/previousEstimate/stability/reported", Kind.WON, false),
    PAID_STABILITY("납부한 고용안정 개산보험료", "/previousEstimate/stability/paid", Kind.WON, false),
    ESTIMATED_GENERAL("개산 산재 일반 보수총액", "/estimated/industrialAccident/general", Kind.WON, false),
    ESTIMATED_EQUIPMENT("개산 산재 건설기계 보수총액", "/estimated/industrialAccident/equipment", Kind.WON, false),
    ESTIMATED_OVERSEAS("개산 산재 해외파견 보수총액", "/estimated/industrialAccident/overseas", Kind.WON, false),
    ESTIMATED_EQUIPMENT_FIRST_FROM(
            "개산 산재 건설기계 1기 시작일", "/estimated/industrialAccident/equipmentPeriods/0/from", Kind.DATE, false),
    ESTIMATED_EQUIPMENT_FIRST_TO(
            "개산 산재 건설기계 1기 종료일", "/estimated/industrialAccident/equipmentPeriods/0/to", Kind.DATE, false),
    ESTIMATED_EQUIPMENT_FIRST_BASE(
            "개산 산재 건설기계 1기 보수총액", "/estimated/industrialAccident/equipmentPeriods/0/remuneration", Kind.WON, false),
    ESTIMATED_EQUIPMENT_SECOND_FROM(
            "개산 산재 건설기계 2기 시작일", "/estimated/industrialAccident/equipmentPeriods/1/from", Kind.DATE, false),
    ESTIMATED_EQUIPMENT_SECOND_TO(
            "개산 산재 건설기계 2기 종료일", "/estimated/industrialAccident/equipmentPeriods/1/to", Kind.DATE, false),
    ESTIMATED_EQUIPMENT_SECOND_BASE(
            "개산 산재 건설기계 2기 보수총액", "/estimated/industrialAccident/equipmentPeriods/1/remuneration", Kind.WON, false),
    ESTIMATED_UNEMPLOYMENT("개산 실업급여 보수총액", "/estimated/employment/unemployment", Kind.WON, false),
    ESTIMATED_STABILITY("개산 고용안정 보수총액", "/estimated/employment/stability", Kind.WON, false),
    ESTIMATED_AT_65("개산 고용 65세 이후 고용 보수총액", "/estimated/employment/hiredAt65OrLater", Kind.WON, false),
    ESTIMATED_FIRST_FROM("개산 실업급여 1기 시작일", "/estimated/employment/unemploymentPeriods/0/from", Kind.DATE, false),
    ESTIMATED_FIRST_TO("개산 실업급여 1기 종료일", "/estimated/employment/unemploymentPeriods/0/to", Kind.DATE, false),
    ESTIMATED_FIRST_BASE(
            "개산 실업급여 1기 보수총액", "/estimated/employment/unemploymentPeriods/0/remuneration", Kind.WON, false),
    ESTIMATED_SECOND_FROM("개산 실업급여 2기 시작일", "/estimated/employment/unemploymentPeriods/1/from", Kind.DATE, false),
    ESTIMATED_SECOND_TO("개산 실업급여 2기 종료일", "/estimated/employment/unemploymentPeriods/1/to", Kind.DATE, false),
    ESTIMATED_SECOND_BASE(
            "개산 실업급여 2기 보수총액", "/estimated/employment/unemploymentPeriods/1/remuneration", Kind.WON, false),
    REDUCTION_REASON("보수총액 감소 사유", "/estimated/reductionReason/code", Kind.REASON, false),
    REDUCTION_TEXT("감소 사유 내용", "/estimated/reductionReason/text", Kind.TEXT, false),
    WORK_CARRIED("이월공사 공사명", "/works/0/name", Kind.TEXT, false),
    WORK_FROM("이월공사 시작일", "/works/0/from", Kind.DATE, false),
    WORK_TO("이월공사 종료일", "/works/0/to", Kind.DATE, false),
    WORK_CONTRACT("이월공사 총공사금액", "/works/0/contractAmount", Kind.WON, false),
    WORK_THIS_YEAR("이월공사 당년도 시공예정액", "/works/0/thisYear", Kind.WON, false),
    WORK_NEXT_YEAR("이월공사 익년도 이월예정액", "/works/0/nextYear", Kind.WON, false),
    PAYMENT_ACCIDENT("산재 납부방법", "/payment/industrialAccident", Kind.METHOD, true),
    PAYMENT_EMPLOYMENT("고용 납부방법", "/payment/employment", Kind.METHOD, true),
    OFFSET_ACCIDENT("충당 요청 산재보험료", "/offsetRequest/industrialAccident", Kind.WON, false),
    OFFSET_UNEMPLOYMENT("충당 요청 실업급여 보험료", "/offsetRequest/unemployment", Kind.WON, false),
    OFFSET_STABILITY("충당 요청 고용안정 보험료", "/offsetRequest/stability", Kind.WON, false),
    REFUND_BANK("환급 은행", "/refundAccount/bank", Kind.TEXT, false),
    REFUND_ACCOUNT_NO("환급 계좌번호", "/refundAccount/accountNo", Kind.TEXT, false),
    REFUND_HOLDER_KIND("예금주 구분", "/refundAccount/holderKind", Kind.HOLDER, false),
    REFUND_HOLDER_NAME("예금주", "/refundAccount/holderName", Kind.TEXT, false);

    /** How the cells of a column are read. {@code words} are what may stand there, and what each means. */
    enum Kind {
        /** Text. A number is refused: leading zeros of an account would be lost. */
        TEXT("text", Map.of()),
        /** Text, hyphens optional, or a number, whose lost leading zeros are put back: it has eleven digits. */
        NUMBER_TEXT("text", Map.of()),
        YEAR("year", Map.of()),
        /** Whole won: a number, or text with or without commas between the thousands. */
        WON("won", Map.of()),
        /** A cell formatted as a date, or text YYYY-MM-DD. */
        DATE("date", Map.of()),
        /** 예, or 아니오, which says the same as an empty cell. */
        YES("choice", Map.of("예", "true", "아니오", "false")),
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
