package kr.gosan.payment.reconciliation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.Signatures;

/** A file that is being handed in: on disk, not in memory, and read only once it is known who signed it. */
final class SpooledFile implements AutoCloseable {

    /** The largest file, in bytes, inclusive: more than twice a day of 100,000 movements. */
    static final long MOST_BYTES = 64L << 20;

    private static final int PIECE = 1 << 16;

    private final Path path;
    private final Signatures.Running running;
    private boolean tooLarge;

    private SpooledFile(Path path, Signatures.Running running) {
        this.path = path;
        this.running = running;
    }

    /** Reads the body to its end, or up to where it is too large. */
    static SpooledFile of(InputStream body, Signatures.Running running) throws IOException {
        SpooledFile file = new SpooledFile(Files.createTempFile("daily-file-", ".ndjson"), running);
        try (OutputStream out = Files.newOutputStream(file.path)) {
            file.copy(body, out);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void copy(InputStream body, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        long seen = 0;
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            seen += read;
            if (seen > MOST_BYTES) {
                tooLarge = true;
                return;
            }
            running.update(piece, 0, read);
            out.write(piece, 0, read);
        }
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    /** Everybody whose signature it is; asked once. */
    Set<Institution> signers(String signature) {
        return running.signers(signature);
    }

    DailyFile read() {
        return DailyFile.read(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
