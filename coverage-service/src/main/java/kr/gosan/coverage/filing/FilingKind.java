package kr.gosan.coverage.filing;

/** The reports that this service takes. */
public enum FilingKind {
    WORKPLACE_ESTABLISHMENT("workplace-establishment"),
    WORKPLACE_EXTINCTION("workplace-extinction"),
    MANDATE_GIVEN("mandate"),
    MANDATE_ENDED("mandate-end"),
    INSURED_STATUS_ACQUISITION("insured-status-acquisition"),
    INSURED_STATUS_LOSS("insured-status-loss");

    private final String code;

    FilingKind(String code) {
        this.code = code;
    }

    /** Stable name in receipts and audit. */
    public String code() {
        return code;
    }
}
