package kr.gosan.premium.settlementaudit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the lines of an import, NDJSON or CSV, as the JSON of one row each. */
final class ExternalFigureRows {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> NUMBERS =
            Set.of("insuranceYear", "directPay", "outsourcing", "worksAmount", "contractAmount");
    private static final List<String> COLUMNS = List.of(
            "managementNo", "insuranceYear", "source", "directPay", "outsourcing", "worksAmount", "contractAmount");
    private static final int LONGEST_NUMBER = 40;

    private ExternalFigureRows() {}

    /** The columns of a CSV heading, in its own order; empty when it names one that is not known, or one twice. */
    static Optional<List<String>> heading(String line) {
        List<String> columns = cells(line);
        return COLUMNS.containsAll(columns) && Set.copyOf(columns).size() == columns.size()
                ? Optional.of(columns)
                : Optional.empty();
    }

    /** A CSV line as JSON: an empty cell is missing, and what is no number stays a text, so that it is refused by name. */
    static Optional<String> json(List<String> heading, String line) {
        List<String> cells = cells(line);
        if (cells.size() != heading.size()) {
            return Optional.empty();
        }
        ObjectNode row = MAPPER.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            boolean number = NUMBERS.contains(heading.get(i))
                    && cell.length() <= LONGEST_NUMBER
                    && cell.chars().allMatch(c -> c >= '0' && c <= '9');
            if (number) {
                row.put(heading.get(i), new java.math.BigInteger(cell));
            } else {
                row.put(heading.get(i), cell);
            }
        }
        return Optional.of(row.toString());
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}
