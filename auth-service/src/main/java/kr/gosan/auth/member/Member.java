package kr.gosan.auth.member;

import java.util.UUID;
import kr.gosan.kernel.number.BusinessNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who logs in with a joint certificate. */
public sealed interface Member {

    UUID id();

    Type type();

    /** Kinds of members that have a certificate of their own. */
    @Schema(name = "MemberType")
    enum Type {
        EMPLOYER,
        WORKER
    }

    record Employer(UUID id, BusinessNumber businessNumber) implements Member {
        @Override
        public Type type() {
            return Type.EMPLOYER;
        }
    }

    /** @param personKey blind index of the resident number */
    record Worker(UUID id, String personKey) implements Member {
        @Override
        public Type type() {
            return Type.WORKER;
        }
    }
}
