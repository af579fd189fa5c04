package kr.gosan.premium.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import kr.gosan.platform.print.PdfWriter;
import kr.gosan.platform.testing.Pdf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as they look: painted, not only as the text they hold. */
class PrintedPagesTest {

    private static final PrintReturn PRINT = new PrintReturn(new FormPages(), new PdfWriter());
    private static final int DOTS_PER_INCH = 72;
    private static final int OUTER_MARGIN = dots(5);
    /** Of 255: darker than the grey that fills the headings. */
    private static final int INK = 0xc0;

    @ParameterizedTest
    @CsvSource({"collective, 1", "collective, 2", "instalments, 1", "instalments, 2", "refund, 1", "head-office, 1"})
    void boxesAreDrawnAllOverThePageAndNothingInItsOuterMargin(String name, int page) {
        BufferedImage image = Pdf.image(PRINT.form(StoredReturns.filed(name)), page, DOTS_PER_INCH);
        Rectangle paper = new Rectangle(image.getWidth(), image.getHeight());
        Rectangle inner = new Rectangle(
                OUTER_MARGIN, OUTER_MARGIN, paper.width - 2 * OUTER_MARGIN, paper.height - 2 * OUTER_MARGIN);
        assertEquals(ink(image, paper), ink(image, inner), "ink in the outer 5 mm");
        // The boxes begin at the top and fill six tenths of either page: nothing fell off, slid down or stayed white
        // there.
        for (int part = 0; part < 18; part++) {
            int width = inner.width / 3;
            int height = inner.height / 10;
            Rectangle field = new Rectangle(inner.x + part % 3 * width, inner.y + part / 3 * height, width, height);
            double share = (double) ink(image, field) / (field.width * field.height);
            assertTrue(share > 0.015 && share < 0.15, name + ", page " + page + ", " + field + ": " + share);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"collective", "instalments", "refund", "head-office"})
    void noTwoWordsOfTheFrontLieOnEachOther(String name) {
        List<Pdf.Word> words = Pdf.words(PRINT.form(StoredReturns.filed(name)), 1);
        assertTrue(words.size() > 200, () -> words.size() + " words");
        List<String> overlapping = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                if (overlap(words.get(i).box(), words.get(j).box())) {
                    overlapping.add(words.get(i) + " and " + words.get(j));
                }
            }
        }
        assertEquals(List.of(), overlapping);
    }

    /** By more than the rounding of a letter's width or height. */
    private static boolean overlap(Rectangle2D one, Rectangle2D other) {
        Rectangle2D both = one.createIntersection(other);
        return both.getWidth() > 0.5 && both.getHeight() > 0.5;
    }

    private static int ink(BufferedImage image, Rectangle part) {
        int dots = 0;
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                dots += (image.getRGB(x, y) & 0xff) < INK ? 1 : 0;
            }
        }
        return dots;
    }

    private static int dots(int millimetres) {
        return Math.round(millimetres * DOTS_PER_INCH / 25.4f);
    }
}
