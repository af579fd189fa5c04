package kr.gosan.bench;

import java.util.Arrays;

/**
 * The yardstick: the return of a construction collective for 2021 / 2022 as plain {@code long} arithmetic with the rates
 * written into it, which nothing in the product may do. No law look-up, no checks, no trace. For a workplace older than
 * 2022 that files in time by lump sum, or by four instalments.
 */
final class StraightLine {

    /** In the order payable IA, refund IA, payable EI, refund EI, then the payable of each slip, IA first. */
    static long[] of(long[] base, long[] reported, long[] paid, long[] expected, boolean instalments) {
        long[] c = {premium(base[0], 3763) + premium(base[1], 3700), premium(base[2], 1600), premium(base[3], 250)};
        boolean ia = carried(base[0] + base[1], expected[0] + expected[1]);
        long general = ia ? base[0] : expected[0];
        long equipment = ia ? base[1] : expected[1];
        long unemployment = carried(base[2], expected[2]) ? base[2] : expected[2];
        long stability = carried(base[3], expected[3]) ? base[3] : expected[3];
        long secondHalf = unemployment / 2;
        long[] e = {
            premium(general, 3763) + premium(equipment, 3700),
            premium(unemployment - secondHalf, 1600) + premium(secondHalf, 1800),
            premium(stability, 250)
        };
        long[] additional = new long[3];
        long[] excess = new long[3];
        for (int i = 0; i < 3; i++) {
            additional[i] = tens(Math.max(0, c[i] - reported[i]));
            excess[i] = tens(Math.max(0, paid[i] - c[i]));
        }
        long[] accident = slips(new int[] {0}, additional, excess, e, instalments);
        long[] employment = slips(new int[] {1, 2}, additional, excess, e, instalments);
        long[] all = new long[4 + accident.length - 1 + employment.length - 1];
        all[0] = Arrays.stream(accident).skip(1).sum();
        all[1] = accident[0];
        all[2] = Arrays.stream(employment).skip(1).sum();
        all[3] = employment[0];
        System.arraycopy(accident, 1, all, 4, accident.length - 1);
        System.arraycopy(employment, 1, all, 3 + accident.length, employment.length - 1);
        return all;
    }

    private StraightLine() {}

    /** Refund, then what is payable on each slip. */
    private static long[] slips(int[] funds, long[] additional, long[] excess, long[] e, boolean instalments) {
        long[] due = new long[instalments ? 4 : 1];
        long estimate = 0;
        long left = 0;
        for (int f : funds) {
            estimate += e[f];
            left += excess[f];
            due[0] += additional[f];
            if (instalments) {
                long quarter = tens(e[f] / 4);
                due[0] += e[f] - 3 * quarter;
                due[1] += quarter;
                due[2] += quarter;
                due[3] += quarter;
            } else {
                due[0] += e[f] - tens(e[f] * 3 / 100);
            }
        }
        due[0] -= estimate >= 100_000 ? 5_000 : 0;
        long[] result = new long[due.length + 1];
        for (int i = 0; i < due.length; i++) {
            long used = Math.min(left, due[i]);
            left -= used;
            result[i + 1] = due[i] - used;
        }
        result[0] = left;
        return result;
    }

    private static boolean carried(long confirmed, long expected) {
        return expected * 10 >= confirmed * 7 && expected * 10 <= confirmed * 13;
    }

    /** Rates per 100,000; bases of up to 15 digits leave room in 19. */
    private static long premium(long base, long ratePer100k) {
        return tens(base / 100_000 * ratePer100k + base % 100_000 * ratePer100k / 100_000);
    }

    private static long tens(long won) {
        return won - won % 10;
    }
}
