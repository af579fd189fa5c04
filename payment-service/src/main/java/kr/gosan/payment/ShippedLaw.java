package kr.gosan.payment;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.payment.channel.ChannelRules;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.law.LawFiles;

/**
 * The law this service ships, with what the operator's law directory replaces and adds, read once at the start; a mistake
 * in a file stops it.
 */
@Singleton
public final class ShippedLaw {

    private final LawBook book;

    ShippedLaw(GosanConfig config) {
        book = LawFiles.read(Thread.currentThread().getContextClassLoader(), config.lawDirectory());
    }

    @Produces
    public LawBook book() {
        return book;
    }

    @Produces
    @Singleton
    public ChannelRules channelRules() {
        return new ChannelRules(book);
    }

    void readAtTheStart(@Observes StartupEvent event) {
        // Observing makes it be built before the first request.
    }
}
