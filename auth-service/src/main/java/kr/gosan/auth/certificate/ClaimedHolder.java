package kr.gosan.auth.certificate;

import kr.gosan.auth.certificate.CertificatePolicy.HolderType;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.ResidentNumber;

/** Who somebody says they are; the certificate's VID has to agree. */
public sealed interface ClaimedHolder {

    /** The number the VID is made of: digits without hyphens. */
    String identityNumber();

    /** Whether a certificate for this type of holder can prove the claim. */
    boolean fits(HolderType holder);

    /** An employer: corporation, body or sole proprietor. */
    record Business(BusinessNumber number) implements ClaimedHolder {
        @Override
        public String identityNumber() {
            return number.digits();
        }

        @Override
        public boolean fits(HolderType holder) {
            return holder != HolderType.PERSON;
        }
    }

    /** A natural person. */
    record Person(ResidentNumber number) implements ClaimedHolder {
        @Override
        public String identityNumber() {
            return number.digits();
        }

        @Override
        public boolean fits(HolderType holder) {
            return holder == HolderType.PERSON;
        }
    }
}
