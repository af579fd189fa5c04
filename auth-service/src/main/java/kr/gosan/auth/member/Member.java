package kr.gosan.auth.member;

import java.util.Optional;
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
        WORKER,
        /** 보험사무대행기관: files for employers that have mandated it. */
        AGENCY
    }

    record Employer(UUID id, BusinessNumber businessNumber) implements Member {
        @Override
        public Type type() {
            return Type.EMPLOYER;
        }
    }

    /** A business as an agency. The same business as an employer is another member: what it may do there is its own. */
    record Agency(UUID id, BusinessNumber businessNumber) implements Member {
        @Override
        public Type type() {
            return Type.AGENCY;
        }
    }

    /** The number of the business behind the member; empty of a worker. */
    default Optional<BusinessNumber> business() {
        return switch (this) {
            case Employer employer -> Optional.of(employer.businessNumber());
            case Agency agency -> Optional.of(agency.businessNumber());
            case Worker worker -> Optional.empty();
        };
    }

    /** @param personKey blind index of the resident number */
    record Worker(UUID id, String personKey) implements Member {
        @Override
        public Type type() {
            return Type.WORKER;
        }
    }
}
