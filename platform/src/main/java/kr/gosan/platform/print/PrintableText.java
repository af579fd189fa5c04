package kr.gosan.platform.print;

/**
 * Text of a filer as it may be put on paper: what XML or a font cannot carry (control characters, halves of surrogate
 * pairs, marks that turn the reading direction) is left out, so that it can neither break a document nor make it show
 * its figures in another order. Escaping is the template's.
 */
public final class PrintableText {

    private PrintableText() {}

    /** Empty for null; without control, format and unassigned characters, each white space a space, stripped. */
    public static String of(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(each -> Character.isWhitespace(each) ? ' ' : each)
                .filter(PrintableText::printable)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
