package kr.gosan.coverage.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A code list as a file: comment lines with {@code #}, a heading, then one code a line, fields separated by semicolons. */
final class CodeFile {

    private CodeFile() {}

    static List<String[]> rows(String name, int fields) {
        try (InputStream in = CodeFile.class.getResourceAsStream("/codes/" + name)) {
            List<String[]> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .toList();
            if (rows.stream().anyMatch(row -> row.length != fields)) {
                throw new IllegalStateException(name + ": every line has " + fields + " fields");
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
