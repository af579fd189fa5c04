package kr.gosan.payment.print;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import kr.gosan.platform.print.PdfWriter;
import kr.gosan.platform.print.PrintTemplates;

/** Lays out what payment-service prints, in XHTML. */
@Singleton
public final class PaymentPages {

    private final PrintTemplates templates =
            new PrintTemplates("payment.css", List.of("bars", "won", "amounts", "copy"), List.of("slip"));

    /** A slip: what it demands, the payer's copy and the bank's. */
    String slip(SlipSheet sheet) {
        return templates.laidOut("slip", "s", sheet);
    }

    @Produces
    @Singleton
    static PdfWriter pdfWriter() {
        return new PdfWriter();
    }
}
