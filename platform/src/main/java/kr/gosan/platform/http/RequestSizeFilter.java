package kr.gosan.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import kr.gosan.platform.GosanConfig;

/**
 * Refuses a body that announces itself as far too large before any of it is read. A path that reads its body as a stream
 * ({@link GosanConfig#streamedPaths()}) has a bound of its own; a body without a length is bounded by whoever reads it.
 */
@Singleton
public final class RequestSizeFilter {

    /** The largest body of a streamed path, in bytes, inclusive; {@code quarkus.http.limits.max-body-size} there. */
    public static final long STREAMED_MAX_BYTES = 256L << 20;

    private static final int BEFORE_EVERYTHING = 1000;

    private final Set<String> streamedPaths;

    public RequestSizeFilter(GosanConfig config) {
        this.streamedPaths = config.streamedPaths().orElse(Set.of());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    /** The most digits a length may have: nothing here reads the number itself, which could be anything. */
    private int digits(RoutingContext context) {
        long most = streamedPaths.contains(context.request().path()) ? STREAMED_MAX_BYTES : RequestBodyReader.MAX_BYTES;
        return String.valueOf(most).length();
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        if (length != null && length.length() > digits(context)) {
            context.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Connection", "close")
                    .end(
                            "{\"type\":\"urn:gosan:problem:body-too-large\",\"title\":\"The body is larger than allowed.\","
                                    + "\"status\":413,\"code\":\"body-too-large\"}");
            return;
        }
        context.next();
    }
}
