package kr.gosan.local;

/** Why the stack cannot do what was asked, in words for the person at the keyboard; never a defect of the launcher. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
