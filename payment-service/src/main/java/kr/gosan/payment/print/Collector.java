package kr.gosan.payment.print;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * Who collects, as slips print it. The account and the name are the office's own affair: configuration, and an empty box
 * without it.
 *
 * @param account 수입징수관계좌
 * @param contact 담당자
 */
public record Collector(String account, String contact) {

    /** What is configured of it. */
    @ConfigMapping(prefix = "gosan.slip")
    public interface Settings {

        Optional<String> collectorAccount();

        Optional<String> contact();
    }

    static Collector of(Settings settings) {
        return new Collector(
                settings.collectorAccount().orElse(""), settings.contact().orElse(""));
    }
}
