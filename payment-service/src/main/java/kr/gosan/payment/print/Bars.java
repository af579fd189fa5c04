package kr.gosan.payment.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.gosan.payment.debt.EPaymentNumber;

/**
 * A barcode as black rectangles, which a page draws as vectors: as crisp as the printer is. Lengths are CSS pixels of 1/96
 * inch, measured from the upper left corner; the quiet zone is part of it.
 */
public record Bars(int width, int height, List<Bar> bars) {

    /** One rectangle. */
    public record Bar(int left, int top, int width, int height) {}

    /** Width of the narrowest bar of a {@link #code128}, 0.53 mm: a worn scanner reads it off a worn printer's page. */
    private static final int LINE_MODULE = 2;

    private static final int LINE_QUIET = 10 * LINE_MODULE;
    private static final int SQUARE_MODULE = 2;
    private static final int SQUARE_QUIET = 4;

    /** Code 128 (ISO/IEC 15417) of the eighteen digits, two a character, with ten modules of quiet zone on each side. */
    public static Bars code128(EPaymentNumber number, int height) {
        // Asked for as wide as it is: the writer adds no quiet zone then.
        BitMatrix code = new Code128Writer()
                .encode(
                        number.digits(),
                        BarcodeFormat.CODE_128,
                        1,
                        1,
                        Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.FORCE_CODE_SET, "C"));
        List<Bar> bars = new ArrayList<>();
        runs(code, 0)
                .forEach(run ->
                        bars.add(new Bar(LINE_QUIET + run.left() * LINE_MODULE, 0, run.width() * LINE_MODULE, height)));
        return new Bars(code.getWidth() * LINE_MODULE + 2 * LINE_QUIET, height, List.copyOf(bars));
    }

    /** A QR code (ISO/IEC 18004) of error correction M, with four modules of quiet zone. */
    public static Bars qr(String text) {
        BitMatrix code = encoded(text);
        List<Bar> bars = new ArrayList<>();
        for (int y = 0; y < code.getHeight(); y++) {
            int top = y * SQUARE_MODULE;
            runs(code, y)
                    .forEach(run -> bars.add(
                            new Bar(run.left() * SQUARE_MODULE, top, run.width() * SQUARE_MODULE, SQUARE_MODULE)));
        }
        return new Bars(code.getWidth() * SQUARE_MODULE, code.getHeight() * SQUARE_MODULE, List.copyOf(bars));
    }

    private static BitMatrix encoded(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    SQUARE_QUIET));
        } catch (WriterException e) {
            throw new IllegalArgumentException("does not fit a QR code", e);
        }
    }

    /** The black runs of a line, in modules. */
    private static List<Bar> runs(BitMatrix code, int y) {
        List<Bar> runs = new ArrayList<>();
        for (int x = 0; x < code.getWidth(); x++) {
            int from = x;
            while (x < code.getWidth() && code.get(x, y)) {
                x++;
            }
            if (x > from) {
                runs.add(new Bar(from, y, x - from, 1));
            }
        }
        return runs;
    }
}
