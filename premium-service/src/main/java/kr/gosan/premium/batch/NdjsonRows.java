package kr.gosan.premium.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.json.InvalidRequest;
import kr.gosan.platform.json.StrictJson;

/** Rows as newline-delimited JSON: one return to a line, UTF-8. A line in another encoding is an error of that line. */
final class NdjsonRows implements BatchRows {

    private final LineSplitter lines;

    NdjsonRows(InputStream in) {
        this.lines = new LineSplitter(in, LONGEST);
    }

    @Override
    public Optional<Row> next() throws IOException {
        for (Optional<LineSplitter.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            Row row = row(line.get());
            if (!row.json().isBlank() || !row.errors().isEmpty()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static Row row(LineSplitter.Line line) {
        if (line.tooLong()) {
            return refused(line.number(), "row-too-long", LONGEST);
        }
        try {
            return new Row(line.number(), StrictJson.text(line.bytes()), List.of());
        } catch (InvalidRequest e) {
            return refused(line.number(), "row-not-utf-8");
        }
    }

    private static Row refused(int number, String code, Object... args) {
        return new Row(number, "", List.of(new FieldError("", code, List.of(args))));
    }

    @Override
    public void close() {}
}
