package kr.gosan.kernel.law;

import java.time.LocalDate;

/** The answer to "what does the law say on that day": a value, or a refusal that names parameter and date. */
public sealed interface LookUp {

    record Found(AppliedParameter parameter) implements LookUp {}

    record Refused(String parameterId, LocalDate date, Reason reason) implements LookUp {}

    /** Why there is no value. */
    enum Reason {
        BEFORE_FIRST_VALUE,
        AFTER_VERIFIED_THROUGH,
        FIGURE_UNKNOWN,
        NO_SUCH_PARAMETER
    }
}
