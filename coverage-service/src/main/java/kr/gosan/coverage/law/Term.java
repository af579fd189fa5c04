package kr.gosan.coverage.law;

/** The legal figures of this service by what they are for. Their values, units and sources are in {@code law/<id>.yaml}. */
public enum Term {
    /** Days to report a workplace, counted from the day after its establishment. */
    ESTABLISHMENT_REPORT_DAYS("establishment.report-days"),
    /** Days to report the end of a workplace's insurance relation, counted from the day after it ended. */
    EXTINCTION_REPORT_DAYS("extinction.report-days"),
    /** 1 since the self-employed have a scheme of their own, 0 before. */
    SELF_EMPLOYED_SCHEME("self-employed.own-scheme"),
    /** Last day, in the following month, to report an acquisition or a loss. */
    STATUS_REPORT_DAY("insured-status.report-day"),
    /** Age in years below which nobody is employed. */
    MINIMUM_AGE("insured-status.minimum-age"),
    /** Weekly hours below which a short employment is not insured. */
    SHORT_WEEKLY_HOURS("insured-status.short-weekly-hours"),
    /** Months of employment from which on short hours are insured all the same. */
    SHORT_HOURS_MONTHS("insured-status.short-hours-months"),
    /** Age in years from which on a new hire is outside the unemployment chapters. */
    UNEMPLOYMENT_AGE_LIMIT("unemployment.age-limit"),
    /** Uninsured days that still count as continuous employment. */
    CONTINUITY_GAP("unemployment.continuity-gap");

    private final String id;

    Term(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
