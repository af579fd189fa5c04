package kr.gosan.payment.print;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import kr.gosan.platform.print.PdfWriter;
import kr.gosan.platform.print.PrintTemplates;

/** Lays out what payment-service prints, in XHTML. */
@Singleton
public final class PaymentPages {

    private final PrintTemplates templates = new PrintTemplates(
            "payment.css",
            List.of("bars", "won", "amounts", "copy"),
            List.of("slip", "clearance", "receipt", "history"));

    /** A slip: what it demands, the payer's copy and the bank's. */
    String slip(SlipSheet sheet) {
        return templates.laidOut("slip", "s", sheet);
    }

    /** A certificate of full payment; its package fills the boxes. */
    public String clearance(Record sheet) {
        return templates.laidOut("clearance", "c", sheet);
    }

    /** The receipt of a paid slip. */
    public String receipt(Record sheet) {
        return templates.laidOut("receipt", "r", sheet);
    }

    /** A list of payments. */
    public String history(Record sheet) {
        return templates.laidOut("history", "h", sheet);
    }

    @Produces
    @Singleton
    static PdfWriter pdfWriter() {
        return new PdfWriter();
    }
}
