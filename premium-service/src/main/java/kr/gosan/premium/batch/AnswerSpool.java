package kr.gosan.premium.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds answers between those who file and a client that may not read before it has sent everything, as many do. Filing
 * never waits for the client, and memory does not hold what waits: it lies in a temporary file, which begins anew whenever
 * the client has read all of it.
 */
final class AnswerSpool implements Closeable {

    private static final int PIECE = 1 << 16;

    private final FileChannel file;
    private long written;
    private long read;
    private boolean ended;
    private boolean unread;

    AnswerSpool() throws IOException {
        Path path = Files.createTempFile("gosan-answers", ".ndjson");
        this.file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Adds to what the client will read; forgotten when the client has gone. */
    synchronized void add(byte[] answer) {
        if (unread) {
            return;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(answer);
            while (bytes.hasRemaining()) {
                written += file.write(bytes, written);
            }
            notifyAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing will be added any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The next bytes, as soon as there are any; none at the end. */
    synchronized byte[] take() throws IOException, InterruptedException {
        while (read == written && !ended) {
            wait();
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(PIECE, written - read));
        while (bytes.hasRemaining()) {
            read += file.read(bytes, read);
        }
        if (read == written) {
            read = 0;
            written = 0;
        }
        return bytes.array();
    }

    /** The client has gone, or has everything. */
    @Override
    public synchronized void close() throws IOException {
        unread = true;
        file.close();
    }
}
