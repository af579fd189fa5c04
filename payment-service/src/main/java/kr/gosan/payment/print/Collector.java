package kr.gosan.payment.print;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who collects, as slips print it. The account and the name are the office's own affair: configuration, and an empty box
 * without it.
 *
 * @param account 수입징수관계좌
 * @param contact 담당자
 */
public record Collector(String account, String contact) {

    /** Reads {@code gosan.slip.collector-account} and {@code gosan.slip.contact}. */
    @Singleton
    static final class Configured {

        private final Collector collector;

        Configured(
                @ConfigProperty(name = "gosan.slip.collector-account") Optional<String> account,
                @ConfigProperty(name = "gosan.slip.contact") Optional<String> contact) {
            collector = new Collector(account.orElse(""), contact.orElse(""));
        }

        Collector collector() {
            return collector;
        }
    }
}
