package kr.gosan.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers by lower-case name, first value
 */
public record Answer(int status, Map<String, String> headers, JsonNode body) {

    /** The value at a JSON pointer; throws {@link IllegalStateException} when there is none. */
    public JsonNode at(String pointer) {
        JsonNode value = body.at(pointer);
        if (value.isMissingNode()) {
            throw new IllegalStateException("no " + pointer + " in " + status + " " + body);
        }
        return value;
    }

    public String text(String pointer) {
        return at(pointer).asText();
    }

    public long won(String pointer) {
        return at(pointer).longValue();
    }

    /** This answer, if its status is the one expected; otherwise throws with what came instead. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new IllegalStateException("expected status " + expected + ", got " + status + ": " + body);
        }
        return this;
    }
}
