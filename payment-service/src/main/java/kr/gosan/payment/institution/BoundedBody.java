package kr.gosan.payment.institution;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The bytes of an answer, given up as soon as they are too many. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final long most;
    private long seen;
    private Flow.Subscription source;

    BoundedBody(long most) {
        this.most = most;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        bytes.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        seen += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (seen > most) {
            source.cancel();
            bytes.onError(new IOException("an answer of more than " + most + " bytes"));
        } else {
            bytes.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
    }

    @Override
    public void onComplete() {
        if (seen <= most) {
            bytes.onComplete();
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }
}
