package kr.gosan.premium.batch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.FieldErrors.FieldError;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Rows of the first sheet of a workbook, whose first row holds the headings of {@link XlsxColumn}. The workbook lies in a
 * temporary file, because a zip is read from its end; its sheet is read row by row. The texts that a workbook shares
 * between its cells are in memory, up to the bound of {@link WorkbookGuard}.
 */
final class XlsxRows implements BatchRows {

    /** The largest workbook, in bytes, inclusive. */
    static final long MAX_BYTES = 64L << 20;

    private static final String UNREADABLE = "workbook-unreadable";

    private final Path file;
    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final Map<Integer, XlsxColumn> columns;
    private int last;

    /** The workbook cannot be read: refused as a whole before any row is filed, or where it turns out to be broken. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int status;
        private final transient List<FieldError> errors;

        Unreadable(int status, String code, List<FieldError> errors) {
            super(code, null, false, false);
            this.status = status;
            this.errors = errors;
        }

        int status() {
            return status;
        }

        String code() {
            return getMessage();
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    private XlsxRows(Path file, ReadableWorkbook workbook) throws IOException {
        this.file = file;
        this.workbook = workbook;
        Sheet sheet = workbook.getFirstSheet();
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.columns = headings();
    }

    /** Takes the workbook in and reads its headings; throws {@link Unreadable}, or {@link BatchRows.TooLarge}. */
    static XlsxRows receive(InputStream body) throws IOException {
        Path file = Files.createTempFile("gosan-batch", ".xlsx");
        try {
            Files.copy(new BoundedInput(body, MAX_BYTES), file, StandardCopyOption.REPLACE_EXISTING);
            WorkbookGuard.check(file);
            return open(file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static XlsxRows open(Path path) throws IOException {
        File file = path.toFile();
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file, new ReadingOptions(true, true));
            return new XlsxRows(path, workbook);
        } catch (Unreadable e) {
            workbook.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            if (workbook != null) {
                workbook.close();
            }
            throw new Unreadable(400, UNREADABLE, List.of());
        }
    }

    private Map<Integer, XlsxColumn> headings() {
        Map<Integer, XlsxColumn> found = new TreeMap<>();
        Set<XlsxColumn> missing = EnumSet.allOf(XlsxColumn.class);
        missing.removeIf(column -> !column.required());
        Set<XlsxColumn> known = EnumSet.noneOf(XlsxColumn.class);
        FieldErrors errors = new FieldErrors();
        for (Cell cell : cells(headingRow())) {
            String heading = cell.getType() == CellType.STRING ? cell.asString() : "";
            Optional<XlsxColumn> column = XlsxColumn.of(heading);
            String shown = heading.length() > 50 ? heading.substring(0, 50) : heading;
            if (column.isEmpty()) {
                errors.add(cell.getAddress().toString(), "heading-unknown", shown);
            } else if (!known.add(column.get())) {
                errors.add(cell.getAddress().toString(), "heading-twice", shown);
            } else {
                found.put(cell.getColumnIndex(), column.get());
            }
        }
        missing.removeAll(known);
        missing.forEach(column -> errors.add("", "heading-missing", column.heading()));
        if (!errors.isEmpty()) {
            throw new Unreadable(400, "workbook-headings", errors.all());
        }
        return found;
    }

    private org.dhatim.fastexcel.reader.Row headingRow() {
        while (rows.hasNext()) {
            org.dhatim.fastexcel.reader.Row row = rows.next();
            last = row.getRowNum();
            if (!cells(row).isEmpty()) {
                return row;
            }
        }
        throw new Unreadable(
                400,
                "workbook-headings",
                List.of(new FieldError("", "heading-missing", List.of(XlsxColumn.MANAGEMENT_NO.heading()))));
    }

    @Override
    public Optional<Row> next() {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = rows.next();
                // rows that are out of order in the file are counted on
                last = Math.max(last + 1, row.getRowNum());
                if (!cells(row).isEmpty() || last > MOST) {
                    return Optional.of(XlsxCells.row(last, row, columns));
                }
            }
            return Optional.empty();
        } catch (Unreadable e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Unreadable(400, UNREADABLE, List.of());
        }
    }

    /** The cells of a row that hold something. */
    private static List<Cell> cells(org.dhatim.fastexcel.reader.Row row) {
        return row.stream().filter(XlsxCells::filled).toList();
    }

    @Override
    public void close() throws IOException {
        try (workbook;
                stream) {
            // closed in this order
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
