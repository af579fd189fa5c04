package kr.gosan.platform.print;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Optional;
import kr.gosan.kernel.time.KoreanTime;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * Turns our own XHTML into PDF with its Korean font embedded. Nothing outside the document is ever fetched, whatever it
 * names. The same document and time give the same bytes.
 *
 * <p>No bean, because only services that print have the libraries for it; they produce one. The fonts are read with the
 * first document and kept from then on, some 9 MB.
 */
public final class PdfWriter {

    private static final String FAMILY = "NanumGothic";

    /** For a character the font does not have. */
    private static final String UNPRINTABLE = "□";

    /** Read when the first document is written. */
    private static final class Fonts {
        static final byte[] REGULAR = font("NanumGothic.ttf");
        static final byte[] BOLD = font("NanumGothicBold.ttf");
    }

    /**
     * The document as PDF.
     *
     * @param xhtml well-formed, with everything it shows inside
     * @param created stands in the document as its time; empty when it has none
     * @param id sixteen bytes that tell the document from others
     */
    public byte[] write(String xhtml, Optional<OffsetDateTime> created, byte[] id) {
        try (PDDocument document = Loader.loadPDF(laidOut(xhtml))) {
            spacesAsText(document);
            Calendar time = created.map(at -> at.atZoneSameInstant(KoreanTime.SEOUL))
                    .map(GregorianCalendar::from)
                    .orElse(null);
            document.getDocumentInformation().setCreationDate(time);
            document.getDocumentInformation().setModificationDate(time);
            COSArray ids = new COSArray();
            ids.add(new COSString(id));
            ids.add(new COSString(id));
            document.getDocument().getTrailer().setItem(COSName.ID, ids);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] laidOut(String xhtml) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useUriResolver((base, uri) -> null);
        builder.useHttpStreamImplementation(PdfWriter::refuse);
        for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, priority);
        }
        builder.useFont(() -> new ByteArrayInputStream(Fonts.REGULAR), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(Fonts.BOLD), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useReplacementText(UNPRINTABLE);
        builder.withProducer("Gosan");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    /**
     * The font draws U+0000 and the space with one glyph, and PDFBox, which writes down what glyphs mean only when it
     * embeds them, takes the first: text copied from the document would have U+0000 for every space.
     */
    private static void spacesAsText(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            PDResources resources = page.getResources();
            for (COSName name : resources.getFontNames()) {
                COSStream meaning = resources.getFont(name).getCOSObject().getCOSStream(COSName.TO_UNICODE);
                if (meaning == null) {
                    continue;
                }
                String table = new String(meaning.createInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                String mended = table.replaceAll("(<[0-9A-F]{4}>) \\1 <0000>", "$1 $1 <0020>");
                if (!mended.equals(table)) {
                    try (OutputStream out = meaning.createOutputStream(COSName.FLATE_DECODE)) {
                        out.write(mended.getBytes(StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
    }

    private static FSStream refuse(String uri) {
        throw new IllegalStateException("nothing is fetched");
    }

    private static byte[] font(String name) {
        try (InputStream in = PdfWriter.class.getResourceAsStream("/print/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
