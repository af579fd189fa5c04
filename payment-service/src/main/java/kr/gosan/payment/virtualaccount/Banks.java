package kr.gosan.payment.virtualaccount;

import java.util.List;
import kr.gosan.payment.institution.Institution;

/** The banks that take payments to virtual accounts (COMWEL, 2022년도 보험료 신고 및 납부안내, p.23). */
final class Banks {

    static final List<Institution> ALL = List.of(Institution.BANK_WOORI, Institution.BANK_HANA);

    private Banks() {}
}
