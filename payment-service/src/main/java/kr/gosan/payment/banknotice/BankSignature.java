package kr.gosan.payment.banknotice;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.Signatures;

/** Proves that a notice comes from an institution that receives money for the agency, and arrived as it was sent. */
@Singleton
public final class BankSignature {

    private static final Set<Institution> RECEIVERS =
            EnumSet.of(Institution.BANK_WOORI, Institution.BANK_HANA, Institution.GIRO, Institution.CARD);

    private final Signatures signatures;

    BankSignature(Signatures signatures) {
        this.signatures = signatures;
    }

    /** Who signed the body; the first of two that share a key. Empty when the signature is missing, malformed or nobody's. */
    Optional<Institution> signer(String signature, byte[] body) {
        return signatures.signer(signature, body, RECEIVERS);
    }
}
