package kr.gosan.premium.remuneration;

import java.util.Optional;
import kr.gosan.kernel.money.Won;

/**
 * Something that is often filed wrongly (COMWEL filing guide 2022, p.18 ①, p.16). Nothing is refused for it: whether it is
 * wrong, the filer knows.
 *
 * @param pointer JSON pointer to the field of the request that shows it
 * @param account the account concerned; empty when it concerns a whole base
 * @param amount what it is about, in won
 */
public record Warning(Case what, String pointer, Optional<Account> account, Won amount) {

    /** The mistakes of the guide's table, and two cautions beside it. */
    public enum Case {
        /** 재료비 등 다른 계정으로 처리한 외주공사비·노무비. */
        OUTSOURCING_IN_ANOTHER_ACCOUNT("p.18 ① 1"),
        /** 생산제품 설치특례 비해당 공사. */
        OWN_PRODUCT_INSTALLATION("p.18 ① 2"),
        /** 직업소개소 알선 현장인력. */
        AGENCY_LABOUR_IN_FEES("p.18 ① 3"),
        /** 본사소속 현장근무자의 산재보험료. */
        SITE_STAFF_IN_HEAD_OFFICE_ACCIDENT("p.18 ① 4"),
        /** 본사소속 현장근무자의 고용보험료. */
        SITE_STAFF_IN_COLLECTIVE_EMPLOYMENT("p.18 ① 5"),
        /** 하수급인 사업주 인정 승인 하도급 공사. */
        APPROVED_SUBCONTRACT_NOT_FILED("p.18 ① 6"),
        /** 하자보수공사 직영노무비. */
        DEFECT_REPAIR_LABOUR("p.18 ① 7"),
        /** 미분양 주택의 원가. */
        UNSOLD_HOUSING("p.18 ① 8"),
        /** 공동도급공사 ①: the leading company's invoice booked as material or fees. */
        JOINT_VENTURE_COST("p.18 ① 9"),
        /** 공동도급공사 ②: seconded staff not by share. */
        JOINT_VENTURE_STAFF("p.18 ① 10"),
        /** Actual remuneration is known of some sites only. */
        ACTUAL_REMUNERATION_OF_SOME("p.18 ③"),
        /** Equipment accounts mix rental with operators who drive their own machines. */
        EQUIPMENT_WITHOUT_OPERATORS("p.16");

        private final String page;

        Case(String page) {
            this.page = page;
        }

        /** Where the guide warns of it. */
        public String page() {
            return page;
        }

        /** {@code remuneration-outsourcing-in-another-account}. */
        public String code() {
            return "remuneration-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
