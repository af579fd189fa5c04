package kr.gosan.premium.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.gosan.platform.json.FieldErrors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/**
 * Puts the cells of a row into the JSON of a return. What people do in spreadsheets and cannot be misunderstood is taken:
 * numbers stored as text, with commas between thousands, and workplace numbers stored as numbers. A formula is not: what it
 * showed when the file was saved need not be what its author meant to file.
 */
final class XlsxCells {

    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+");
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,30}");
    private static final Pattern DATE_FORMAT = Pattern.compile("[yYdD]");

    private static final int WORKPLACE_DIGITS = 11;

    private XlsxCells() {}

    /** A cell that holds nothing but white space holds nothing. */
    static boolean filled(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return false;
        }
        return cell.getType() != CellType.STRING || !cell.asString().isBlank();
    }

    static BatchRows.Row row(int number, Row row, Map<Integer, XlsxColumn> columns) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        FieldErrors errors = new FieldErrors();
        row.stream().filter(XlsxCells::filled).forEach(cell -> {
            XlsxColumn column = columns.get(cell.getColumnIndex());
            if (column == null) {
                errors.add(cell.getAddress().toString(), "cell-without-heading");
            } else {
                value(cell, column, errors)
                        .filter(value -> !value.isBoolean() || value.booleanValue())
                        .ifPresent(value -> put(content, column.pointer(), value));
            }
        });
        return new BatchRows.Row(number, content.toString(), errors.all());
    }

    private static Optional<JsonNode> value(Cell cell, XlsxColumn column, FieldErrors errors) {
        String refusal = switch (cell.getType()) {
            case FORMULA -> "cell-formula";
            case ERROR, BOOLEAN, EMPTY -> "cell-broken";
            case STRING, NUMBER -> null;
        };
        if (refusal != null) {
            errors.add(column.pointer(), refusal, column.heading());
            return Optional.empty();
        }
        Optional<JsonNode> value = switch (column.kind()) {
            case WON, YEAR -> number(cell);
            case DATE -> date(cell);
            case NUMBER_TEXT -> numberText(cell);
            case TEXT -> text(cell);
            case METHOD, REASON, HOLDER, YES -> choice(cell, column.kind());
        };
        if (value.isEmpty()) {
            errors.add(column.pointer(), code(column.kind()), choices(column.kind()));
        }
        return value;
    }

    private static String code(XlsxColumn.Kind kind) {
        return switch (kind) {
            case WON -> "whole-won-expected";
            case YEAR -> "whole-number-expected";
            case DATE -> "cell-date-expected";
            case NUMBER_TEXT, TEXT -> "cell-text-expected";
            case METHOD, REASON, HOLDER, YES -> "code-unknown";
        };
    }

    private static Object choices(XlsxColumn.Kind kind) {
        return String.join(", ", kind.words().keySet().stream().sorted().toList());
    }

    private static Optional<JsonNode> number(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return whole(cell.asNumber()).map(JsonNodeFactory.instance::numberNode);
        }
        String text = cell.asString().strip();
        String digits = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
        return DIGITS.matcher(digits).matches()
                ? Optional.of(JsonNodeFactory.instance.numberNode(new BigInteger(digits)))
                : Optional.empty();
    }

    private static Optional<BigInteger> whole(BigDecimal number) {
        // also before unfolding it: 1E999999 would be a million digits
        if (number.precision() - number.scale() > 30
                || number.stripTrailingZeros().scale() > 0) {
            return Optional.empty();
        }
        return Optional.of(number.toBigIntegerExact());
    }

    private static Optional<JsonNode> numberText(Cell cell) {
        return cell.getType() == CellType.NUMBER
                ? whole(cell.asNumber())
                        .filter(number -> number.signum() > 0)
                        .map(number -> JsonNodeFactory.instance.textNode("0"
                                        .repeat(Math.max(
                                                0,
                                                WORKPLACE_DIGITS
                                                        - number.toString().length()))
                                + number))
                : text(cell);
    }

    private static Optional<JsonNode> text(Cell cell) {
        return cell.getType() == CellType.STRING
                ? Optional.of(JsonNodeFactory.instance.textNode(cell.asString().strip()))
                : Optional.empty();
    }

    private static Optional<JsonNode> choice(Cell cell, XlsxColumn.Kind kind) {
        if (cell.getType() != CellType.STRING) {
            return Optional.empty();
        }
        return Optional.ofNullable(kind.words().get(cell.asString().strip()))
                .map(word -> kind == XlsxColumn.Kind.YES
                        ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(word))
                        : JsonNodeFactory.instance.textNode(word));
    }

    /** A number is a date only where the cell's format says so; text is left to the reader of returns. */
    private static Optional<JsonNode> date(Cell cell) {
        if (cell.getType() == CellType.STRING) {
            return text(cell);
        }
        if (!isDate(cell)) {
            return Optional.empty();
        }
        LocalDateTime time = cell.asDate();
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? Optional.of(
                        JsonNodeFactory.instance.textNode(time.toLocalDate().toString()))
                : Optional.empty();
    }

    /** By the format's own text, or by the numbers that Excel, the Korean one too, has for its built-in date formats. */
    private static boolean isDate(Cell cell) {
        int id = cell.getDataFormatId() == null ? 0 : cell.getDataFormatId();
        boolean builtIn = id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58;
        String format = cell.getDataFormatString();
        return builtIn || format != null && DATE_FORMAT.matcher(format).find();
    }

    /** Sets the value at a JSON pointer, making the objects and lists on the way. */
    private static void put(ObjectNode content, String pointer, JsonNode value) {
        List<String> path = List.of(pointer.substring(1).split("/"));
        JsonNode at = content;
        for (int i = 0; i < path.size() - 1; i++) {
            boolean list = path.get(i + 1).matches("\\d");
            at = child(at, path.get(i), list);
        }
        ((ObjectNode) at).set(path.getLast(), value);
    }

    private static JsonNode child(JsonNode at, String name, boolean list) {
        if (at instanceof ArrayNode array) {
            int index = Integer.parseInt(name);
            while (array.size() <= index) {
                array.addNull();
            }
            if (array.get(index).isNull()) {
                array.set(index, JsonNodeFactory.instance.objectNode());
            }
            return array.get(index);
        }
        ObjectNode object = (ObjectNode) at;
        if (!object.has(name)) {
            object.set(name, list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode());
        }
        return object.get(name);
    }
}
