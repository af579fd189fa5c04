package kr.gosan.premium.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a workplace has to do, or may do, by a day.
 *
 * @param insuranceYear the year whose premium the act is about: of a return the confirmed one, of an instalment the
 *     estimated one
 * @param period the instalment it is about; empty where it is about none
 * @param day empty where the law data does not tell it
 */
public record Deadline(Act act, int insuranceYear, Optional<Integer> period, Optional<DueDay> day, String legalBasis) {

    /** What is to be done. */
    public enum Act {
        /** Premium return, with what is payable at once. */
        RETURN,
        /** The return after the relation ended. */
        EXTINCTION_RETURN,
        /** Payment of an instalment after the first. */
        INSTALMENT,
        /** 수정신고: until the notice of a settlement audit, at most until the premium lapses. */
        AMENDED_RETURN,
        /** 경정청구. */
        CORRECTION_CLAIM,
        /** 두루누리, form 10712. */
        SUPPORT_APPLICATION,
        /** Automatic debit from an instalment on: a lead time of the office. */
        AUTO_DEBIT
    }

    /** 0 on the last day, negative afterwards; empty where no day is fixed. */
    public Optional<Long> daysLeft(LocalDate on) {
        return day.map(last -> ChronoUnit.DAYS.between(on, last.due()));
    }
}
