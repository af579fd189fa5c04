package kr.gosan.premium.settlementaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.InvalidRequest;
import kr.gosan.platform.json.StrictJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Takes in figures from outside, row by row: a row that is wrong is told and left out, the others are kept. Bounded in rows
 * and in the length of a row; importing the same again changes nothing.
 */
@Singleton
class ImportExternalFigures {

    /** The most rows of one import; further ones are not read. */
    static final int MOST_ROWS = 10_000;

    /** The longest row, in characters. */
    static final int LONGEST_ROW = 2_000;

    private final ExternalFigureStore store;

    ImportExternalFigures(ExternalFigureStore store) {
        this.store = store;
    }

    /** What is wrong with a row, counted from 1 without a heading. */
    @Schema(name = "RefusedRow")
    record RefusedRow(int row, List<RowError> errors) {}

    /** @param pointer to the field; empty when the row as such is wrong */
    @Schema(name = "RowError")
    record RowError(String pointer, String code) {}

    /** @param more whether rows beyond the most were not read */
    @Schema(name = "ImportedFigures")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Imported(int imported, List<RefusedRow> refused, boolean more) {}

    /** Throws {@link InvalidRequest} when the body as such cannot be read. Runs inside a transaction. */
    Imported read(InputStream body, boolean csv, String memberId) {
        List<RefusedRow> refused = new ArrayList<>();
        int row = 0;
        int imported = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                body, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)))) {
            Optional<List<String>> heading = csv ? heading(line(lines)) : Optional.empty();
            for (String line = line(lines); line != null; line = line(lines)) {
                if (line.isBlank()) {
                    continue;
                }
                if (row == MOST_ROWS) {
                    return new Imported(imported, refused, true);
                }
                row++;
                try {
                    store.put(figure(line, heading), memberId);
                    imported++;
                } catch (InvalidRequest e) {
                    refused.add(new RefusedRow(
                            row,
                            e.errors().stream()
                                    .map(it -> new RowError(it.pointer(), it.code()))
                                    .toList()));
                }
            }
        } catch (IOException e) {
            throw invalid("json-not-utf-8");
        }
        return new Imported(imported, refused, false);
    }

    private static ExternalFigure figure(String line, Optional<List<String>> heading) {
        if (line.length() > LONGEST_ROW) {
            throw invalid("figure-row-too-long");
        }
        String json = heading.isEmpty()
                ? line
                : ExternalFigureRows.json(heading.get(), line).orElseThrow(() -> invalid("columns-differ"));
        return StrictJson.read(json, ExternalFigure.class);
    }

    private static Optional<List<String>> heading(String line) {
        String text = line != null && line.startsWith("\uFEFF") ? line.substring(1) : line;
        Optional<List<String>> heading = text == null ? Optional.empty() : ExternalFigureRows.heading(text);
        if (heading.isEmpty()) {
            throw invalid("columns-unknown");
        }
        return heading;
    }

    /** A line, of which no more is kept than is needed to see that it is too long. */
    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.length() <= LONGEST_ROW && read != '\r') {
                line.append((char) read);
            }
            read = in.read();
        }
        return line.toString();
    }

    private static InvalidRequest invalid(String code) {
        return new InvalidRequest(List.of(new FieldErrors.FieldError("", code, List.of())));
    }
}
