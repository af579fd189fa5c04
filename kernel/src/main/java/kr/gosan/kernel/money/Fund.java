package kr.gosan.kernel.money;

import java.util.List;
import java.util.stream.Stream;

/** The premium lines that are computed, truncated and kept apart inside an insurance. */
public enum Fund {
    /** 산재보험료 with its levies (wage claims, asbestos), filed as one line. */
    INDUSTRIAL_ACCIDENT(Insurance.IA),
    /** 실업급여. */
    UNEMPLOYMENT(Insurance.EI),
    /** 고용안정·직업능력개발. */
    STABILITY(Insurance.EI);

    private final Insurance insurance;

    Fund(Insurance insurance) {
        this.insurance = insurance;
    }

    public Insurance insurance() {
        return insurance;
    }

    public static List<Fund> of(Insurance insurance) {
        return Stream.of(values()).filter(fund -> fund.insurance == insurance).toList();
    }
}
