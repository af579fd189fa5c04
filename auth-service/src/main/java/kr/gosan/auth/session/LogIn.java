package kr.gosan.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import kr.gosan.auth.certificate.CertificatePolicies;
import kr.gosan.auth.certificate.CertificateVerifier;
import kr.gosan.auth.certificate.CertificateVerifier.Evidence;
import kr.gosan.auth.certificate.ClaimedHolder;
import kr.gosan.auth.certificate.JointCertificate;
import kr.gosan.auth.certificate.Verification;
import kr.gosan.auth.member.Member;
import kr.gosan.auth.member.MemberStore;
import kr.gosan.auth.sandbox.SandboxAuthority;
import kr.gosan.auth.session.ChallengeStore.Consumption;
import kr.gosan.auth.session.MemberTokens.Issue;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Logs a member in: uses the challenge up, verifies what was signed, obtains the member's token, and keeps member,
 * certificate and event in one transaction. Whoever logs in for the first time is registered by it; nothing is kept of a
 * login that does not end with a token.
 */
@Singleton
class LogIn {

    static final String MEMBER_REGISTERED = "kr.gosan.auth.member-registered.v1";

    private final ChallengeStore challenges;
    private final SandboxAuthority sandbox;
    private final MemberStore members;
    private final MemberTokens tokens;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;
    private final CertificateVerifier verifier = new CertificateVerifier(CertificatePolicies.published());

    LogIn(
            ChallengeStore challenges,
            SandboxAuthority sandbox,
            MemberStore members,
            MemberTokens tokens,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock) {
        this.challenges = challenges;
        this.sandbox = sandbox;
        this.members = members;
        this.tokens = tokens;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Outcome of a login. */
    sealed interface Outcome {
        /** @param expiresIn seconds */
        record LoggedIn(Member member, String accessToken, long expiresIn) implements Outcome {}

        /** Challenge or certificate are not good; the code says why. */
        record Refused(String code) implements Outcome {}

        record MemberDisabled() implements Outcome {}

        /** Nothing is wrong with the request; with a new challenge it can be tried again. */
        record TokensUnavailable() implements Outcome {}
    }

    /** Data of {@link #MEMBER_REGISTERED}; {@code businessNumber} only of an employer or an agency. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberRegistered(UUID memberId, Member.Type memberType, BusinessNumber businessNumber) {}

    Outcome logIn(UUID challengeId, Evidence evidence, Member.Type type) {
        Instant now = clock.systemNow();
        return switch (challenges.consume(challengeId, now)) {
            case Consumption.Refused refused -> new Outcome.Refused(refused.code());
            case Consumption.Consumed consumed ->
                switch (verifier.verify(evidence, consumed.value(), sandbox.trusted(), now)) {
                    case Verification.Refused refused ->
                        new Outcome.Refused(refused.refusal().code());
                    case Verification.Verified verified -> admit(evidence.holder(), type, verified.certificate(), now);
                };
        };
    }

    private Outcome admit(ClaimedHolder holder, Member.Type type, JointCertificate certificate, Instant now) {
        Member member = members.identify(holder, type);
        return switch (tokens.issue(member, now)) {
            case Issue.Unavailable unavailable -> new Outcome.TokensUnavailable();
            case Issue.Disabled disabled -> new Outcome.MemberDisabled();
            case Issue.Issued token -> {
                QuarkusTransaction.requiringNew().run(() -> keep(member, holder, certificate, now));
                yield new Outcome.LoggedIn(member, token.accessToken(), token.expiresIn());
            }
        };
    }

    private void keep(Member member, ClaimedHolder holder, JointCertificate certificate, Instant now) {
        String id = member.id().toString();
        if (members.register(member, holder, now)) {
            BusinessNumber number = member.business().orElse(null);
            outbox.publish(MEMBER_REGISTERED, id, now, new MemberRegistered(member.id(), member.type(), number));
        }
        members.bind(member, certificate, now);
        audit.record(id, "log-in", null, certificate.serialNumber().toString(16));
    }
}
