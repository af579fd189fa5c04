package kr.gosan.auth.session;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.auth.AuthConfig;
import kr.gosan.auth.member.Member;
import kr.gosan.auth.session.KeycloakApi.ErrorAnswer;
import kr.gosan.auth.session.KeycloakApi.FederatedIdentity;
import kr.gosan.auth.session.KeycloakApi.TokenAnswer;
import kr.gosan.auth.session.KeycloakApi.User;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Obtains members' access tokens from Keycloak by the JWT authorization grant (RFC 7523): a signed assertion says who has
 * just proved who they are. A member that Keycloak does not know yet is entered there first; that is one request and may be
 * repeated, so a login that failed on the way can simply be tried again.
 */
@Singleton
class MemberTokens {

    private static final Logger LOG = Logger.getLogger(MemberTokens.class);
    private static final String CLIENT = "gosan-auth";
    private static final String IDENTITY_PROVIDER = "gosan-certificates";
    private static final String ASSERTION_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final KeycloakApi keycloak;
    private final Assertions assertions;
    private final String secret;

    MemberTokens(@RestClient KeycloakApi keycloak, Assertions assertions, AuthConfig config) {
        this.keycloak = keycloak;
        this.assertions = assertions;
        this.secret = config.clientSecret();
    }

    /** Outcome of {@link #issue}. */
    sealed interface Issue {
        /** @param expiresIn seconds */
        record Issued(String accessToken, long expiresIn) implements Issue {}

        /** Operators have disabled the member's identity. */
        record Disabled() implements Issue {}

        /** Keycloak cannot be reached or does not do what it should. */
        record Unavailable() implements Issue {}
    }

    Issue issue(Member member, Instant now) {
        try {
            return grant(member, now)
                    .or(() -> {
                        enrol(member);
                        return grant(member, now);
                    })
                    .orElseThrow(() -> new UnexpectedAnswer("the member just entered is not found"));
        } catch (ProcessingException | UnexpectedAnswer e) {
            LOG.errorf("no token from Keycloak: %s", e.getMessage());
            return new Issue.Unavailable();
        }
    }

    private static final class UnexpectedAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnexpectedAnswer(String message) {
            super(message);
        }
    }

    /** Empty when Keycloak does not know the member. */
    private Optional<Issue> grant(Member member, Instant now) {
        try (Response answer = keycloak.token(ASSERTION_GRANT, CLIENT, secret, assertions.about(member.id(), now))) {
            if (answer.getStatus() == 200) {
                TokenAnswer token = answer.readEntity(TokenAnswer.class);
                return Optional.of(new Issue.Issued(token.accessToken(), token.expiresIn()));
            }
            ErrorAnswer error = answer.readEntity(ErrorAnswer.class);
            return switch (String.valueOf(error.description())) {
                case "User not found" -> Optional.empty();
                case "User is not enabled" -> Optional.of(new Issue.Disabled());
                default ->
                    throw new UnexpectedAnswer(
                            "grant: " + answer.getStatus() + " " + error.error() + ", " + error.description());
            };
        }
    }

    /** Enters the member with its link to our assertions, in one request; a member already there is left as it is. */
    private void enrol(Member member) {
        String id = member.id().toString();
        User user = new User(id, true, attributes(member), List.of(new FederatedIdentity(IDENTITY_PROVIDER, id, id)));
        try (Response answer = keycloak.createUser("Bearer " + serviceToken(), user)) {
            if (answer.getStatus() != 201 && answer.getStatus() != 409) {
                throw new UnexpectedAnswer("creating a user: " + answer.getStatus());
            }
        }
    }

    private static Map<String, List<String>> attributes(Member member) {
        List<String> id = List.of(member.id().toString());
        List<String> type = List.of(member.type().name());
        return switch (member) {
            case Member.Employer employer ->
                Map.of(
                        "member_id", id,
                        "member_type", type,
                        "business_number", List.of(employer.businessNumber().digits()));
            case Member.Agency agency ->
                Map.of(
                        "member_id", id,
                        "member_type", type,
                        "business_number", List.of(agency.businessNumber().digits()));
            case Member.Worker worker ->
                Map.of("member_id", id, "member_type", type, "person_key", List.of(worker.personKey()));
        };
    }

    /** Asked for anew each time: only first logins need it. */
    private String serviceToken() {
        try (Response answer = keycloak.token("client_credentials", CLIENT, secret, null)) {
            if (answer.getStatus() != 200) {
                throw new UnexpectedAnswer("service account: " + answer.getStatus());
            }
            return answer.readEntity(TokenAnswer.class).accessToken();
        }
    }
}
