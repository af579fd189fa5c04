package kr.gosan.auth.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kr.gosan.auth.certificate.CertificatePolicy.HolderType;
import kr.gosan.auth.certificate.CertificatePolicy.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatePoliciesTest {

    private final CertificatePolicies policies = CertificatePolicies.published();

    @ParameterizedTest
    @CsvSource({
        "1.2.410.200004.5.2.1.1, KICA, BUSINESS, UNIVERSAL",
        "1.2.410.200004.5.1.1.5, SignKorea, PERSON, UNIVERSAL",
        "1.2.410.200005.1.1.5, yessign, BUSINESS, UNIVERSAL",
        "1.2.410.200005.1.1.1, yessign, PERSON, UNIVERSAL",
        "1.2.410.200005.1.1.2, yessign, CORPORATION, LIMITED",
        "1.2.410.200004.5.4.1.104, CrossCert, PERSON, LIMITED",
        "1.2.410.200012.1.1.3, TradeSign, BUSINESS, UNIVERSAL",
        "1.2.410.200004.5.5.1.2, INIPASS, BUSINESS, UNIVERSAL",
    })
    void acceptedPolicies(String oid, String authority, HolderType holder, Scope scope) {
        assertEquals(
                Optional.of(new CertificatePolicy(oid, authority, holder, scope, true)),
                policies.accepted(List.of(oid)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.410.200005.1.1.4", // personal, for banking
        "1.2.410.200012.1.1.101", // the lists contradict each other
        "1.2.410.200004.5.3.1.9", // closed
        "2.5.29.32.0" // any policy
    })
    void policiesThatAreNotAccepted(String oid) {
        assertEquals(Optional.empty(), policies.accepted(List.of(oid)));
    }

    @Test
    void oneAcceptedPolicyAmongSeveralIsEnough() {
        assertEquals(
                "1.2.410.200005.1.1.5",
                policies.accepted(List.of("1.2.410.200005.1.1.4", "1.2.410.200005.1.1.5"))
                        .orElseThrow()
                        .oid());
    }
}
