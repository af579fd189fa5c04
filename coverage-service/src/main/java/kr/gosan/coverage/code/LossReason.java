package kr.gosan.coverage.code;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * 상실사유 구분코드: why insured status ended, and with that on which day (고용보험법 §14). The list is data.
 *
 * @param code two digits, the first is the group
 */
public record LossReason(String code, Ends ends, String korean, String english) {

    /** Which day ends insured status. */
    public enum Ends {
        /** 이직: the day after the last day of employment. */
        AFTER_SEPARATION,
        /** The worker goes on working but is not covered here from that day on. */
        WITH_EXCLUSION
    }

    private static final Map<String, LossReason> ALL = read();

    public static Optional<LossReason> of(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** All codes, in order, separated by commas. */
    public static String codes() {
        return String.join(", ", ALL.keySet());
    }

    private static Map<String, LossReason> read() {
        Map<String, LossReason> reasons = new TreeMap<>();
        for (String[] row : CodeFile.rows("loss-reasons.csv", 4)) {
            Ends ends = switch (row[1]) {
                case "separation" -> Ends.AFTER_SEPARATION;
                case "exclusion" -> Ends.WITH_EXCLUSION;
                default -> throw new IllegalStateException("loss-reasons.csv: not a loss date: " + row[1]);
            };
            reasons.put(row[0], new LossReason(row[0], ends, row[2], row[3]));
        }
        return reasons;
    }
}
