package kr.gosan.premium;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.law.LawFiles;
import kr.gosan.premium.law.PremiumLaw;

/**
 * The law this service ships, with what the operator's law directory replaces and adds, read once at the start; a mistake
 * in a file stops it.
 */
@Singleton
public final class ShippedLaw {

    private final LawBook book;
    private final PremiumLaw law;

    ShippedLaw(GosanConfig config) {
        book = LawFiles.read(Thread.currentThread().getContextClassLoader(), config.lawDirectory());
        law = new PremiumLaw(book);
    }

    @Produces
    public LawBook book() {
        return book;
    }

    @Produces
    public PremiumLaw law() {
        return law;
    }

    void readAtTheStart(@Observes StartupEvent event) {
        // Observing makes it be built before the first request.
    }
}
