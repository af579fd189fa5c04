package kr.gosan.auth.certificate;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How deep the structures of a BER encoding (X.690 §8.1) nest. ASN.1 parsers recurse, so an encoding of nothing but
 * opening brackets would cost them the stack; a CMS SignedData has about twelve levels.
 */
final class Nesting {

    private static final int INDEFINITE = Integer.MAX_VALUE;

    private final byte[] ber;
    private int position;

    private Nesting(byte[] ber) {
        this.ber = ber;
    }

    /** Whether the encoding can be walked to its end and never nests deeper than {@code most}. */
    static boolean within(int most, byte[] ber) {
        try {
            return new Nesting(ber).walk(most);
        } catch (ArrayIndexOutOfBoundsException truncated) {
            return false;
        }
    }

    private boolean walk(int most) {
        Deque<Integer> ends = new ArrayDeque<>();
        while (position < ber.length) {
            if (!ends.isEmpty() && position >= ends.peek()) {
                ends.pop();
                continue;
            }
            int tag = ber[position++];
            if ((tag & 0x1f) == 0x1f) {
                skipLongTag();
            }
            int length = length();
            if (tag == 0 && length == 0 && !ends.isEmpty() && ends.peek() == INDEFINITE) {
                ends.pop();
            } else if ((tag & 0x20) != 0) {
                ends.push(length == INDEFINITE ? INDEFINITE : Math.addExact(position, length));
                if (ends.size() > most) {
                    return false;
                }
            } else if (length > ber.length - position) {
                return false;
            } else {
                position += length;
            }
        }
        return true;
    }

    private void skipLongTag() {
        while ((ber[position++] & 0x80) != 0) {
            // the tag number goes on as long as the high bit is set
        }
    }

    private int length() {
        int first = ber[position++] & 0xff;
        if (first < 0x80) {
            return first;
        }
        if (first == 0x80) {
            return INDEFINITE;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = length << 8 | ber[position++] & 0xff;
            if (length > ber.length) {
                throw new ArrayIndexOutOfBoundsException();
            }
        }
        return length;
    }
}
