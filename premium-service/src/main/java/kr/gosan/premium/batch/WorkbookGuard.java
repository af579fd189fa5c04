package kr.gosan.premium.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before it is opened, so that opening it cannot exhaust memory: what a few bytes may unfold to
 * (by counting, not by what the zip says of itself), how long a tag or a text is, how long a row is, and how far to the
 * right a cell claims to stand. Knows no XML beyond angle brackets and works in constant memory.
 */
final class WorkbookGuard {

    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_TOTAL = 512L << 20;
    /** Of every part but the sheets: such parts are held in memory, the texts that cells share among them. */
    private static final long MOST_HELD = 16L << 20;

    private static final int LONGEST_TOKEN = 256 * 1024;
    private static final int LONGEST_ROW = 2 << 20;
    /** A sheet has columns up to XFD. */
    private static final int MOST_LETTERS = 3;

    private long total;

    private WorkbookGuard() {}

    /** Throws {@link XlsxRows.Unreadable} when it is no workbook or too large a one. */
    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            if (entries.size() > MOST_ENTRIES) {
                throw tooLarge();
            }
            WorkbookGuard guard = new WorkbookGuard();
            for (ZipEntry entry : entries) {
                String name = entry.getName();
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    try (InputStream part = zip.getInputStream(entry)) {
                        guard.new Part(name.contains("worksheets/")).check(part);
                    }
                }
            }
        } catch (ZipException e) {
            throw unreadable();
        }
    }

    private static XlsxRows.Unreadable tooLarge() {
        return new XlsxRows.Unreadable(413, "workbook-too-large", List.of());
    }

    private static XlsxRows.Unreadable unreadable() {
        return new XlsxRows.Unreadable(400, "workbook-unreadable", List.of());
    }

    /** One file of the workbook. */
    private final class Part {

        private final boolean sheet;
        private long left;
        private boolean inTag;
        private int token;
        private int row;
        private final StringBuilder tag = new StringBuilder();

        Part(boolean sheet) {
            this.sheet = sheet;
            this.left = sheet ? MOST_TOTAL : MOST_HELD;
        }

        void check(InputStream part) throws IOException {
            byte[] piece = new byte[1 << 16];
            for (int read = part.read(piece); read >= 0; read = part.read(piece)) {
                left -= read;
                total += read;
                if (left < 0 || total > MOST_TOTAL) {
                    throw tooLarge();
                }
                for (int i = 0; i < read; i++) {
                    check((char) (piece[i] & 0xFF));
                }
            }
        }

        private void check(char c) {
            // a NUL: UTF-16 or UTF-32, in which nothing below would be recognised
            if (c == 0) {
                throw unreadable();
            }
            token++;
            row++;
            if (token > LONGEST_TOKEN || sheet && row > LONGEST_ROW) {
                throw tooLarge();
            }
            if (c == '<') {
                inTag = true;
                token = 0;
                tag.setLength(0);
            } else if (c == '>' && inTag) {
                inTag = false;
                token = 0;
                checkTag();
            } else if (inTag) {
                tag.append(c);
            }
        }

        private void checkTag() {
            String name = localName();
            if (name.equals("row")) {
                row = 0;
            } else if (name.equals("c")) {
                checkAddress();
            }
        }

        private String localName() {
            int end = 0;
            while (end < tag.length() && !Character.isWhitespace(tag.charAt(end)) && tag.charAt(end) != '/') {
                end++;
            }
            String name = tag.substring(0, end);
            return name.substring(name.indexOf(':') + 1);
        }

        /** No run of letters and digits in the tag of a cell may name a column beyond the last one. */
        private void checkAddress() {
            int at = tag.indexOf("r");
            for (; at >= 0; at = tag.indexOf("r", at + 1)) {
                if (at == 0 || !Character.isWhitespace(tag.charAt(at - 1))) {
                    continue;
                }
                int from = at + 1;
                while (from < tag.length() && "= \t\r\n\"'".indexOf(tag.charAt(from)) >= 0) {
                    from++;
                }
                int letters = 0;
                while (from + letters < tag.length() && Character.isLetter(tag.charAt(from + letters))) {
                    letters++;
                }
                boolean hidden = from + letters < tag.length() && tag.charAt(from + letters) == '&';
                if (letters > MOST_LETTERS || hidden) {
                    throw tooLarge();
                }
            }
        }
    }
}
