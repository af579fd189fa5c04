package kr.gosan.platform.json;

/**
 * A record that a client sends as JSON. It is read strictly ({@link StrictJson}), and its own checks run at once, so a
 * resource only ever sees a body that is right in itself.
 */
public interface RequestBody {

    /**
     * Adds what is wrong with the fields as such: missing, too long, contradicting each other. Runs also when fields could
     * not be read (they are null then and already have an error), so that all errors are told together.
     */
    void check(FieldErrors errors);
}
