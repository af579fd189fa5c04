package kr.gosan.auth;

import io.smallrye.config.ConfigMapping;

/** Settings of auth-service beside those of every service. */
@ConfigMapping(prefix = "gosan.auth")
public interface AuthConfig {

    /** Address under which clients reach the front door, without a slash at the end. */
    String publicUrl();

    /** Address of the Keycloak realm, which is also the issuer of its tokens. */
    String realmUrl();

    /** Secret of Keycloak's client {@code gosan-auth}. */
    String clientSecret();
}
