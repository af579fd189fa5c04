package kr.gosan.platform.testing;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a PDF says, read back from its bytes. */
public final class Pdf {

    private Pdf() {}

    private interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    public static int pages(byte[] pdf) {
        return read(pdf, PDDocument::getNumberOfPages);
    }

    /** Text of a page, from 1, in the order it was written. */
    public static String text(byte[] pdf, int page) {
        return read(pdf, document -> {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document).replace("\r", "").replace('\u00a0', ' ');
        });
    }

    public static String text(byte[] pdf) {
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= pages(pdf); page++) {
            all.append(text(pdf, page));
        }
        return all.toString();
    }

    /** A page, from 1, as it looks on paper. */
    public static BufferedImage image(byte[] pdf, int page, int dotsPerInch) {
        return read(
                pdf, document -> new PDFRenderer(document).renderImageWithDPI(page - 1, dotsPerInch, ImageType.GRAY));
    }

    /** A word and the box its letters fill, in points from the upper left corner of the page. */
    public record Word(String text, Rectangle2D box) {}

    /** The words of a page, from 1, each where it stands; one on two lines counts as two. */
    public static List<Word> words(byte[] pdf, int page) {
        List<Word> words = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                List<TextPosition> word = new ArrayList<>();
                for (TextPosition letter : letters) {
                    if (letter.getUnicode().isBlank() || letter.getUnicode().equals("\u00a0")) {
                        add(word);
                        continue;
                    }
                    if (!word.isEmpty() && !isNext(word.getLast(), letter)) {
                        add(word);
                    }
                    word.add(letter);
                }
                add(word);
            }

            private void add(List<TextPosition> letters) {
                letters.stream()
                        .map(Pdf::box)
                        .reduce(Rectangle2D::createUnion)
                        .ifPresent(box -> words.add(new Word(
                                letters.stream().map(TextPosition::getUnicode).collect(Collectors.joining()), box)));
                letters.clear();
            }
        };
        return read(pdf, document -> {
            stripper.setSortByPosition(false);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.getText(document);
            return words;
        });
    }

    /** On the same line and where the letter before it ends: words can be written in another order than they stand. */
    private static boolean isNext(TextPosition before, TextPosition letter) {
        double gap = letter.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj();
        return Math.abs(gap) < 1 && Math.abs(letter.getYDirAdj() - before.getYDirAdj()) < 1;
    }

    private static Rectangle2D box(TextPosition letter) {
        return new Rectangle2D.Float(
                letter.getXDirAdj(),
                letter.getYDirAdj() - letter.getHeightDir(),
                letter.getWidthDirAdj(),
                letter.getHeightDir());
    }

    /** Every font the pages use, with whether it is embedded: {@code NanumGothic true}. */
    public static List<String> fonts(byte[] pdf) {
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
    public static boolean isInert(byte[] pdf) {
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
    public static String size(byte[] pdf, int page) {
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
