package kr.gosan.auth.frontdoor;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kr.gosan.platform.correlation.Correlation;

/** Which headers pass the front door, and which it writes itself. */
final class Forwarding {

    /** Headers by which a proxy tells who is calling: from outside they would be a forged identity. */
    private static final List<String> IDENTITY_PREFIXES = List.of(
            "forwarded",
            "x-forwarded-",
            "x-real-ip",
            "x-remote-",
            "remote-",
            "x-client-",
            "x-ssl-",
            "ssl-",
            "x-user",
            "x-member",
            "x-gosan-");

    /** Meant for the next hop only (RFC 9110 §7.6.1), and {@code expect}, which the front door has answered already. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect");

    private Forwarding() {}

    /** Makes the client's headers fit for a service. */
    static void toService(MultiMap headers, HttpServerRequest request, String correlationId) {
        removeHopByHop(headers);
        headers.names().stream()
                .filter(name -> IDENTITY_PREFIXES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith))
                .toList()
                .forEach(headers::remove);
        headers.set(Correlation.HEADER, correlationId);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
    }

    /** Makes a service's headers fit for the client. */
    static void toClient(MultiMap headers, String correlationId) {
        removeHopByHop(headers);
        headers.set(Correlation.HEADER, correlationId);
    }

    /**
     * The proxy asks the request's headers whether a body of unknown length follows. In HTTP/2 no header says so, and the
     * body would silently be dropped; this puts the answer where the proxy looks.
     */
    static void announceBody(HttpServerRequest request) {
        boolean mayHaveBody = request.method() != HttpMethod.GET
                && request.method() != HttpMethod.HEAD
                && request.method() != HttpMethod.OPTIONS;
        if (request.version() == HttpVersion.HTTP_2
                && mayHaveBody
                && !request.headers().contains("content-length")) {
            request.headers().set("transfer-encoding", "chunked");
        }
    }

    private static void removeHopByHop(MultiMap headers) {
        headers.getAll("connection").stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList()
                .forEach(headers::remove);
        HOP_BY_HOP.forEach(headers::remove);
    }
}
