package kr.gosan.premium.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a PDF says, read back from its bytes. */
final class Pdf {

    private Pdf() {}

    private interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    static int pages(byte[] pdf) {
        return read(pdf, PDDocument::getNumberOfPages);
    }

    /** Text of a page, from 1, in the order it was written. */
    static String text(byte[] pdf, int page) {
        return read(pdf, document -> {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document).replace("\r", "").replace('\u00a0', ' ');
        });
    }

    static String text(byte[] pdf) {
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= pages(pdf); page++) {
            all.append(text(pdf, page));
        }
        return all.toString();
    }

    /** Every font the pages use, with whether it is embedded: {@code NanumGothic true}. */
    static List<String> fonts(byte[] pdf) {
        return read(pdf, document -> {
            List<String> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", "") + " " + font.isEmbedded());
                }
            }
            return fonts.stream().distinct().sorted().toList();
        });
    }

    /** Whether anything in it could act: annotations, actions, scripts, embedded files. */
    static boolean isInert(byte[] pdf) {
        return read(pdf, document -> {
            boolean inert = document.getDocumentCatalog().getOpenAction() == null
                    && document.getDocumentCatalog().getNames() == null;
            for (PDPage page : document.getPages()) {
                inert &= page.getAnnotations().isEmpty();
            }
            return inert;
        });
    }

    /** Width and height of a page in points, rounded. */
    static String size(byte[] pdf, int page) {
        return read(pdf, document -> {
            var box = document.getPage(page - 1).getMediaBox();
            return Math.round(box.getWidth()) + "x" + Math.round(box.getHeight());
        });
    }

    private static <T> T read(byte[] pdf, Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return reading.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
