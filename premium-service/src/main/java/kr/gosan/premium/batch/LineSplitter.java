package kr.gosan.premium.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream of bytes into lines at line feeds, wherever the pieces it arrives in begin and end. A carriage return
 * before the line feed belongs to neither line. Memory is bounded by the longest line allowed: of a longer one nothing is
 * kept. The last line needs no line feed.
 */
final class LineSplitter {

    /**
     * @param number from 1, counting every line, empty ones too, as an editor does
     * @param bytes without the line's end; empty when it was too long
     */
    record Line(int number, byte[] bytes, boolean tooLong) {}

    private static final int PIECE = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] piece = new byte[PIECE];
    private int from;
    private int to;
    private int number;

    /** @param longest the most bytes a line may have, inclusive, without its end */
    LineSplitter(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line; empty at the end of the stream. A stream that breaks off throws, and its last, cut line is lost. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = from;
            while (end < to && piece[end] != '\n') {
                end++;
            }
            length += end - from;
            // one more than the longest: it may be the carriage return of the line's end
            if (length <= longest + 1L) {
                line.write(piece, from, end - from);
            } else {
                line.reset();
            }
            boolean ended = end < to;
            from = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        return any ? Optional.of(line(line.toByteArray(), length)) : Optional.empty();
    }

    private Line line(byte[] bytes, long length) {
        number++;
        if (length > longest + 1L) {
            return new Line(number, new byte[0], true);
        }
        boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        byte[] content = carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
        return content.length > longest ? new Line(number, new byte[0], true) : new Line(number, content, false);
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(piece));
        }
        return from < to;
    }
}
