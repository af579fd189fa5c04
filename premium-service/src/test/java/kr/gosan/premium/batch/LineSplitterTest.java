package kr.gosan.premium.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private static final int LONGEST = 40;

    @Property
    void linesAreTheSameWhereverThePiecesBeginAndEnd(
            @ForAll("lines") List<String> lines, @ForAll @IntRange(min = 1, max = 7) int piece, @ForAll boolean ended)
            throws IOException {
        String file = String.join("\n", lines) + (ended ? "\n" : "");
        List<LineSplitter.Line> split = split(new Pieces(file.getBytes(StandardCharsets.UTF_8), piece));
        List<String> expected = new ArrayList<>(lines);
        if (!ended && expected.getLast().isEmpty()) {
            // nothing after the last line feed is no line
            expected.removeLast();
        }
        assertEquals(expected.size(), split.size());
        for (int i = 0; i < expected.size(); i++) {
            String line = expected.get(i).endsWith("\r")
                    ? expected.get(i).substring(0, expected.get(i).length() - 1)
                    : expected.get(i);
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertEquals(i + 1, split.get(i).number());
            assertEquals(bytes.length > LONGEST, split.get(i).tooLong(), line);
            assertArrayEquals(
                    bytes.length > LONGEST ? new byte[0] : bytes, split.get(i).bytes());
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> line = Arbitraries.strings()
                .withChars("a산{}\u00e9")
                .ofMaxLength(20)
                .flatMap(text -> Arbitraries.of(text, text + "\r", "\r" + text));
        return line.list().ofMinSize(1).ofMaxSize(30);
    }

    @Test
    void aLineOfExactlyTheLongestLengthIsTakenWithEitherEnd() throws IOException {
        String longest = "x".repeat(LONGEST);
        String file = longest + "\n" + longest + "\r\n" + longest + "y\n" + longest + "y\r\n" + longest;
        List<Boolean> tooLong = split(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))).stream()
                .map(LineSplitter.Line::tooLong)
                .toList();
        assertEquals(List.of(false, false, true, true, false), tooLong);
    }

    @Test
    void aLineWithoutAnEndIsReadInConstantMemory() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 400L << 20;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                left -= length;
                return length;
            }
        };
        var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        LineSplitter.Line line = new LineSplitter(endless, LONGEST).next().orElseThrow();
        assertTrue(line.tooLong());
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 10L << 20, "400 MB were read with " + allocated + " bytes");
    }

    @Test
    void aStreamThatBreaksOffLosesOnlyTheLineItBrokeIn() throws IOException {
        InputStream broken = new InputStream() {
            private final InputStream before = new ByteArrayInputStream("one\ntw".getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                throw new IOException("read in pieces");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = before.read(bytes, offset, length);
                if (read < 0) {
                    throw new IOException("cut off");
                }
                return read;
            }
        };
        LineSplitter lines = new LineSplitter(broken, LONGEST);
        assertEquals("one", new String(lines.next().orElseThrow().bytes(), StandardCharsets.UTF_8));
        assertThrows(IOException.class, lines::next);
    }

    private static List<LineSplitter.Line> split(InputStream in) throws IOException {
        LineSplitter splitter = new LineSplitter(in, LONGEST);
        List<LineSplitter.Line> lines = new ArrayList<>();
        for (Optional<LineSplitter.Line> line = splitter.next(); line.isPresent(); line = splitter.next()) {
            lines.add(line.get());
        }
        return lines;
    }

    /** Hands out a few bytes at a time. */
    private static final class Pieces extends ByteArrayInputStream {

        private final int most;

        Pieces(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(most, length));
        }
    }
}
