package kr.gosan.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;

/** Notes unknown fields and objects or lists in the wrong place, and reads on. */
final class ShapeErrors extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String propertyName)
            throws IOException {
        JsonParser body = context.getParser();
        // Fields before the last known one are handed in late, in a buffer without a place: the record has been read by
        // then, so the body's own parser stands on it.
        String pointer = parser == body
                ? StrictModule.pointer(parser)
                : body.getParsingContext()
                        .pathAsPointer()
                        .appendProperty(propertyName)
                        .toString();
        StrictModule.errors(context).add(pointer, "unknown-field");
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
            throws IOException {
        boolean list = target.isCollectionLikeType();
        StrictModule.errors(context).add(StrictModule.pointer(parser), list ? "list-expected" : "object-expected");
        parser.skipChildren();
        return null;
    }

    /** A number, text or truth value where an object belongs. */
    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message)
            throws IOException {
        StrictModule.errors(context).add(StrictModule.pointer(parser), "object-expected");
        return null;
    }
}
