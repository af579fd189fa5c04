package kr.gosan.premium.law;

import java.util.EnumSet;
import java.util.Set;

/** The rows of a return that have a base, confirmed and estimated: for the others no rate has to be known. */
public record RowsNeeded(Set<ReturnRow> confirmed, Set<ReturnRow> estimated) {

    /** All rows but that of workers sent abroad, which few returns have. */
    public static final RowsNeeded USUAL = new RowsNeeded(
            EnumSet.complementOf(EnumSet.of(ReturnRow.OVERSEAS)), EnumSet.complementOf(EnumSet.of(ReturnRow.OVERSEAS)));

    public RowsNeeded {
        confirmed = Set.copyOf(confirmed);
        estimated = Set.copyOf(estimated);
    }
}
