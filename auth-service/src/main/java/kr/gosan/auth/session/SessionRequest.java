package kr.gosan.auth.session;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.auth.certificate.CertificateVerifier.Evidence;
import kr.gosan.auth.certificate.ClaimedHolder;
import kr.gosan.auth.certificate.Vid;
import kr.gosan.auth.member.Member;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A login: the signed challenge, and who the certificate is said to belong to. */
record SessionRequest(
        @Schema(required = true) UUID challengeId,

        @Schema(
                required = true,
                description = "CMS SignedData in base64 over the 32 bytes of the challenge: SHA-256 with RSA, the"
                        + " signer's certificate included, content encapsulated or detached")
        String signedChallenge,

        @Schema(required = true, description = "The random number kept with the private key: 20 bytes in base64")
        String vidRandom,

        @Schema(required = true) Member.Type memberType,
        @Schema(description = "Of an EMPLOYER or an AGENCY") BusinessNumber businessNumber,
        @Schema(description = "Of a WORKER") ResidentNumber residentNumber)
        implements RequestBody {

    /** The largest CMS accepted, in bytes; one with a whole chain has about five thousand. */
    private static final int LARGEST_CMS = 32 * 1024;

    private static final int LONGEST_BASE64 = LARGEST_CMS / 3 * 4 + 4;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/challengeId", challengeId);
        errors.required("/signedChallenge", signedChallenge);
        errors.text("/signedChallenge", signedChallenge, LONGEST_BASE64);
        if (signedChallenge != null && decoded(signedChallenge).isEmpty()) {
            errors.add("/signedChallenge", "base64-expected");
        }
        errors.required("/vidRandom", vidRandom);
        if (vidRandom != null
                && decoded(vidRandom)
                        .filter(random -> random.length == Vid.RANDOM_LENGTH)
                        .isEmpty()) {
            errors.add("/vidRandom", "vid-random-expected", Vid.RANDOM_LENGTH);
        }
        errors.required("/memberType", memberType);
        if (memberType == Member.Type.EMPLOYER || memberType == Member.Type.AGENCY) {
            errors.required("/businessNumber", businessNumber);
            if (residentNumber != null) {
                boolean employer = memberType == Member.Type.EMPLOYER;
                errors.add("/residentNumber", employer ? "not-for-employer" : "not-for-agency");
            }
        }
        if (memberType == Member.Type.WORKER) {
            errors.required("/residentNumber", residentNumber);
            if (businessNumber != null) {
                errors.add("/businessNumber", "not-for-worker");
            }
        }
    }

    Evidence evidence() {
        ClaimedHolder holder = memberType == Member.Type.WORKER
                ? new ClaimedHolder.Person(residentNumber)
                : new ClaimedHolder.Business(businessNumber);
        return new Evidence(
                decoded(signedChallenge).orElseThrow(), decoded(vidRandom).orElseThrow(), holder);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
