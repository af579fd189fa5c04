package kr.gosan.platform.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects everything that is wrong with a request, so that the caller hears of all of it at once — up to {@value #MOST}
 * errors: nobody reads more, and a hostile body could be nothing but errors.
 */
public final class FieldErrors {

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer (RFC 6901) to the field, or a query parameter's or header's name
     * @param code stable, such as {@code required}; its text is in the problem bundles
     * @param args what the text's placeholders stand for; never a personal number
     */
    public record FieldError(String pointer, String code, List<Object> args) {}

    static final int MOST = 100;

    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> pointers = new LinkedHashSet<>();

    public void add(String pointer, String code, Object... args) {
        if (errors.size() < MOST) {
            errors.add(new FieldError(pointer, code, List.of(args)));
            pointers.add(pointer);
        }
    }

    /** Adds {@code required} when the value is missing, unless the field already has an error of its own. */
    public void required(String pointer, Object value) {
        if (value == null && !pointers.contains(pointer)) {
            add(pointer, "required");
        }
    }

    /** Adds {@code text-too-long} or {@code text-empty}; a missing text is fine here. */
    public void text(String pointer, String value, int maxLength) {
        if (value != null && value.length() > maxLength) {
            add(pointer, "text-too-long", maxLength);
        }
        if (value != null && value.isBlank()) {
            add(pointer, "text-empty");
        }
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> all() {
        return List.copyOf(errors);
    }

    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(all());
        }
    }
}
