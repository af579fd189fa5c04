package kr.gosan.platform.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.json.InvalidRequest;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.platform.json.StrictJson;

/** Reads every {@link RequestBody}: bounded, strict, and remembered for the idempotency check. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class RequestBodyReader implements MessageBodyReader<RequestBody> {

    /** The largest JSON body accepted, in bytes, inclusive. */
    public static final int MAX_BYTES = 1 << 20;

    private final ReceivedBody received;

    public RequestBodyReader(ReceivedBody received) {
        this.received = received;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return RequestBody.class.isAssignableFrom(type);
    }

    @Override
    public RequestBody readFrom(
            Class<RequestBody> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        byte[] json = in.readNBytes(MAX_BYTES + 1);
        if (json.length > MAX_BYTES) {
            throw new InvalidRequest(List.of(new FieldError("", "body-too-large", List.of())));
        }
        String text = StrictJson.text(json);
        RequestBody body = StrictJson.read(text, type);
        received.remember(text);
        return body;
    }
}
