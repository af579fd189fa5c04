package kr.gosan.premium;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kr.gosan.platform.law.LawFiles;
import kr.gosan.premium.law.PremiumLaw;

/** The law this service ships, read once; a mistake in its files stops the start. */
@Singleton
public final class ShippedLaw {

    private final PremiumLaw law =
            new PremiumLaw(LawFiles.read(Thread.currentThread().getContextClassLoader()));

    @Produces
    public PremiumLaw law() {
        return law;
    }
}
