package kr.gosan.premium.print;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import kr.gosan.platform.print.PdfWriter;
import kr.gosan.platform.print.PrintTemplates;

/** Lays out what premium-service prints, in XHTML. */
@Singleton
public final class FormPages {

    private final PrintTemplates templates = new PrintTemplates(
            "page.css", List.of("won", "confirmed", "ticks", "sign", "footer", "back"), List.of("form", "trace"));

    /** Form 23, front and back. */
    String form(FormView view) {
        return templates.laidOut("form", "f", view);
    }

    /** The annex: how its figures were calculated. */
    String trace(TraceView view) {
        return templates.laidOut("trace", "t", view);
    }

    @Produces
    @Singleton
    static PdfWriter pdfWriter() {
        return new PdfWriter();
    }
}
