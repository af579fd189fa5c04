package kr.gosan.platform.http;

import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** The body of the current request in canonical form (RFC 8785), so that only its content counts, not its spacing. */
@RequestScoped
public class ReceivedBody {

    private byte[] canonical = new byte[0];

    void remember(String json) {
        try {
            canonical = new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when the request has no JSON body. */
    public byte[] canonical() {
        return canonical;
    }
}
