package kr.gosan.payment.notice;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** When employers are told ahead of due dates. */
@ConfigMapping(prefix = "gosan.notices")
interface NoticeConfig {

    /** So many business days before a due date, once each; 0 is the due date itself. */
    List<Integer> businessDaysAhead();

    /** How often open slips are looked at. */
    String every();
}
