package kr.gosan.auth.frontdoor;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A body that fails once it has become too large, and is not read any further then: nobody can stream forever through the
 * front door.
 */
final class BoundedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long most;
    private long seen;
    private Handler<Throwable> failure = ignored -> {};

    /** @param most bytes, inclusive */
    BoundedBody(ReadStream<Buffer> body, long most) {
        this.body = body;
        this.most = most;
    }

    boolean exceeded() {
        return seen > most;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : buffer -> take(buffer, handler));
        return this;
    }

    private void take(Buffer buffer, Handler<Buffer> handler) {
        if (exceeded()) {
            return;
        }
        seen += buffer.length();
        if (exceeded()) {
            body.pause();
            failure.handle(new IllegalStateException("body too large"));
        } else {
            handler.handle(buffer);
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        failure = handler == null ? ignored -> {} : handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        if (!exceeded()) {
            body.resume();
        }
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        if (!exceeded()) {
            body.fetch(amount);
        }
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (!exceeded()) {
                                handler.handle(end);
                            }
                        });
        return this;
    }
}
