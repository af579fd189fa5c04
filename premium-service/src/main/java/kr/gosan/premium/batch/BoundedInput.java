package kr.gosan.premium.batch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of unknown length, up to a bound; beyond it reading throws {@link BatchRows.TooLarge}. */
final class BoundedInput extends FilterInputStream {

    private long left;

    /** @param most bytes, inclusive */
    BoundedInput(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw new BatchRows.TooLarge();
        }
    }
}
