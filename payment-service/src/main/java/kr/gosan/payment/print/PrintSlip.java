package kr.gosan.payment.print;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.platform.print.PdfWriter;

/** Prints a slip: the same bytes as long as nothing about it changes. */
@Singleton
public class PrintSlip {

    private final PaymentPages pages;
    private final PdfWriter pdf;
    private final Collector collector;

    @Inject
    PrintSlip(PaymentPages pages, PdfWriter pdf, Collector.Settings collector) {
        this(pages, pdf, Collector.of(collector));
    }

    PrintSlip(PaymentPages pages, PdfWriter pdf, Collector collector) {
        this.pages = pages;
        this.pdf = pdf;
        this.collector = collector;
    }

    /** One page, A4 across: the amounts, the payer's copy and the bank's. */
    public byte[] pdf(PrintedSlip slip) {
        return pdf.write(
                pages.slip(SlipFilling.of(slip, collector)),
                Optional.empty(),
                id(slip.slip().slipId()));
    }

    static byte[] id(UUID id) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
