package kr.gosan.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses a body that announces itself as far too large before any of it is read. */
@Singleton
public final class RequestSizeFilter {

    private static final int BEFORE_EVERYTHING = 1000;

    void register(@Observes Filters filters) {
        filters.register(RequestSizeFilter::check, BEFORE_EVERYTHING);
    }

    private static void check(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        if (length != null
                && length.length() > String.valueOf(RequestBodyReader.MAX_BYTES).length()) {
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
