package kr.gosan.sandbox;

/** A request that is refused before anything happens. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Problem(int status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Problem field(String name) {
        return new Problem(400, "field-invalid:" + name);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
