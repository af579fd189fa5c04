package kr.gosan.platform.json;

import java.util.List;
import kr.gosan.platform.json.FieldErrors.FieldError;

/** A request that cannot be read or is wrong in itself. Becomes one problem document with all field errors. */
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidRequest(List<FieldError> errors) {
        super("invalid request");
        this.errors = errors;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
