package kr.gosan.premium.print;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import kr.gosan.platform.print.PdfWriter;
import kr.gosan.platform.receipt.Receipt;

/**
 * Prints a return: form 23, and as its annex how the figures were calculated. A filed return gives the same bytes as
 * often as it is printed; its time is that of the receipt.
 */
@Singleton
public class PrintReturn {

    private final FormPages pages;
    private final PdfWriter pdf;
    private final TraceFilling traces = new TraceFilling();

    public PrintReturn(FormPages pages, PdfWriter pdf) {
        this.pages = pages;
        this.pdf = pdf;
    }

    /** Front and back; works that do not fit the back follow on a sheet of their own. */
    public byte[] form(PrintedReturn it) {
        return write(it, pages.form(FormFilling.of(it)));
    }

    /** Every step of the calculation, and every figure of the law it rests on. */
    public byte[] trace(PrintedReturn it) {
        return write(it, pages.trace(traces.of(it)));
    }

    private byte[] write(PrintedReturn it, String xhtml) {
        byte[] id = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(it.id().getMostSignificantBits())
                .putLong(it.id().getLeastSignificantBits())
                .array();
        return pdf.write(xhtml, it.receipt().map(Receipt::acceptedAt), id);
    }
}
