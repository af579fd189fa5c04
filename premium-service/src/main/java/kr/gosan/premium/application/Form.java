package kr.gosan.premium.application;

import java.util.Arrays;
import java.util.Optional;

/** What can be applied for, by the form numbers of the total service (토탈서비스); entries without a number by a name. */
public enum Form {
    /** 임금채권부담금 경감신청. */
    WAGE_CLAIM_REDUCTION("10703", true),
    /** 개별실적요율 조사서. */
    EXPERIENCE_SURVEY("10704", true),
    /** 상시근로자 현황표. */
    REGULAR_WORKERS("10705", true),
    /** 특례보험료 재산정 신청. */
    SPECIAL_PREMIUM("10706", true),
    /** 모바일 고지 신청. */
    MOBILE_NOTICE("10708", true),
    /** 과납금 환급 계좌 신청. */
    REFUND_ACCOUNT("10709", false),
    /** (부과) 고용보험료 지원 신청. */
    LEVIED_SUPPORT("10710", true),
    /** (자진) 건설업 등 고용보험료 지원 신청. */
    SUPPORT("10712", true),
    /** 자동이체신청 (계좌). */
    DEBIT_ACCOUNT("DEBIT_ACCOUNT", true),
    /** 자동이체신청 (카드). */
    DEBIT_CARD("DEBIT_CARD", true),
    /** 보험료 납부기한 연장신청. */
    DEADLINE_EXTENSION("DEADLINE_EXTENSION", false);

    private final String code;
    private final boolean ofAYear;

    Form(String code, boolean ofAYear) {
        this.code = code;
        this.ofAYear = ofAYear;
    }

    /** How requests and answers name it, such as {@code 10704}. */
    public String code() {
        return code;
    }

    /** Whether the applicant names the insurance year it is about. */
    public boolean isOfAYear() {
        return ofAYear;
    }

    static Optional<Form> of(String code) {
        return Arrays.stream(values()).filter(form -> form.code.equals(code)).findFirst();
    }

    static String codes() {
        return String.join(", ", Arrays.stream(values()).map(Form::code).toList());
    }
}
