package kr.gosan.coverage;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.platform.law.LawFiles;

/** Reads the legal figures of this service once, at the start; a file that is not right stops it. */
@Singleton
public final class LawOfCoverage {

    @Produces
    @Singleton
    LawBook law() {
        return LawFiles.read(Thread.currentThread().getContextClassLoader());
    }
}
