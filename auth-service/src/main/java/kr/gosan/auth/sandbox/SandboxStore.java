package kr.gosan.auth.sandbox;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kr.gosan.auth.sandbox.JointCertificateProfile.Listed;

/** The sandbox authority and the state of what it has issued. Serial numbers are upper-case hexadecimal. */
@Singleton
class SandboxStore {

    private final EntityManager entities;

    SandboxStore(EntityManager entities) {
        this.entities = entities;
    }

    /** @param privateKey encrypted */
    record StoredAuthority(byte[] certificate, byte[] privateKey) {}

    Optional<StoredAuthority> authority() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("select certificate, private_key from sandbox_authority")
                .getResultList();
        return rows.stream().findFirst().map(row -> new StoredAuthority((byte[]) row[0], (byte[]) row[1]));
    }

    /** Keeps the authority unless there is one already: the first instance to come wins. */
    @Transactional
    void put(StoredAuthority authority) {
        entities.createNativeQuery("insert into sandbox_authority (certificate, private_key) values (?1, ?2)"
                        + " on conflict do nothing")
                .setParameter(1, authority.certificate())
                .setParameter(2, authority.privateKey())
                .executeUpdate();
    }

    @Transactional
    void issued(BigInteger serialNumber, Instant at) {
        entities.createNativeQuery("insert into sandbox_certificate (serial_number, status, issued_at, changed_at)"
                        + " values (?1, 'GOOD', ?2, ?2)")
                .setParameter(1, hex(serialNumber))
                .setParameter(2, at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    long issuedSince(Instant time) {
        return ((Number) entities.createNativeQuery("select count(*) from sandbox_certificate where issued_at > ?1")
                        .setParameter(1, time.atOffset(ZoneOffset.UTC))
                        .getSingleResult())
                .longValue();
    }

    /** The status, locked until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<SandboxStatus> lock(BigInteger serialNumber) {
        @SuppressWarnings("unchecked")
        List<String> rows = entities.createNativeQuery(
                        "select status from sandbox_certificate where serial_number = ?1 for update")
                .setParameter(1, hex(serialNumber))
                .getResultList();
        return rows.stream().findFirst().map(SandboxStatus::valueOf);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void set(BigInteger serialNumber, SandboxStatus status, Instant at) {
        entities.createNativeQuery(
                        "update sandbox_certificate set status = ?2, changed_at = ?3 where serial_number = ?1")
                .setParameter(1, hex(serialNumber))
                .setParameter(2, status.name())
                .setParameter(3, at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    List<Listed> listed() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "select serial_number, status, changed_at from sandbox_certificate where status <> 'GOOD'")
                .getResultList();
        return rows.stream()
                .map(row -> new Listed(
                        new BigInteger((String) row[0], 16),
                        SandboxStatus.valueOf((String) row[1]) == SandboxStatus.SUSPENDED,
                        (Instant) row[2]))
                .toList();
    }

    static String hex(BigInteger serialNumber) {
        return serialNumber.toString(16).toUpperCase(java.util.Locale.ROOT);
    }
}
