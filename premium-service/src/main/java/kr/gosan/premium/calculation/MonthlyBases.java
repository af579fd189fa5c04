package kr.gosan.premium.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * The monthly table behind the confirmed premium (확정보험료 산정 기초 보수총액, section 나 of the return): heads and
 * remuneration of each month in which the insurance relation existed.
 *
 * <p>A yearly amount that is not known by month is divided evenly (월할): whole won to each month, the remainder in the
 * first. Heads that are not known are the month's remuneration ÷ the year's mean monthly wage in construction, rounded
 * half up to whole persons. Means are over the months of the table: heads rounded half up to whole persons, of the
 * remuneration the fraction of a won is dropped.
 *
 * @param months every month from the first to the last of the relation, in order
 * @param headsEstimated whether the heads come from the mean wage
 */
public record MonthlyBases(List<Month> months, boolean headsEstimated) {

    /** @param month 1–12; every fund has a cell */
    public record Month(int month, Map<Fund, Cell> cells) {

        public Month {
            cells = Collections.unmodifiableMap(new EnumMap<>(cells));
        }

        public Cell of(Fund fund) {
            return cells.get(fund);
        }

        private static Month empty(int month) {
            Map<Fund, Cell> cells = new EnumMap<>(Fund.class);
            for (Fund fund : Fund.values()) {
                cells.put(fund, Cell.NONE);
            }
            return new Month(month, cells);
        }

        private boolean isEmpty() {
            return cells.values().stream().allMatch(Cell.NONE::equals);
        }
    }

    /** @param heads persons, zero or more; the remuneration of industrial accidents includes equipment operators */
    public record Cell(long heads, Won remuneration) {

        static final Cell NONE = new Cell(0, Won.ZERO);
    }

    public MonthlyBases {
        months = List.copyOf(months);
    }

    /** The table as stated; months that are not stated are empty. Months outside the relation stay only if not empty. */
    public static MonthlyBases stated(List<Month> stated, int first, int last, boolean headsEstimated) {
        Map<Integer, Month> months = new TreeMap<>();
        for (int month = first; month <= last; month++) {
            months.put(month, Month.empty(month));
        }
        for (Month month : stated) {
            if (months.containsKey(month.month()) || !month.isEmpty()) {
                months.put(month.month(), month);
            }
        }
        return new MonthlyBases(List.copyOf(months.values()), headsEstimated);
    }

    /** 자동산정: the year's bases divided evenly over the months from first to last, the heads estimated. */
    public static MonthlyBases automatic(Map<Fund, Won> bases, int first, int last, Won meanWage) {
        int count = last - first + 1;
        Map<Fund, List<Won>> divided = new EnumMap<>(Fund.class);
        for (Fund fund : Fund.values()) {
            divided.put(fund, evenly(bases.getOrDefault(fund, Won.ZERO), count));
        }
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<Fund, Cell> cells = new EnumMap<>(Fund.class);
            for (Fund fund : Fund.values()) {
                Won remuneration = divided.get(fund).get(i);
                cells.put(fund, new Cell(heads(remuneration, meanWage), remuneration));
            }
            months.add(new Month(first + i, cells));
        }
        return new MonthlyBases(months, true);
    }

    /** A yearly amount by months: whole won, the remainder in the first; {@code months} at least 1. */
    public static List<Won> evenly(Won year, int months) {
        Won each = Won.of(year.amount() / months);
        List<Won> parts = new ArrayList<>(Collections.nCopies(months, each));
        parts.set(0, year.minus(each.times(months - 1L)));
        return List.copyOf(parts);
    }

    /** Persons that a month's remuneration stands for, half up. */
    public static long heads(Won remuneration, Won meanWage) {
        return halfUp(remuneration.amount(), meanWage.amount());
    }

    private static long halfUp(long amount, long by) {
        return BigDecimal.valueOf(amount)
                .divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    public Won remuneration(Fund fund) {
        return Won.sum(
                months.stream().map(month -> month.of(fund).remuneration()).toList());
    }

    public long heads(Fund fund) {
        return months.stream().mapToLong(month -> month.of(fund).heads()).sum();
    }

    /** 월평균 보수: the fraction of a won dropped. */
    public Won meanRemuneration(Fund fund) {
        return Won.of(remuneration(fund).amount() / months.size());
    }

    /** 월평균 인원: half up to whole persons. */
    public long meanHeads(Fund fund) {
        return halfUp(heads(fund), months.size());
    }
}
