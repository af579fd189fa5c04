package kr.gosan.auth.member;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.auth.certificate.ClaimedHolder;
import kr.gosan.auth.certificate.JointCertificate;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.crypto.FieldCipher;
import kr.gosan.platform.crypto.PersonIndex;

/** The members, and the certificates they have logged in with. */
@Singleton
public class MemberStore {

    private static final int LONGEST_HISTORY = 50;

    private final EntityManager entities;
    private final FieldCipher cipher;
    private final PersonIndex personIndex;

    MemberStore(EntityManager entities, FieldCipher cipher, PersonIndex personIndex) {
        this.entities = entities;
        this.cipher = cipher;
        this.personIndex = personIndex;
    }

    /**
     * One certificate of a member's history.
     *
     * @param serialNumber upper-case hexadecimal; with {@code issuer} the certificate's key
     * @param boundAt when the member first logged in with it
     */
    public record BoundCertificate(
            String issuer, String serialNumber, String subject, OffsetDateTime validUntil, OffsetDateTime boundAt) {}

    /**
     * The member that this holder is, or will be: a new member's id is derived from the number (keyed, so it tells nothing),
     * so that first logins at the same instant, or one repeated after a failure half-way, agree on it.
     */
    public Member identify(ClaimedHolder holder, Member.Type type) {
        return switch (holder) {
            case ClaimedHolder.Business business -> {
                UUID id = id(type, "businessNumber", business.number().digits());
                yield type == Member.Type.AGENCY
                        ? new Member.Agency(id, business.number())
                        : new Member.Employer(id, business.number());
            }
            case ClaimedHolder.Person person -> {
                String key = personIndex.of(person.number());
                yield new Member.Worker(id(Member.Type.WORKER, "personKey", key), key);
            }
        };
    }

    /** Keeps the member; true when it is new. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean register(Member member, ClaimedHolder holder, Instant at) {
        return switch (member) {
            case Member.Employer employer -> insert(employer, employer.businessNumber(), null, null, at);
            case Member.Agency agency -> insert(agency, agency.businessNumber(), null, null, at);
            case Member.Worker worker ->
                insert(worker, null, worker.personKey(), ((ClaimedHolder.Person) holder).number(), at);
        };
    }

    /** Adds the certificate to the member's history unless it is there already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void bind(Member member, JointCertificate certificate, Instant at) {
        entities.createNativeQuery("insert into member_certificate (member_id, issuer, serial_number, subject, policy,"
                        + " valid_from, valid_until, bound_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                        + " on conflict (issuer, serial_number, member_id) do nothing")
                .setParameter(1, member.id())
                .setParameter(2, certificate.issuer())
                .setParameter(3, certificate.serialNumber().toString(16).toUpperCase(Locale.ROOT))
                .setParameter(4, certificate.subject())
                .setParameter(5, certificate.policy().oid())
                .setParameter(6, certificate.validFrom().atOffset(ZoneOffset.UTC))
                .setParameter(7, certificate.validUntil().atOffset(ZoneOffset.UTC))
                .setParameter(8, at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** The certificates the member has logged in with, the newest first. */
    public List<BoundCertificate> certificates(UUID memberId) {
        return CertificateEntity.<CertificateEntity>find("memberId = ?1 order by id desc", memberId)
                .page(0, LONGEST_HISTORY)
                .stream()
                .map(row -> new BoundCertificate(
                        row.issuer,
                        row.serialNumber,
                        row.subject,
                        KoreanTime.timeOf(row.validUntil),
                        KoreanTime.timeOf(row.boundAt)))
                .toList();
    }

    private UUID id(Member.Type type, String column, String value) {
        Optional<MemberEntity> known = MemberEntity.<MemberEntity>find("type = ?1 and " + column + " = ?2", type, value)
                .firstResultOptional();
        // An employer and an agency of one number are two members.
        String kind = type == Member.Type.AGENCY ? "agency:" : "member:";
        return known.map(member -> member.id)
                .orElseGet(() -> UUID.nameUUIDFromBytes(
                        personIndex.fingerprint((kind + value).getBytes(StandardCharsets.UTF_8))));
    }

    private boolean insert(
            Member member, BusinessNumber business, String personKey, ResidentNumber number, Instant at) {
        return entities.createNativeQuery("insert into member (id, type, business_number, person_key, resident_number,"
                                + " registered_at) values (?1, ?2, cast(?3 as text), cast(?4 as text),"
                                + " cast(?5 as bytea), ?6) on conflict (id) do nothing")
                        .setParameter(1, member.id())
                        .setParameter(2, member.type().name())
                        .setParameter(3, business == null ? null : business.digits())
                        .setParameter(4, personKey)
                        .setParameter(
                                5, number == null ? null : cipher.encrypt(number.digits(), "member:" + member.id()))
                        .setParameter(6, at.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
