package kr.gosan.premium.law;

/** The legal figures of a return that are not premium rates, by the id of their parameter. */
public enum ReturnTerm {
    /** Share of the confirmed remuneration from which it is carried over to the estimate, inclusive. */
    CARRY_OVER_LOWER_BOUND("estimate.carry-over.lower-bound"),
    /** Share of the confirmed remuneration up to which it is carried over, inclusive. */
    CARRY_OVER_UPPER_BOUND("estimate.carry-over.upper-bound"),
    LUMP_SUM_DISCOUNT("estimate.lump-sum-discount"),
    E_FILING_REDUCTION("estimate.e-filing-reduction"),
    /** Smallest estimate of an insurance that earns the e-filing reduction, inclusive. */
    E_FILING_MINIMUM("estimate.e-filing-minimum"),
    FILING_DUE_DAY("filing.due-day"),
    DAYS_AFTER_ESTABLISHMENT("filing.days-after-establishment"),
    /** Counted from the day of extinction, which is not counted itself. */
    DAYS_AFTER_EXTINCTION("filing.days-after-extinction"),
    INSTALMENT_DUE_DAY_QUARTER_2("instalment.due-day.quarter-2"),
    INSTALMENT_DUE_DAY_QUARTER_3("instalment.due-day.quarter-3"),
    INSTALMENT_DUE_DAY_QUARTER_4("instalment.due-day.quarter-4"),
    /** Established later in the year: neither instalments nor lump-sum discount. */
    INSTALMENT_LAST_ESTABLISHMENT_DAY("instalment.last-establishment-day"),
    /** Works of fewer months: neither instalments nor lump-sum discount. */
    INSTALMENT_SHORTEST_WORKS("instalment.shortest-works");

    private final String parameterId;

    ReturnTerm(String parameterId) {
        this.parameterId = parameterId;
    }

    public String parameterId() {
        return parameterId;
    }
}
