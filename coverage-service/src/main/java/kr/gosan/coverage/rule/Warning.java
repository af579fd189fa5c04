package kr.gosan.coverage.rule;

/** What an employer should know about a report that was accepted. */
public enum Warning {
    /** 이중취득: insured at another workplace too, but an employee is insured at one only (고용보험법 §18, 시행령 §11의2). */
    INSURED_ELSEWHERE("insured-elsewhere"),
    /** A foreigner's cover depends on the residence status (고용보험법 §10의2), which the report does not tell. */
    RESIDENCE_STATUS_NOT_CHECKED("residence-status-not-checked"),
    /** Somebody is insured beyond the end of the workplace: the loss has to be reported for itself (고용보험법 §15). */
    PERSONS_STILL_INSURED("persons-still-insured");

    private final String code;

    Warning(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
