package kr.gosan.premium.law;

import kr.gosan.kernel.money.Fund;

/** The rows of the premium return: each has its own base, its own rate and its own truncation (form 23, sections 다 and 라). */
public enum ReturnRow {
    /** 산재보험 일반. */
    GENERAL(Fund.INDUSTRIAL_ACCIDENT, "general"),
    /** 산재보험 특수형태근로종사자 (노무제공자 from July 2023): construction-equipment operators, on standard remuneration. */
    EQUIPMENT(Fund.INDUSTRIAL_ACCIDENT, "equipment"),
    /** 해외파견자: workers sent to works abroad and insured on application (산업재해보상보험법 §122). */
    OVERSEAS(Fund.INDUSTRIAL_ACCIDENT, "overseas"),
    /** 실업급여. */
    UNEMPLOYMENT(Fund.UNEMPLOYMENT, "unemployment"),
    /** 고용안정·직업능력개발. */
    STABILITY(Fund.STABILITY, "stability");

    private final Fund fund;
    private final String label;

    ReturnRow(Fund fund, String label) {
        this.fund = fund;
        this.label = label;
    }

    /** The fund the row's premium belongs to. */
    public Fund fund() {
        return fund;
    }

    /** The row's name in a trace and in requests, such as {@code general}. */
    public String label() {
        return label;
    }
}
