package kr.gosan.coverage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kr.gosan.coverage.code.LossReason;
import kr.gosan.coverage.code.Occupation;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.law.LawFiles;

/**
 * Reads the legal figures of this service, with those of the operator's law directory, and its code lists once, at the
 * start; a file that is not right stops it.
 */
@Singleton
public final class ShippedLaw {

    @Produces
    @Singleton
    LawBook law(GosanConfig config) {
        return LawFiles.read(Thread.currentThread().getContextClassLoader(), config.lawDirectory());
    }

    void readAtTheStart(@Observes StartupEvent event, LawBook law) {
        LossReason.codes();
        Occupation.of("");
    }
}
