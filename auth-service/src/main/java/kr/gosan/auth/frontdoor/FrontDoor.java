package kr.gosan.auth.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.correlation.Correlation;
import kr.gosan.platform.http.RequestSizeFilter;
import org.jboss.logging.Logger;

/**
 * One port for everything: requests under {@code /premium}, {@code /coverage} and {@code /payment} go on to the services,
 * streamed both ways. Nothing else of a service can be reached from outside. Who is calling is decided by the services, by
 * the access token alone.
 */
@Singleton
public final class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);
    /** The largest body that goes through, in bytes; each service has a lower bound of its own. */
    static final long LARGEST_BODY = 8L * 1024 * 1024;

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int CONNECTIONS_PER_SERVICE = 256;
    private static final int MOST_WAITING = 1_000;
    private static final long LAST_REQUESTS_MILLIS = 5_000;

    private final Vertx vertx;
    private final FrontDoorConfig config;
    private final ProxyProblems problems;
    private final Set<String> streamedPaths;

    FrontDoor(Vertx vertx, FrontDoorConfig config, GosanConfig gosan, ProxyProblems problems) {
        this.vertx = vertx;
        this.config = config;
        this.problems = problems;
        this.streamedPaths = gosan.streamedPaths().orElse(Set.of());
    }

    void open(@Observes Router router) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setMaxPoolSize(CONNECTIONS_PER_SERVICE)
                .setMaxWaitQueueSize(MOST_WAITING));
        config.services().forEach((name, address) -> {
            HttpProxy proxy = proxy(client, address);
            router.route("/" + name + "/*").handler(context -> forward(proxy, context));
        });
    }

    /** A path whose service reads a stream of rows may carry far more than one document. */
    private long largest(String path) {
        return streamedPaths.contains(path) ? RequestSizeFilter.STREAMED_MAX_BYTES : LARGEST_BODY;
    }

    private HttpProxy proxy(HttpClient client, URI address) {
        RequestOptions service = new RequestOptions()
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setIdleTimeout(config.patience().toMillis());
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> client.request(new RequestOptions(service))
                        // Failures arrive with the answer; without a handler the client would log them as errors too.
                        .map(request -> request.exceptionHandler(failure -> {})))
                .addInterceptor(new Passage());
    }

    private void forward(HttpProxy proxy, RoutingContext context) {
        HttpServerRequest request = context.request();
        Correlation.start(request.getHeader(Correlation.HEADER));
        Forwarding.announceBody(request);
        proxy.handle(request);
    }

    /** What happens to one request and its answer on their way through. */
    private final class Passage implements ProxyInterceptor {

        private static final String ID = "correlation-id";
        private static final String BODY = "body";

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            HttpServerRequest request = context.request().proxiedRequest();
            String correlationId = Correlation.current();
            context.set(ID, correlationId);
            Forwarding.toService(context.request().headers(), request, correlationId);
            Body body = context.request().getBody();
            BoundedBody bounded = new BoundedBody(body.stream(), largest(request.path()));
            context.request().setBody(Body.body(bounded, body.length()));
            context.set(BODY, bounded);
            return context.sendRequest().recover(failure -> {
                LOG.warnf("%s %s was not answered: %s", request.method(), request.path(), failure.toString());
                String language = request.getHeader("Accept-Language");
                return Future.succeededFuture(
                        problems.answer(context.request(), reason(failure, bounded), language, correlationId));
            });
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            Forwarding.toClient(context.response().headers(), context.get(ID, String.class));
            BoundedBody body = context.get(BODY, BoundedBody.class);
            HttpServerRequest request = context.request().proxiedRequest();
            return context.sendResponse().onComplete(sent -> {
                if (body.exceeded()) {
                    end(request);
                }
            });
        }
    }

    /** Ends a connection on which a body stands that will not be read; other requests of an HTTP/2 client may finish. */
    private static void end(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.connection().shutdown(LAST_REQUESTS_MILLIS);
        } else {
            request.connection().close();
        }
    }

    private static ProxyProblems.Reason reason(Throwable failure, BoundedBody body) {
        if (body.exceeded()) {
            return ProxyProblems.Reason.BODY_TOO_LARGE;
        }
        return switch (failure) {
            case ConnectException e -> ProxyProblems.Reason.UNREACHABLE;
            case UnknownHostException e -> ProxyProblems.Reason.UNREACHABLE;
            case TimeoutException e -> ProxyProblems.Reason.TIMEOUT;
            default -> ProxyProblems.Reason.BROKEN_OFF;
        };
    }
}
