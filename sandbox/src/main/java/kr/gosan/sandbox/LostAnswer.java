package kr.gosan.sandbox;

/** An order was carried out, and the connection breaks before the answer. */
final class LostAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostAnswer() {
        super("lost", null, false, false);
    }
}
