package kr.gosan.premium.headcount;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.premium.law.Workplace;

/**
 * From the counts of regular workers to the size that counts in each insurance year. Who grew keeps for some years what it
 * had: priority support (고용보험법 시행령 §12②), and the lower rate of the employment-stability fund (보험료징수법 시행령
 * §12). The years of the rate run from the count that showed the growth; that the kept priority support ends is no growth.
 */
public final class SizeByYear {

    private SizeByYear() {}

    /**
     * One count.
     *
     * @param regularWorkers the mean of the year counted
     * @param rateKeptYears insurance years in which growth leaves the rate as it was; 0 without such a rule
     * @param supportKeptYears insurance years in which growth leaves priority support as it was
     */
    public record Counted(EmployeeScale scale, BigDecimal regularWorkers, int rateKeptYears, int supportKeptYears) {}

    /** @param counts by the insurance year they are for, the year after the one counted */
    public static Map<Integer, Workplace.Size> of(EmployeeScale established, NavigableMap<Integer, Counted> counts) {
        Map<Integer, Workplace.Size> sizes = new TreeMap<>();
        if (counts.isEmpty()) {
            return sizes;
        }
        int last = counts.values().stream()
                .mapToInt(each -> counts.lastKey() + Math.max(each.rateKeptYears, each.supportKeptYears))
                .max()
                .orElseThrow();
        EmployeeScale rated = established;
        EmployeeScale before = established;
        int rateKeptUntil = 0;
        int supportKeptUntil = 0;
        for (int year = counts.firstKey(); year <= last; year++) {
            Counted count = counts.floorEntry(year).getValue();
            if (isSupported(before) && !isSupported(count.scale)) {
                supportKeptUntil = year + count.supportKeptYears;
            }
            if (count.scale.compareTo(before) > 0 && year >= rateKeptUntil) {
                rateKeptUntil = year + count.rateKeptYears;
            }
            EmployeeScale scale = !isSupported(count.scale) && year < supportKeptUntil
                    ? EmployeeScale.PRIORITY_150_OR_MORE
                    : count.scale;
            if (scale.compareTo(rated) <= 0) {
                rated = scale;
                rateKeptUntil = 0;
            } else if (year >= rateKeptUntil) {
                rated = scale;
            }
            before = count.scale;
            sizes.put(year, new Workplace.Size(rated, count.regularWorkers));
        }
        return sizes;
    }

    private static boolean isSupported(EmployeeScale scale) {
        return scale == EmployeeScale.UNDER_150 || scale == EmployeeScale.PRIORITY_150_OR_MORE;
    }
}
