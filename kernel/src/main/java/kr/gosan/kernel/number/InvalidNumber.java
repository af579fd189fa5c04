package kr.gosan.kernel.number;

/** A text that is not a number of the expected kind. The message never repeats the text: it may be personal. */
public final class InvalidNumber extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    InvalidNumber(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable code for callers, such as {@code business-number-invalid}. */
    public String code() {
        return code;
    }
}
