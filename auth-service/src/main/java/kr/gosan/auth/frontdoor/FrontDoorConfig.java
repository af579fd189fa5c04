package kr.gosan.auth.frontdoor;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What the front door leads to. */
@ConfigMapping(prefix = "gosan.front-door")
public interface FrontDoorConfig {

    /** Services by the first segment of their paths: {@code premium -> http://127.0.0.1:8081}. */
    Map<String, URI> services();

    /** How long a service may stay silent, in the middle of an answer too. */
    Duration patience();
}
