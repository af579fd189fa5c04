package kr.gosan.premium.batch;

import java.util.Arrays;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * Which row of a posting first named a workplace and year. Room for {@link BatchRows#MOST} rows is taken at once, some
 * 3 MB, so that memory does not grow with the rows.
 */
final class SeenYears {

    private static final int PLACES = 1 << 18;
    private static final long YEARS = 10_000;

    private final long[] keys = new long[PLACES];
    private final int[] rows = new int[PLACES];

    SeenYears() {
        Arrays.fill(keys, -1);
    }

    /**
     * Notes the row.
     *
     * @param year 0 to 9999
     * @return the row that named them first: this one, when it is the first
     */
    int first(WorkplaceNumber workplace, int year, int row) {
        long key = Long.parseLong(workplace.digits()) * YEARS + year;
        int place = Long.hashCode(key * 0x9E3779B97F4A7C15L) & (PLACES - 1);
        while (keys[place] != key) {
            if (keys[place] == -1) {
                keys[place] = key;
                rows[place] = row;
                return row;
            }
            place = (place + 1) & (PLACES - 1);
        }
        return rows[place];
    }
}
