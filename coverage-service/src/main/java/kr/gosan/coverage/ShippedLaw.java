package kr.gosan.coverage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kr.gosan.coverage.code.LossReason;
import kr.gosan.coverage.code.Occupation;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.platform.law.LawFiles;

/** Reads the legal figures and code lists of this service once, at the start; a file that is not right stops it. */
@Singleton
public final class ShippedLaw {

    @Produces
    @Singleton
    LawBook law() {
        return LawFiles.read(Thread.currentThread().getContextClassLoader());
    }

    void readAtTheStart(@Observes StartupEvent event, LawBook law) {
        LossReason.codes();
        Occupation.of("");
    }
}
